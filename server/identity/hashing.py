"""The threads that hash passwords: few, of low priority, with a bounded queue before them (security.md A9, E5)."""

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Final, TypeVar

from server.core.errors import Unavailable

T = TypeVar("T")

QUEUE: Final = 50
"""How many may wait for a thread; the next one is told to come back (503)."""


class Hashing:
    """The threads, how many callers wait for them, and how many passwords were verified so far."""

    def __init__(self, threads: int, queue: int = QUEUE) -> None:
        self.threads = threads
        self.queue = queue
        self.waiting = 0
        self.verified = 0
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="argon2", initializer=_give_way)

    async def run(self, work: Callable[[], T]) -> T:
        """Run it in one of the threads; refuse at once when the queue is full."""
        if self.waiting >= self.threads + self.queue:
            raise Unavailable(retry_after=2 + self.waiting // (10 * self.threads))
        self.waiting += 1
        future = asyncio.get_running_loop().run_in_executor(self._pool, work)
        future.add_done_callback(self._done)
        return await asyncio.shield(future)

    def _done(self, _: "asyncio.Future[T]") -> None:
        self.waiting -= 1


def _give_way() -> None:
    """Let requests go before hashes: the threads run at low priority where the system knows that per thread."""
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)


hashing = Hashing(threads=max(1, (os.cpu_count() or 2) - 1))
