"""Be told by PostgreSQL that something was put into the outbox."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import structlog

from server.core.database import APP_ROLE, credentials
from server.mail.outbox import CHANNEL

log = structlog.get_logger()


@contextlib.asynccontextmanager
async def listening(database_url: str) -> AsyncIterator[asyncio.Event]:
    """An event that is set whenever the outbox was written to; also after the connection was lost and found again."""
    wake = asyncio.Event()
    ear = asyncio.create_task(_listen(database_url, wake))
    try:
        yield wake
    finally:
        ear.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await ear


async def _listen(database_url: str, wake: asyncio.Event) -> None:
    """Hold one connection open for as long as we live, with a pause before each new try."""
    while True:
        lost = asyncio.Event()
        try:
            connection: Any = await asyncpg.connect(
                **credentials(database_url),
                timeout=5,
                server_settings={"application_name": "antesala mail", "role": APP_ROLE},
            )
            try:
                connection.add_termination_listener(lambda _, lost=lost: lost.set())
                await connection.add_listener(CHANNEL, lambda *_: wake.set())
                wake.set()
                await lost.wait()
            finally:
                connection.terminate()
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as fault:
            log.warning("mail.not_listening", fault=type(fault).__name__)
        await asyncio.sleep(1)
