"""What has changed, told to whoever watches the firm this moment.

The database announces every audit event itself, once its transaction is committed (migration 0011). Each server
process holds one connection that listens, and hands what it hears to the watches of that firm. An announcement holds
ids and an action, nothing else: who may see what has changed is asked when it is read.
"""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import asyncpg
import structlog

from server.core.database import APP_ROLE, credentials

log = structlog.get_logger()

CHANNEL: Final = "antesala_changes"
"""The channel of PostgreSQL; the trigger that announces names it too."""

MOST_WAITING: Final = 200
"""Different things that may wait for one watch; whoever is further behind reads all of it again."""

PAUSES: Final = (0.1, 10.0)
"""Seconds before the first and before every later try to listen again; they double, and are blurred."""

PULSE: Final = 20.0
"""Seconds after which the line is tried, so that one that is dead without a word is noticed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened, to which account and person, as far as it concerns any."""

    action: str
    account_id: str | None = None
    subject_id: str | None = None


Interest = Callable[[Change], str | None]
"""What a change concerns, for one watch; None where it concerns nothing that is watched."""


class Missed(Exception):
    """Something may have changed unheard: all that is shown must be read again."""


class Watch:
    """What one watcher has not looked at yet. The same thing twice waits once, with all that happened to it."""

    def __init__(self, interest: Interest) -> None:
        self._interest = interest
        self._waiting: dict[str, dict[str, None]] = {}
        self._missed = False
        self._wake = asyncio.Event()

    def offer(self, change: Change) -> None:
        """Note a change; never waits for the watcher."""
        concerned = self._interest(change)
        if concerned is None or self._missed:
            return
        self._waiting.setdefault(concerned, {})[change.action] = None
        if len(self._waiting) > MOST_WAITING:
            self.miss()
        self._wake.set()

    def miss(self) -> None:
        """Give up what waits: there is more than is known."""
        self._missed = True
        self._waiting.clear()
        self._wake.set()

    async def next(self) -> tuple[str, list[str]]:
        """What has changed and by which actions, the longest waiting first; raises Missed."""
        while not self._waiting:
            if self._missed:
                raise Missed
            self._wake.clear()
            await self._wake.wait()
        concerned = next(iter(self._waiting))
        return concerned, list(self._waiting.pop(concerned))


class Changes:
    """What one server process hears."""

    def __init__(self) -> None:
        self._watches: dict[str, set[Watch]] = {}
        self.listens = asyncio.Event()
        """Set while the line stands."""

    @contextlib.contextmanager
    def watched(self, firm_id: str, interest: Interest) -> Iterator[Watch]:
        """Watch the changes of one firm."""
        watch = Watch(interest)
        self._watches.setdefault(firm_id, set()).add(watch)
        try:
            yield watch
        finally:
            self._watches[firm_id].discard(watch)
            if not self._watches[firm_id]:
                del self._watches[firm_id]

    def hear(self, announcement: str) -> None:
        """Hand an announcement on: `firm action account subject`, or `firm` alone for more than can be told."""
        firm_id, *facts = announcement.split(" ")
        watches = self._watches.get(firm_id, ())
        if len(facts) != 3:
            for watch in watches:
                watch.miss()
            return
        action, account_id, subject_id = facts
        change = Change(action, _known(account_id), _known(subject_id))
        for watch in watches:
            watch.offer(change)

    def miss(self) -> None:
        """Tell everybody that something may have gone by."""
        for watches in self._watches.values():
            for watch in watches:
                watch.miss()

    @contextlib.asynccontextmanager
    async def heard(self, database_url: str) -> AsyncIterator[None]:
        """Listen as long as the block lasts; when the line is lost, until there is another."""
        ear = asyncio.create_task(self._listen(database_url))
        try:
            yield
        finally:
            ear.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await ear

    async def _listen(self, database_url: str) -> None:
        first, longest = PAUSES
        pause = first
        while True:
            try:
                async with _line(database_url, self.hear) as (connection, lost):
                    self.miss()  # what was announced before is known to nobody
                    self.listens.set()
                    pause = first
                    await _until_lost(connection, lost)
            except Exception as fault:  # whatever it is: a process that no longer hears must try again
                log.warning("changes.not_heard", fault=type(fault).__name__)
            self.listens.clear()
            await asyncio.sleep(pause * random.uniform(0.5, 1.0))
            pause = min(2 * pause, longest)


@contextlib.asynccontextmanager
async def _line(database_url: str, hear: Callable[[str], None]) -> AsyncIterator[tuple[Any, asyncio.Event]]:
    """A connection of its own that listens, and an event for its end."""
    connection: Any = await asyncpg.connect(
        **credentials(database_url),
        timeout=5,
        server_settings={"application_name": "antesala changes", "role": APP_ROLE},
    )
    lost = asyncio.Event()
    try:
        connection.add_termination_listener(lambda _: lost.set())
        await connection.add_listener(CHANNEL, lambda *said: hear(said[3]))
        yield connection, lost
    finally:
        connection.terminate()


async def _until_lost(connection: Any, lost: asyncio.Event) -> None:
    while not lost.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(lost.wait(), PULSE)
        if not lost.is_set():
            await connection.fetchval("SELECT 1", timeout=5)


def _known(text: str) -> str | None:
    return None if text == "-" else text
