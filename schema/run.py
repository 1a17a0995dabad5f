"""Run one operation: within its limits, as the actor, on graphql-core."""

from collections.abc import AsyncGenerator
from inspect import isawaitable
from typing import Any, Final

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    execute,
)
from graphql import subscribe as events_of

from schema.context import Context
from schema.cost import BUDGET_OF_STAFF, budget_of
from schema.documents import Document, core, document
from schema.limits import TooComplex
from schema.reading.ready import Executor
from server.core.actor import ActorKind
from server.core.errors import Unauthenticated

_HOW: Final[dict[str, Any]] = {"executor_class": Executor, "hide_suggestions": True, "max_coercion_errors": 5}


async def run(
    context: Context, query: str | Document, variables: dict[str, Any] | None = None, operation_name: str | None = None
) -> ExecutionResult:
    """Data and errors. A request that never ran has errors without a path, and no data.

    Notes in the context the document, and what the operation cost, of how much.
    """
    admitted = _admitted(context, query, variables, operation_name)
    if isinstance(admitted, ExecutionResult):
        return admitted
    result = execute(
        core,
        admitted,
        context_value=context,
        variable_values=variables,
        operation_name=operation_name,
        **_HOW,
    )
    found: ExecutionResult = await result if isawaitable(result) else result
    return found


async def subscribe(
    context: Context, query: str | Document, variables: dict[str, Any] | None = None, operation_name: str | None = None
) -> ExecutionResult | AsyncGenerator[ExecutionResult, None]:
    """A result for each event; of a subscription that cannot begin, its errors.

    What a subscription's resolver raises once it has begun comes out of the generator.
    """
    admitted = _admitted(context, query, variables, operation_name, over_socket=True)
    if isinstance(admitted, ExecutionResult):
        return admitted
    found: Any = events_of(
        core,
        admitted,
        context_value=context,
        variable_values=variables,
        operation_name=operation_name,
        **_HOW,
    )
    events: ExecutionResult | AsyncGenerator[ExecutionResult, None] = await found if isawaitable(found) else found
    return events


def _admitted(
    context: Context,
    query: str | Document,
    variables: dict[str, Any] | None,
    operation_name: str | None,
    *,
    over_socket: bool = False,
) -> DocumentNode | ExecutionResult:
    """The document, if the actor may have its operation run; else why not."""
    ready = context.document = query if isinstance(query, Document) else document(query)
    if ready.errors or ready.ast is None:
        return ExecutionResult(None, list(ready.errors))
    operation = ready.operation(operation_name)
    if operation is None:
        return _refused("There is no such operation in the document.", "BAD_REQUEST")
    if (operation.operation is OperationType.SUBSCRIPTION) is not over_socket:
        way = "A socket is for subscriptions only" if over_socket else "Subscriptions come over a socket"
        return _refused(f"{way} (graphql-transport-ws).", "BAD_REQUEST")
    if ready.introspects and not context.may_introspect:
        return _refused("Introspection is off.", "INTROSPECTION_OFF")
    context.budget = budget_of(context.actor)
    context.cost = ready.cost(operation_name, variables or {})
    if context.cost > context.budget:
        if context.actor.kind is ActorKind.STRANGER and context.cost <= BUDGET_OF_STAFF:
            return _not_signed_in(operation)
        return ExecutionResult(None, [TooComplex("cost", context.cost, context.budget)])
    return ready.ast


def _not_signed_in(operation: OperationDefinitionNode) -> ExecutionResult:
    """What colleagues may ask and strangers may not: mostly a session that has ended, so the answer says that."""
    fields = [each for each in operation.selection_set.selections if isinstance(each, FieldNode)]
    path = [each.alias.value if each.alias else each.name.value for each in fields[:1]]
    return ExecutionResult(None, [GraphQLError("", path=path, original_error=Unauthenticated())])


def _refused(reason: str, code: str) -> ExecutionResult:
    return ExecutionResult(None, [GraphQLError(reason, extensions={"code": code})])
