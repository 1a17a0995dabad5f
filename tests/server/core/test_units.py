"""The unit of work: one firm at a time, whole or not at all, and no client that drops can cost a connection."""

import asyncio
import contextlib
from typing import cast

import asyncpg
import pytest
from tortoise.backends.asyncpg.client import AsyncpgDBClient
from tortoise.connection import get_connection

from server.accounts.models import Account
from server.core import database
from server.core.database import across_firms, in_firm
from server.firms.models import Firm
from tests.factories.offices import MakeOffice
from tests.factories.people import account_of


async def test_400_interleaved_units_of_two_firms_mix_no_rows(make_office: MakeOffice) -> None:  # T11
    offices = [await make_office(), await make_office()]
    for office in offices:
        await in_firm(office.id, lambda office=office: account_of(office.id))  # type: ignore[misc]  # mypy: the lambda's default

    async def seen(firm_id: str) -> set[str]:
        async def work() -> set[str]:
            first = {str(account.firm_id) for account in await Account.all()}
            await asyncio.sleep(0)
            return first | {str(firm.id) for firm in await Firm.all()}

        return await in_firm(firm_id, work)

    found = await asyncio.gather(*(seen(offices[n % 2].id) for n in range(400)))
    assert all(found[n] == {offices[n % 2].id} for n in range(400))


async def test_a_unit_without_a_firm_sees_nothing() -> None:  # E6: fails closed
    assert await in_firm("", lambda: Account.all().count()) == 0
    assert await in_firm("", lambda: Firm.all().count()) == 0


async def test_a_row_cannot_be_written_into_another_firm(make_office: MakeOffice) -> None:  # T2
    here, there = await make_office(), await make_office()
    with pytest.raises(Exception, match="row-level security"):
        await in_firm(here.id, lambda: account_of(there.id))


async def test_a_unit_cannot_reach_into_another_firms(make_office: MakeOffice) -> None:
    here, there = await make_office(), await make_office()
    with pytest.raises(RuntimeError):
        await in_firm(here.id, lambda: in_firm(there.id, lambda: Account.all().count()))


async def test_a_read_only_unit_writes_nothing(make_office: MakeOffice) -> None:
    office = await make_office()
    with pytest.raises(Exception, match="read-only"):
        await in_firm(office.id, lambda: account_of(office.id), read_only=True)


async def test_a_failing_unit_leaves_nothing(make_office: MakeOffice) -> None:
    office = await make_office()

    async def work() -> None:
        await account_of(office.id)
        raise ValueError

    with pytest.raises(ValueError):
        await in_firm(office.id, work)
    assert await in_firm(office.id, lambda: Account.all().count()) == 0


async def test_clients_that_drop_leave_the_pool_whole(make_office: MakeOffice) -> None:  # R3
    office = await make_office()

    async def work() -> None:
        await database.fetch("SELECT pg_sleep(0.02)")

    for round_ in range(60):
        task = asyncio.create_task(in_firm(office.id, work))
        await asyncio.sleep(0.001 * (round_ % 7))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    counts = await asyncio.gather(*(in_firm(office.id, lambda: Account.all().count()) for _ in range(60)))
    assert counts == [0] * 60


async def test_what_a_dropped_client_began_is_finished(make_office: MakeOffice) -> None:  # R3
    office = await make_office()
    begun = asyncio.Event()

    async def work() -> None:
        await account_of(office.id)
        begun.set()
        await database.fetch("SELECT pg_sleep(0.05)")

    task = asyncio.create_task(in_firm(office.id, work))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.sleep(0.3)
    assert await in_firm(office.id, lambda: Account.all().count()) == 1


async def test_connections_that_die_cost_the_pool_nothing(make_office: MakeOffice, database_url: str) -> None:  # K3
    office = await make_office()
    killer = await asyncpg.connect(**database.credentials(database_url))
    done = asyncio.Event()

    async def busy() -> None:
        while not done.is_set():
            with contextlib.suppress(Exception):
                await in_firm(office.id, lambda: Account.all().count())

    tasks = [asyncio.create_task(busy()) for _ in range(20)]
    for _ in range(4):
        await asyncio.sleep(0.1)
        await killer.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND application_name = 'antesala'"
        )
    done.set()
    await asyncio.gather(*tasks)
    await killer.close()
    pool = cast(AsyncpgDBClient, get_connection("default"))._pool
    assert pool is not None
    assert pool.get_size() == pool.get_idle_size()
    assert await in_firm(office.id, lambda: Account.all().count()) == 0


async def test_the_system_sees_every_firm(make_office: MakeOffice) -> None:
    offices = {(await make_office()).id, (await make_office()).id}
    found = await across_firms(lambda: Firm.all().values_list("id", flat=True))
    assert offices <= {str(each) for each in found}
