"""From failures to GraphQL errors: a code, a sentence in the reader's language, the fields; never more."""

import re
from typing import Any

import structlog
from graphql import GraphQLError

from schema.context import Context
from server.core.errors import DomainError, Invalid, RateLimited, Unavailable
from server.core.faults import is_database_fault, place_of
from server.words.say import say

log = structlog.get_logger()

OURS = frozenset({"INTROSPECTION_OFF", "OPERATION_NOT_REGISTERED", "QUERY_TOO_COMPLEX"})
"""Refusals of whole requests that have a sentence of their own."""

_HINT = re.compile(r" ?Did you mean .*?\?")


def formatted(error: GraphQLError, context: Context) -> dict[str, Any]:
    """One error of the answer."""
    answer: dict[str, Any] = {}
    if error.locations:
        answer["locations"] = [location.formatted for location in error.locations]
    if error.path:
        answer["path"] = list(error.path)
    cause = error.original_error
    if cause is None or isinstance(cause, GraphQLError):
        facts = {"code": "GRAPHQL_INVALID", **(error.extensions or {})}
        return {"message": _sentence(error, facts, context), **answer, "extensions": facts}
    refusal = as_refusal(cause)
    if refusal is None:
        where = ".".join(str(step) for step in error.path or ())
        log.error(
            "graphql.failed",
            request_id=context.request_id,
            path=where,
            kind=type(cause).__name__,
            where=place_of(cause),
        )
        refusal = DomainError()
    return {
        "message": say("errors", refusal.code, context.actor.language, **refusal.params),
        **answer,
        "extensions": extensions(refusal, context),
    }


def _sentence(error: GraphQLError, facts: dict[str, Any], context: Context) -> str:
    """Ours in the reader's language; graphql-core's as they are, but for their hints at the schema."""
    if facts["code"] in OURS:
        return say("errors", facts["code"], context.actor.language, **facts)
    return _HINT.sub("", error.message)


def extensions(refusal: DomainError, context: Context) -> dict[str, Any]:
    """`code`, `requestId`, and where there are any `params`, `retryAfter` (seconds) and `fields`."""
    found: dict[str, Any] = {"code": refusal.code, "requestId": context.request_id}
    if refusal.params:
        found["params"] = refusal.params
    if isinstance(refusal, RateLimited | Unavailable):
        found["retryAfter"] = refusal.retry_after
    if isinstance(refusal, Invalid):
        found["fields"] = [
            {
                "field": problem.field,
                "code": problem.code,
                "message": say("errors", problem.code, context.actor.language, **problem.params),
                "params": problem.params,
            }
            for problem in refusal.problems
        ]
    return found


def as_refusal(cause: BaseException) -> DomainError | None:
    """A refusal of the business as it is; a database that is away or overloaded as UNAVAILABLE; else None."""
    if isinstance(cause, DomainError):
        return cause
    return Unavailable() if is_database_fault(cause) else None
