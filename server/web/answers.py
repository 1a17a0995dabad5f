"""A refusal as an answer: the same JSON shape as GraphQL's errors, with a sentence in the person's language."""

from collections.abc import Mapping
from typing import Any, Final

import orjson
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Scope

from server.core.errors import (
    Conflict,
    DomainError,
    Forbidden,
    Invalid,
    LimitReached,
    NotFound,
    RateLimited,
    Unauthenticated,
    Unavailable,
)
from server.web.language import preferred
from server.words.say import say

_STATUS: Final[tuple[tuple[type[DomainError], int], ...]] = (
    (Unauthenticated, 401),
    (Forbidden, 403),
    (NotFound, 404),
    (Conflict, 409),
    (LimitReached, 409),
    (Invalid, 422),
    (RateLimited, 429),
    (Unavailable, 503),
)


def status_of(error: DomainError) -> int:
    """The HTTP status of a refusal."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def refusal(error: DomainError, language: str, request_id: str) -> Response:
    """The answer to a request that the business refused."""
    extensions: dict[str, Any] = {"code": error.code, "requestId": request_id}
    if isinstance(error, Invalid):
        extensions["fields"] = [
            {
                "field": problem.field,
                "code": problem.code,
                "message": say("errors", problem.code, language, **problem.params),
                "params": problem.params,
            }
            for problem in error.problems
        ]
    headers = {}
    if isinstance(error, RateLimited | Unavailable):
        headers["Retry-After"] = str(error.retry_after)
    message = say("errors", error.code, language, **error.params)
    return _json({"errors": [{"message": message, "extensions": extensions}]}, status_of(error), headers)


def plain(scope: Scope, status: int, code: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a request that never came to the business."""
    language = preferred(HTTPConnection(scope).headers.get("Accept-Language", ""))
    extensions = {"code": code, "requestId": request_id_of(scope)}
    return _json({"errors": [{"message": say("errors", code, language), "extensions": extensions}]}, status, headers)


def refused(scope: Scope, error: DomainError) -> Response:
    """The refusal in the language of the actor, or of the browser where nobody was asked who it is."""
    actor = scope.get("actor")
    language = actor.language if actor else preferred(HTTPConnection(scope).headers.get("Accept-Language", ""))
    return refusal(error, language, request_id_of(scope))


def request_id_of(scope: Scope) -> str:
    """What a person quotes when they ask us what went wrong."""
    return str(scope.get("request_id", ""))


def _json(content: object, status: int, headers: Mapping[str, str] | None) -> Response:
    return Response(orjson.dumps(content), status, headers, media_type="application/json")
