"""Plain graphql-core with the naive reader: a middleware of its resolves the fields of naive rows."""

from collections.abc import Callable
from inspect import isawaitable
from typing import Any

from graphql import ExecutionResult, GraphQLError, GraphQLResolveInfo, execute, subscribe
from graphql.execution import MiddlewareManager
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from schema.context import Context
from schema.documents import core, document
from server.core.errors import DomainError
from tests.schema.naive import NaiveEdge, NaivePage, NaivePageInfo, NaiveRow


async def run_naively(context: Context, query: str, variables: dict[str, Any] | None = None) -> ExecutionResult:
    """What plain graphql-core answers. For documents that are valid and within their limits."""
    found: Any = execute(core, _parsed(query), **_settings(context, variables))
    answer: ExecutionResult = await found if isawaitable(found) else found
    return answer


async def tell_naively(context: Context, query: str, variables: dict[str, Any]) -> list[ExecutionResult]:
    """What plain graphql-core tells of a subscription, until it ends."""
    found: Any = subscribe(core, _parsed(query), **_settings(context, variables))
    return await heard(await found if isawaitable(found) else found)


async def heard(events: Any) -> list[ExecutionResult]:
    """All that is told, to the end or to a refusal, which comes out of the generator."""
    if isinstance(events, ExecutionResult):
        return [events]
    found = []
    try:
        async for each in events:
            found.append(each)
    except DomainError as refusal:
        found.append(ExecutionResult(None, [GraphQLError("", original_error=refusal)]))
    return found


def _parsed(query: str) -> Any:
    ready = document(query)
    assert ready.ast is not None, ready.errors
    return ready.ast


def _settings(context: Context, variables: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "context_value": context,
        "variable_values": variables,
        "middleware": MiddlewareManager(_resolve),
        "executor_class": StrawberryGraphQLCoreExecutionContext,
        "hide_suggestions": True,
        "max_coercion_errors": 5,
    }


def _resolve(beyond: Callable[..., Any], source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    """Fields of our rows are read here, all others by their own resolvers."""
    ours = isinstance(source, NaiveRow | NaivePage | NaiveEdge | NaivePageInfo)
    if not ours or info.field_name.startswith("__"):
        return beyond(source, info, **arguments)
    name = info.parent_type.fields[info.field_name].extensions["strawberry-definition"].python_name
    return source.field(name, arguments) if isinstance(source, NaiveRow) else getattr(source, name)
