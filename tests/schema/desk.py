"""A connection that blocks: for resolvers which read one value at a time, in one order."""

import asyncio
import threading
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, TypeVar

import asyncpg
import orjson

from server.core.database import APP_ROLE, credentials

T = TypeVar("T")


class Desk:
    """One connection that blocks, with the rights of the application; used from the loop of the tests."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._firm = ""

    def __enter__(self) -> "Desk":
        """Connect."""
        self._thread.start()
        self._connection: asyncpg.Connection = self._wait(self._connect())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close."""
        self._wait(self._connection.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def rows(self, firm_id: str, sql: str, values: list[object]) -> list[asyncpg.Record]:
        """The rows of a statement, as a firm sees them."""
        return self._wait(self._rows(firm_id, sql, values))

    async def _rows(self, firm_id: str, sql: str, values: list[object]) -> list[asyncpg.Record]:
        if firm_id != self._firm:
            await self._connection.execute("SELECT set_config('app.firm_id', $1, false)", firm_id)
            self._firm = firm_id
        return await self._connection.fetch(sql, *values)

    async def _connect(self) -> asyncpg.Connection:
        settings = {"role": APP_ROLE, "timezone": "UTC"}
        connection: asyncpg.Connection = await asyncpg.connect(**credentials(self._url), server_settings=settings)
        for kind in ("json", "jsonb"):
            await connection.set_type_codec(
                kind, encoder=lambda value: orjson.dumps(value).decode(), decoder=orjson.loads, schema="pg_catalog"
            )
        return connection

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()
