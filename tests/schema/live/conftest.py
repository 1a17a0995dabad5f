"""A server with a socket, listening to the database."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.schema.live.talking import Served, served


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server(connected: None, database_url: str) -> AsyncIterator[Served]:
    """One for all tests of a process."""
    async with served() as server, server.changes.heard(database_url):
        await server.changes.listens.wait()
        yield server
