"""Ask the schema as an actor would, past HTTP: what the endpoint does with an operation, without the socket."""

from typing import Any

from schema.context import Context
from schema.errors import formatted
from schema.run import run
from server.core.actor import Actor


async def ask(actor: Actor, query: str, **variables: Any) -> dict[str, Any]:
    """The data of an operation that must not fail."""
    answer = await answer_of(actor, query, **variables)
    assert "errors" not in answer, answer["errors"]
    data: dict[str, Any] = answer["data"]
    return data


async def refused(actor: Actor, query: str, **variables: Any) -> list[dict[str, Any]]:
    """The errors of an operation that must fail."""
    answer = await answer_of(actor, query, **variables)
    assert answer.get("errors"), answer
    errors: list[dict[str, Any]] = answer["errors"]
    return errors


async def answer_of(actor: Actor, query: str, **variables: Any) -> dict[str, Any]:
    """Data and errors as a client gets them."""
    context = Context(actor=actor, request_id="req_test")
    result = await run(context, query, variables)
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        answer["errors"] = [formatted(error, context) for error in result.errors]
    return answer
