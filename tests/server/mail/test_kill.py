"""kill -9 while e-mails are on the wire (M4, K1)."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.conftest import ROOT, SECRET
from tests.factories.offices import MakeOffice

from .conftest import Misbehaving, queued, until
from .test_deliver import all_accepted

MAILS, KILLS = 40, 5


async def test_killing_the_worker_again_and_again_loses_nothing(
    server: Misbehaving, make_office: MakeOffice, database_url: str
) -> None:  # M4
    office = await make_office()
    emails = [await queued(office.id) for _ in range(MAILS)]
    server.round_trip = 0.03
    for kill in range(1, KILLS + 1):
        async with working(database_url, server.port):
            await until(lambda kill=kill: so_many(server, kill * 5), seconds=30)  # type: ignore[misc]  # mypy: the lambda's default
    async with working(database_url, server.port):
        await until(lambda: all_accepted(office.id), seconds=60)
    arrived = server.message_ids
    assert set(arrived) == {email.message_id for email in emails}  # none lost, and copies share their Message-ID
    assert sum(arrived.values()) - MAILS <= KILLS * 4  # at most what was on the wire at each kill


async def so_many(server: Misbehaving, number: int) -> bool:
    return len(server.taken) >= number


@asynccontextmanager
async def working(database_url: str, port: int) -> AsyncIterator[None]:
    """A worker that is killed, without warning, at the end of the block."""
    script = Path(__file__).with_name("run_worker.py")
    arguments = [str(script), database_url, str(port), SECRET]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    worker = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env=environment, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        yield
    finally:
        worker.kill()
        await worker.wait()
