"""The worker that empties the outbox: claims what is due, renders it, hands it to the mail server, notes the reply.

At least once, never twice for one key but after a crash between the server's reply and our note of it; then both copies
carry the same Message-ID (M4). No network inside a unit of work.
"""

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from server.core import clock
from server.mail import lease
from server.mail.address import on_the_wire
from server.mail.envelope import enveloped
from server.mail.lease import Leased, Outcome
from server.mail.models import EmailState
from server.mail.render import Rendered, render
from server.mail.smtp import Connections, MailServer, NotSent
from server.mail.wake import listening

log = structlog.get_logger()

UNREACHABLE = "No connection. "
"""Begins the reply of what waits only because the server did not answer."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast, how long, how often. `delays` grow with the attempts; the last one repeats until `give_up`."""

    at_once: int = 8
    lease: timedelta = timedelta(minutes=2)
    delays: tuple[timedelta, ...] = tuple(timedelta(minutes=m) for m in (1, 3, 10, 30, 60, 120, 240))
    give_up: timedelta = timedelta(hours=72)
    poll: timedelta = timedelta(seconds=15)
    grace: timedelta = timedelta(seconds=10)
    """How long a stopping worker lets running sends finish before it returns their leases."""

    def next_attempt(self, attempt_count: int, created_at: datetime) -> datetime | None:
        """When to try again after a failure, or None when it has been long enough."""
        again = clock.now() + self.delays[min(attempt_count, len(self.delays) - 1)]
        return again if again <= created_at + self.give_up else None


async def deliver(
    server: MailServer, *, sender: str, database_url: str, stop: asyncio.Event, pace: Pace | None = None
) -> None:
    """Send what the outbox holds until `stop` is set; then finish what is on the wire and return the other leases.

    Wakes when something is queued (LISTEN) and when the next e-mail is due. Outlives restarts of both servers.
    """
    courier = Courier(server, sender, pace or Pace())
    async with listening(database_url) as wake:
        while not stop.is_set():
            wake.clear()
            pause = await courier.round(wake)
            await _first(stop, wake, timeout=pause)
    await courier.finish()


class Courier:
    """The sends that are running, and the connections they use."""

    def __init__(self, server: MailServer, sender: str, pace: Pace) -> None:
        self.pace = pace
        self.sender = sender
        self._connections = Connections(server)
        self._running: dict[asyncio.Task[None], Leased] = {}
        self._was_away = True

    async def round(self, wake: asyncio.Event) -> float:
        """Start as many sends as there is room for; seconds after which to look again. Never raises."""
        try:
            room = self.pace.at_once - len(self._running)
            if room < 1:
                return self.pace.poll.total_seconds()  # the next send that ends wakes us
            claimed = await lease.claim(room, self.pace.lease)
            for email in claimed:
                task = asyncio.create_task(self._carry(email))
                self._running[task] = email
                task.add_done_callback(self._running.pop)
                task.add_done_callback(lambda _: wake.set())
            self._connections.tidy()
            return 0 if len(claimed) == room else await self._until_next()
        except Exception as fault:
            log.warning("mail.outbox_unreachable", fault=type(fault).__name__)
            return 1

    async def finish(self) -> None:
        """Let the running sends end for a while, then cancel them and return their leases."""
        if self._running:
            await asyncio.wait(self._running, timeout=self.pace.grace.total_seconds())
        unfinished = dict(self._running)
        for task in unfinished:
            task.cancel()
        if unfinished:
            await asyncio.wait(unfinished, timeout=1)
            with contextlib.suppress(Exception):
                await lease.give_back(unfinished.values())
        await self._connections.close()

    async def _until_next(self) -> float:
        due, longest = await lease.next_due(), self.pace.poll.total_seconds()
        return longest if due is None else min(longest, max(0.05, (due - clock.now()).total_seconds()))

    async def _carry(self, email: Leased) -> None:
        """One attempt with one e-mail, from its words to the note of what became of it."""
        outcome = await self._attempt(email)
        log.info("mail.attempted", email=email.id, kind=email.kind, state=outcome.state.value)
        await self._note(email, outcome)
        if outcome.reply.startswith(UNREACHABLE):
            self._was_away = True  # now that it is noted, so that whoever finds the server back sees this one waiting
        elif outcome.state is EmailState.ACCEPTED and self._was_away:
            self._was_away = False
            with contextlib.suppress(Exception):
                await lease.hasten(UNREACHABLE)

    async def _attempt(self, email: Leased) -> Outcome:
        try:
            rendered = render(email.kind, email.words, email.language, email.look)
            content = self._content(email, rendered)
        except Exception as fault:  # ours to mend; the mail waits for it
            log.exception("mail.not_rendered", email=email.id, kind=email.kind)
            return self._later(email, f"The e-mail could not be written: {type(fault).__name__}")
        try:
            reply = await self._connections.hand_over(self.sender, on_the_wire(email.to_address), content)
        except NotSent as refusal:
            if refusal.for_good:
                return Outcome(EmailState.FAILED, refusal.reply, rendered.subject)
            prefix = UNREACHABLE if refusal.unreachable else ""
            return self._later(email, prefix + refusal.reply, rendered.subject)
        return Outcome(EmailState.ACCEPTED, reply, rendered.subject)

    def _content(self, email: Leased, rendered: Rendered) -> bytes:
        return enveloped(
            rendered,
            message_id=email.message_id,
            sender=self.sender,
            sender_name=email.look.name,
            to=email.to_address,
            to_name=email.to_name,
            reply_to=email.reply_to,
            language=email.language,
            at=clock.now(),
        )

    def _later(self, email: Leased, reply: str, subject: str | None = None) -> Outcome:
        again_at = self.pace.next_attempt(email.attempt_count, email.created_at)
        state = EmailState.DEFERRED if again_at else EmailState.FAILED
        return Outcome(state, reply[:500], subject, again_at)

    async def _note(self, email: Leased, outcome: Outcome) -> None:
        """Keep trying while the lease lasts: a mail that is out must not go out again for want of a note."""
        while clock.now() <= email.leased_until:
            try:
                await lease.record(email, outcome)
                break
            except Exception as fault:
                log.warning("mail.not_noted", email=email.id, fault=type(fault).__name__)
                await asyncio.sleep(0.5)


async def _first(*events: asyncio.Event, timeout: float) -> None:
    """Wait until one of the events is set, or the time is up."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()
