"""What goes wrong inside stays inside (G8): a code, a sentence and an id for the reader; kind and place for the log."""

from typing import Any, Never

import asyncpg
import pytest
import structlog

from schema.context import Context
from schema.errors import formatted
from schema.run import run
from server.core.actor import Actor, ActorKind
from tests.factories.offices import MakeOffice
from tests.schema.asking import answer_of

CANARY = "SELECT canary FROM secrets WHERE email = 'ana@client.example'"


class Broken:
    """A reader in which something goes wrong."""

    def __init__(self, fault: Exception) -> None:
        self.fault = fault

    async def first(self, *_: object) -> Never:
        raise self.fault

    all = page = first


@pytest.mark.parametrize(
    ("fault", "code", "logged"),
    [
        (ValueError(CANARY), "INTERNAL", {"graphql.failed"}),
        (asyncpg.PostgresSyntaxError(CANARY), "INTERNAL", {"graphql.failed"}),
        (asyncpg.TooManyConnectionsError(CANARY), "UNAVAILABLE", set()),
    ],
    ids=["ours", "SQL", "the database"],
)
async def test_a_fault_is_masked_and_logged_by_kind_and_place(
    make_office: MakeOffice, fault: Exception, code: str, logged: set[str]
) -> None:
    office = await make_office()
    context = Context(office.owner, "the-request-id", reader=Broken(fault))
    query = "query Canary($search: String) { accounts(search: $search) { totalCount } }"
    with structlog.testing.capture_logs() as lines:
        result = await run(context, query, {"search": "canary in a variable"})
        [error] = [formatted(each, context) for each in result.errors or ()]
    assert error["extensions"]["code"] == code
    assert error["extensions"]["requestId"] == "the-request-id"
    assert "canary" not in f"{error} {lines}".lower()
    assert "ana@client.example" not in f"{error} {lines}"
    assert {line["event"] for line in lines} == logged
    for line in lines:
        assert set(line) == {"event", "log_level", "request_id", "path", "kind", "where"}
        assert (line["request_id"], line["path"], line["kind"]) == ("the-request-id", "accounts", type(fault).__name__)


STRANGER = Actor(kind=ActorKind.STRANGER)
NEAR = [
    "{ vewer { id } }",
    "{ viewer { nam } }",
    "query ($x: Strin) { viewer { id } }",
    "{ viewer { ... on Viewr { id } } }",
]


@pytest.mark.parametrize("query", NEAR)
async def test_nobody_is_told_what_they_may_have_meant(query: str) -> None:  # G5
    answer: dict[str, Any] = await answer_of(STRANGER, query)
    assert answer["errors"]
    assert "Did you mean" not in str(answer)
