"""`/graphql`, by the GraphQL-over-HTTP specification: from the request to the schema and back."""

from typing import Any, Final

import orjson
from graphql import ExecutionResult, GraphQLError
from starlette.requests import Request
from starlette.responses import Response

from schema.asked import Malformed, in_address, in_body
from schema.context import Context
from schema.errors import formatted
from schema.registered import document_for
from schema.run import run
from server.identity.models import Door
from server.web import cookies

ANSWER: Final = "application/graphql-response+json"
JSON: Final = "application/json"
READING: Final = frozenset({"GET", "HEAD"})


async def graphql(request: Request) -> Response:
    """Answer one operation. Expects the actor in the scope, and a body within its limits (both are `web`'s part)."""
    state = request.app.state
    context = Context(request.scope["actor"], request.scope.get("request_id", ""), state.development)
    reads = request.method in READING
    if not (request.method == "POST" or (reads and state.graphql_get)):
        return _not_allowed(request, context, "GraphQL is asked by POST.")
    try:
        asked = in_address(request.query_params) if reads else in_body(await request.body())
    except Malformed as reason:
        return _refuse(request, context, str(reason), "BAD_REQUEST", 400)
    at_portal = request.headers.get(cookies.DOOR_HEADER, "").upper() == Door.PORTAL
    document = document_for(context, asked, state.operations, at_portal=at_portal)
    if reads and document.writes(asked.operation):
        return _not_allowed(request, context, "A GET may only read.")
    firm_id = context.actor.firm_id  # who signs in has none yet
    await state.turns.begin(firm_id)
    try:
        result = await run(context, document, asked.variables, asked.operation)
    finally:
        state.turns.end(firm_id)
    return _answer(request, context, result)


def _not_allowed(request: Request, context: Context, reason: str) -> Response:
    response = _refuse(request, context, reason, "METHOD_NOT_ALLOWED", 405)
    response.headers["Allow"] = "GET, HEAD, POST" if request.app.state.graphql_get else "POST"
    return response


def _refuse(request: Request, context: Context, reason: str, code: str, status: int) -> Response:
    error = GraphQLError(reason, extensions={"code": code})
    return _respond(request, context, {"errors": [formatted(error, context)]}, status)


def _answer(request: Request, context: Context, result: ExecutionResult) -> Response:
    errors = [formatted(error, context) for error in result.errors or ()]
    never_ran = result.data is None and bool(errors) and not any("path" in error for error in errors)
    answer: dict[str, Any] = {"errors": errors} if errors else {}
    if not never_ran:
        answer["data"] = result.data
        answer["extensions"] = {"cost": context.spent}
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
