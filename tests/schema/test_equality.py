"""Every operation of both frontends answers as plain graphql-core with naive resolvers does, for every role.

Queries are asked both ways of the same register, each with every choice of its variables; mutations of twins, which
are the same but for their ids. More operations than the frontends have are made in `test_equality_generated.py`.
"""

import re
from typing import Any

import orjson
import pytest
from graphql import OperationType

from server.core import clock
from server.core.changes import Change
from server.core.database import across_firms, execute
from tests.factories.registers import NOW, register_of
from tests.schema.equality import Asked, assert_equal, naive, naive_events, planned, planned_events, runs
from tests.schema.frontend import Operation, operations, variables_of
from tests.schema.places import Place
from tests.schema.sent import input_of

QUERIES = list(operations(OperationType.QUERY))
MUTATIONS = list(operations(OperationType.MUTATION))
SUBSCRIPTIONS = list(operations(OperationType.SUBSCRIPTION))
OWN = {"admin": "owner", "portal": "client"}
"""Who sends the operations of a frontend."""


def name_of(operation: Operation) -> str:
    """For the report of the tests."""
    return operation.name


def test_all_operations_are_found() -> None:
    assert {each.frontend for each in QUERIES} == {each.frontend for each in MUTATIONS} == {"admin", "portal"}
    assert len(QUERIES) >= 18
    assert len(MUTATIONS) >= 40


@pytest.mark.parametrize("operation", QUERIES, ids=name_of)
async def test_a_query_of_a_frontend_answers_alike(place: Place, operation: Operation) -> None:
    with clock.at(NOW):
        for role, actor in place.here.actors.items():
            for n, variables in enumerate(variables_of(operation, place.here, place.cursors)):
                asked = Asked(operation.query if n else operation.query_as_sent, variables)
                if runs(asked, actor) and (n == 0 or role == OWN[operation.frontend]):
                    assert_equal(asked, await planned(actor, asked), await naive(place.reader, actor, asked))


@pytest.mark.parametrize("operation", QUERIES, ids=name_of)
async def test_a_query_of_a_frontend_is_asked_of_what_there_is(tidy: Place, operation: Operation) -> None:
    """The test of the test: the usual variables find something."""
    usual = next(variables_of(operation, tidy.here, tidy.cursors))
    answer = await planned(tidy.here.actors[OWN[operation.frontend]], Asked(operation.query, usual))
    assert "errors" not in answer, answer["errors"]
    assert any(answer["data"].values()) or operation.root == "firmLook"


@pytest.mark.parametrize("operation", MUTATIONS, ids=name_of)
async def test_a_mutation_of_a_frontend_answers_alike(tidy: Place, operation: Operation) -> None:
    with clock.at(NOW):
        here, there = await register_of(), await register_of()
        first = Asked(operation.query_as_sent, await input_of(operation, here))
        second = Asked(operation.query_as_sent, await input_of(operation, there))
        for role in ("stranger", "client", "analyst", "owner"):
            by_plan = await planned(here.actors[role], first)
            await across_firms(lambda: execute("DELETE FROM rate_limits"))
            by_hand = await naive(tidy.reader, there.actors[role], second)
            assert_equal(first, _without_ids(by_plan), _without_ids(by_hand))


@pytest.mark.parametrize("operation", SUBSCRIPTIONS, ids=name_of)
async def test_a_subscription_of_a_frontend_tells_alike(place: Place, operation: Operation) -> None:
    here = place.here
    change = Change("contact.activated", here.ids["acc"][0], here.ids["con"][1])
    told = 0
    with clock.at(NOW):
        for actor in here.actors.values():
            for watched in (None, here.ids["acc"][0], here.ids["acc"][1]):
                asked = Asked(operation.query_as_sent, {"id": watched})
                by_plan = await planned_events(actor, asked, change)
                by_hand = await naive_events(place.reader, actor, asked, change)
                assert_equal(asked, {"data": by_plan}, {"data": by_hand})
                told += len(by_plan)
    assert told


def _without_ids(answer: dict[str, Any]) -> dict[str, Any]:
    """With a number in place of each id, in the order of their appearance, and addresses made of ids without them."""
    numbers: dict[str, str] = {}
    text = re.sub(r"\.[0-9a-z]{12}@|(?<=Account )[0-9a-z]{10}", "", orjson.dumps(answer).decode())
    found: dict[str, Any] = orjson.loads(
        re.sub(r"[a-z]{3,4}_[0-7][0-9a-z]{25}", lambda each: numbers.setdefault(each[0], f"id {len(numbers)}"), text)
    )
    return found
