"""Work for later: jobs put on the queue in the caller's transaction, and timers.

A job enqueued in a unit of work that fails leaves nothing behind. Handlers must bear running twice.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, cast

import orjson
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.queries import Queries
from tortoise.backends.asyncpg.client import AsyncpgDBClient
from tortoise.connection import get_connection

Handler = Callable[[dict[str, Any]], Awaitable[None]]
Timer = Callable[[], Awaitable[None]]

handlers: dict[str, Handler] = {}
timers: dict[str, tuple[str, Timer]] = {}


def handler(name: str) -> Callable[[Handler], Handler]:
    """Register the function that does the jobs of this name."""

    def register(work: Handler) -> Handler:
        handlers[name] = work
        return work

    return register


def timer(name: str, cron: str) -> Callable[[Timer], Timer]:
    """Register a function that runs at the times of a cron expression."""

    def register(work: Timer) -> Timer:
        timers[name] = (cron, work)
        return work

    return register


async def enqueue(name: str, payload: dict[str, Any], *, after: timedelta | None = None) -> None:
    """Put a job on the queue, in the transaction that is open."""
    client = cast(AsyncpgDBClient, get_connection("default"))
    async with client.acquire_connection() as connection:
        queue = Queries(AsyncpgDriver(connection))
        await queue.enqueue(name, orjson.dumps(payload), execute_after=after)
