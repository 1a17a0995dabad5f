"""What was planned for one request serves others: other variables, other people, other firms, other times.

Each question is asked of one document again and again, and answers as plain graphql-core does every time.
"""

import traceback
from datetime import timedelta
from typing import Any

import pytest

from schema.context import Context
from schema.run import run
from server.core import clock
from server.core.actor import Actor
from tests.factories.registers import NOW, register_of
from tests.schema.equality import Asked, assert_equal, naive, planned
from tests.schema.places import Place

CONDITIONS = {
    "on the field": "firm @include(if: $a) { id } firm @include(if: $b) { name }",
    "on fragments around it": "... @include(if: $a) { firm { id } } ... @skip(if: $b) { firm { name } }",
    "on fields below": "firm { id @include(if: $a) name @skip(if: $b) address @include(if: $b) { city } }",
    "on fragments below": "firm { ... @include(if: $a) { id address { city } } ... @skip(if: $b) { id name } }",
    "far below": "accounts { nodes { contacts @skip(if: $a) { id } contacts { contact @include(if: $b) { id } id } } }",
}


async def _alike(place: Place, actor: Actor, query: str, variables: dict[str, Any]) -> dict[str, Any]:
    asked = Asked(query, variables)
    answer = await planned(actor, asked)
    assert_equal(asked, answer, await naive(place.reader, actor, asked))
    return answer


@pytest.mark.parametrize("where", CONDITIONS)
async def test_conditions_may_turn(tidy: Place, where: str) -> None:
    query = f"query ($a: Boolean!, $b: Boolean!) {{ __typename {CONDITIONS[where]} }}"
    with clock.at(NOW):
        for a, b in ((True, False), (False, True), (True, True), (False, False), (True, False)):
            await _alike(tidy, tidy.here.office.owner, query, {"a": a, "b": b})


async def test_pages_may_be_others(tidy: Place) -> None:
    query = """query ($n: Int, $after: String, $last: Int, $m: Int, $sort: AccountSort! = NAME_ASC) {
      accounts(first: $n, after: $after, last: $last, sort: $sort) { nodes { id timeline(first: $m) { nodes { id } } } }
    }"""
    cursor = tidy.cursors["accounts"]
    with clock.at(NOW):
        for n, after, last, m in (
            (2, None, None, 1),
            (2, cursor, None, 2),
            (None, None, 2, 0),
            (3, cursor, None, None),
        ):
            for sort in ("NAME_ASC", "NAME_DESC"):
                given = {"n": n, "after": after, "last": last, "m": m, "sort": sort}
                await _alike(tidy, tidy.here.office.owner, query, given)
                await _alike(tidy, tidy.here.office.owner, query, given | {"m": -1})


async def test_filters_may_be_others(tidy: Place) -> None:
    query = "query ($f: AccountFilter, $q: String) { accounts(filter: $f, search: $q) { totalCount nodes { id } } }"
    filters: list[Any] = [
        None,
        {},
        {"stage": []},
        {"stage": ["LEAD"]},
        {"stage": ["LEAD", "CLIENT"], "type": ["COMPANY"]},
    ]
    with clock.at(NOW):
        for f in filters:
            for q in (None, "", "ana", "gar", "%"):
                await _alike(tidy, tidy.here.office.owner, query, {"f": f, "q": q})


async def test_people_and_firms_may_be_others(tidy: Place) -> None:
    query = """query ($id: ID!) { viewer { id can accounts { id folders { id } } staffMember { id } firm { id } }
      node(id: $id) { id ... on Account { folders { id access } } ... on PortalAccount { folders { id access } } } }"""
    with clock.at(NOW):
        there = await register_of("Next door")
        for _ in range(2):
            for here in (tidy.here, there):
                for actor in (*here.actors.values(), here.newcomer):
                    for account in (tidy.here.ids["acc"][0], there.ids["acc"][0]):
                        await _alike(tidy, actor, query, {"id": account})


async def test_the_time_may_be_another(tidy: Place) -> None:
    query = "{ accounts { nodes { contacts { portalAccess invitation { state } } } } }"
    answers = []
    for days in (0, 2, 0):
        with clock.at(NOW + timedelta(days=days)):
            answers.append(await _alike(tidy, tidy.here.office.owner, query, {}))
    assert answers[0] == answers[2] != answers[1]


async def test_a_refusal_keeps_nothing_of_who_was_refused(tidy: Place) -> None:
    """Its error is part of the plan; each raise would leave the frames of the request in it."""
    query = '{ accounts(first: 3) { nodes { id timeline(after: "nonsense") { totalCount } } } }'
    lengths = set()
    for _ in range(3):
        context = Context(actor=tidy.here.office.owner)
        errors = (await run(context, query)).errors
        assert errors
        assert errors[0].original_error is not None
        lengths.add(len(traceback.extract_tb(errors[0].original_error.__traceback__)))
    assert len(lengths) == 1
