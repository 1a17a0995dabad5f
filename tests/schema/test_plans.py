"""Plans: made once, shared by all who may see the same, and never made of a request's text."""

import asyncio
from typing import Any

import asyncpg
import pytest

from schema.reading import plans
from schema.reading.completion import Answer, checked, objects
from schema.reading.values import Unfit, leaf
from schema.root import schema
from server.core import database
from server.core.actor import Actor
from tests.factories.offices import MakeOffice
from tests.factories.people import client_of
from tests.schema.asking import ask

STRANGE = "evil_key_x9"
QUERY = """
query ($id: ID!, $first: Int, $all: Boolean!) {
  evil_key_x9: account(id: $id) {
    name @include(if: $all)
    evil_key_x9b: timeline(first: $first) { nodes { id } }
  }
}
"""


def _made() -> int:
    return len(plans._plans)


async def _asked(actor: Actor, account_id: str, **variables: Any) -> dict[str, Any]:
    return await ask(actor, QUERY, id=account_id, **{"first": 2, "all": True, **variables})


async def test_a_plan_is_made_once_and_shared_by_who_may_see_the_same(make_office: MakeOffice) -> None:
    here, there = await make_office(), await make_office()
    ours, theirs = await client_of(here.id), await client_of(there.id)
    plans.forget()
    await _asked(here.owner, ours.account.id)
    await _asked(here.owner, ours.account.id)
    await _asked(there.owner, theirs.account.id)
    assert _made() == 1


async def test_what_shapes_the_answer_makes_another_plan(make_office: MakeOffice) -> None:
    office = await make_office()
    client = await client_of(office.id)
    plans.forget()
    assert "name" in (await _asked(office.owner, client.account.id))[STRANGE]
    assert "name" not in (await _asked(office.owner, client.account.id, all=False))[STRANGE]
    await _asked(office.owner, client.account.id, first=3)
    assert _made() == 3


async def test_no_word_of_a_request_is_in_the_statement(make_office: MakeOffice) -> None:  # G9
    office = await make_office()
    client = await client_of(office.id)
    plans.forget()
    await _asked(office.owner, client.account.id)
    [plan] = plans._plans.values()
    assert STRANGE not in plan.sql
    assert client.account.id not in plan.sql
    assert office.id not in plan.sql


async def test_plans_are_kept_by_weight(make_office: MakeOffice, monkeypatch: pytest.MonkeyPatch) -> None:  # G1
    office = await make_office()
    client = await client_of(office.id)
    plans.forget()
    await _asked(office.owner, client.account.id)
    [plan] = plans._plans.values()
    monkeypatch.setattr(plans, "HEAVIEST", 5 * len(plan.sql))
    for first in range(1, 12):
        await _asked(office.owner, client.account.id, first=first)
    assert 3 <= _made() <= 6
    assert plans._weight == sum(len(each.sql) for each in plans._plans.values()) <= plans.HEAVIEST


async def test_objects_bear_any_number_of_keys() -> None:
    for width in (1, 2, 300, 2_000):
        keys = [f"k{n}" for n in range(width)]
        makers = [lambda answer, n=n: answer.levels[0][n] for n in range(width)]
        made = objects(keys, makers)(Answer([[[n, n + 1] for n in range(width)]]))
        assert made == [dict(zip(keys, range(width), strict=True)), dict(zip(keys, range(1, width + 1), strict=True))]


def test_nulls_and_unknown_values_do_not_fit() -> None:
    account, stage = (schema._schema.type_map[name] for name in ("Account", "Stage"))
    name = account.fields["name"].type  # type: ignore[attr-defined]  # an object type
    assert checked(name, lambda _: ["a"])(Answer([])) == ["a"]
    with pytest.raises(Unfit):
        checked(name, lambda _: ["a", None])(Answer([]))
    assert leaf(stage)("LEAD") == "LEAD"
    for odd in ("ODD", ["LEAD"], {"a": 1}):
        with pytest.raises(Unfit):
            leaf(stage)(odd)


async def _read(firm_id: str, rows: str) -> list[Any]:
    return list(await database.read(firm_id, f"WITH {database.FIRM_FIRST} SELECT {database.for_firm(rows)}", []))


async def test_a_read_that_fails_or_is_cancelled_costs_no_connection(make_office: MakeOffice) -> None:  # E7
    office = await make_office()
    pool: Any = database._client()._pool
    for _ in range(30):
        with pytest.raises(Exception, match="division by zero"):
            await _read(office.id, "(SELECT 1 / (random() * 0)::int)")
        task = asyncio.create_task(_read(office.id, "(SELECT pg_sleep(30)::text)"))
        await asyncio.sleep(0.005)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert [holder for holder in pool._holders if holder._in_use] == []
    assert await _read(office.id, "(SELECT count(*) FROM firms)") == [1]


async def test_a_read_sees_its_firm_alone_and_leaves_none_behind(make_office: MakeOffice) -> None:  # T1, T11, E6
    offices = [await make_office(), await make_office()]
    seen = await asyncio.gather(*(_read(offices[n % 2].id, "(SELECT array_agg(id) FROM firms)") for n in range(400)))
    assert all(found == [[offices[n % 2].id]] for n, found in enumerate(seen))
    pool: Any = database._client()._pool
    left = [holder._con for holder in pool._holders if holder._con]
    assert {await each.fetchval("SELECT count(*) FROM firms") for each in left} == {0}


async def test_a_firm_that_is_none_sees_nothing() -> None:  # E6: fails closed
    for odd in ("", "*", "firm_1'; DROP TABLE firms; --"):
        assert await _read(odd, "(SELECT count(*) FROM firms)") == [0]


async def test_a_read_bears_that_its_connection_was_cut_at_rest(
    make_office: MakeOffice, database_url: str
) -> None:  # K3
    office = await make_office()
    assert await _read(office.id, "(SELECT 1)") == [1]
    killer = await asyncpg.connect(**database.credentials(database_url))
    await killer.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'antesala'"
    )
    await killer.close()
    assert await _read(office.id, "(SELECT 1)") == [1]
