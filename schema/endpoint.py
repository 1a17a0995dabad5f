"""`POST /graphql`, by the GraphQL-over-HTTP specification: from the request to the schema and back."""

from dataclasses import dataclass
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError
from starlette.requests import Request
from starlette.responses import Response

from schema.context import Context
from schema.errors import formatted
from schema.run import run
from server.web import cookies

ANSWER = "application/graphql-response+json"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Asked:
    """The operation of one request."""

    query: str
    variables: dict[str, Any] | None
    operation: str | None


class _Malformed(Exception):
    """The body is not a GraphQL request; the argument says why."""


async def graphql(request: Request) -> Response:
    """Answer one operation. Expects the actor in the scope, and a body within its limits (both are `web`'s part)."""
    context = Context(actor=request.scope["actor"], request_id=request.scope.get("request_id", ""))
    context.development = request.app.state.development
    if request.method != "POST":
        response = _refuse(request, context, "GraphQL is asked by POST.", "METHOD_NOT_ALLOWED", 405)
        response.headers["Allow"] = "POST"
        return response
    try:
        asked = _read(await request.body())
    except _Malformed as reason:
        return _refuse(request, context, str(reason), "BAD_REQUEST", 400)
    result = await run(context, asked.query, asked.variables, asked.operation)
    return _answer(request, context, result)


def _refuse(request: Request, context: Context, reason: str, code: str, status: int) -> Response:
    error = GraphQLError(reason, extensions={"code": code})
    return _respond(request, context, {"errors": [formatted(error, context)]}, status)


def _read(body: bytes) -> Asked:
    try:
        found = orjson.loads(body)
    except ValueError as error:
        raise _Malformed("The body is not JSON.") from error
    if not isinstance(found, dict):
        raise _Malformed("The body is not a JSON object.")
    query, variables, operation = (found.get(name) for name in ("query", "variables", "operationName"))
    if not isinstance(query, str) or not query.strip():
        raise _Malformed("`query` is missing.")
    if not isinstance(variables, dict | None):
        raise _Malformed("`variables` is not an object.")
    if not isinstance(operation, str | None):
        raise _Malformed("`operationName` is not a string.")
    if not isinstance(found.get("extensions"), dict | None):
        raise _Malformed("`extensions` is not an object.")
    if "\0" in query or "\\u0000" in query or "\\u{0" in query or _has_nul(variables):
        raise _Malformed("A NUL character is in the request.")
    return Asked(query, variables, operation)


def _has_nul(value: Any) -> bool:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str) and "\0" in each:
            return True
        if isinstance(each, dict):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, list):
            waiting += each
    return False


def _answer(request: Request, context: Context, result: ExecutionResult) -> Response:
    errors = [formatted(error, context) for error in result.errors or ()]
    never_ran = result.data is None and bool(errors) and not any("path" in error for error in errors)
    answer: dict[str, Any] = {"errors": errors} if errors else {}
    if not never_ran:
        answer["data"] = result.data
        answer["extensions"] = {"cost": {"requested": context.cost, "budget": context.budget}}
    return _respond(request, context, answer, 400 if never_ran and _kind(request) == ANSWER else 200)


def _kind(request: Request) -> str:
    """The media type of the answer. Who accepts only plain JSON gets 200 for every well-formed request, as of old."""
    return ANSWER if ANSWER in request.headers.get("accept", "") else JSON


def _respond(request: Request, context: Context, answer: dict[str, Any], status: int) -> Response:
    response = Response(orjson.dumps(answer), status, media_type=_kind(request))
    for door, token in context.cookies:
        if token is None:
            cookies.clear_session(response, door, request.scope["secure"])
        else:
            cookies.set_session(response, door, token, request.scope["secure"])
    return response
