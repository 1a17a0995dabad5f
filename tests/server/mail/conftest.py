"""A mail server that misbehaves on order, and a delivery that runs against it."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

import pytest
from aiosmtpd.smtp import SMTP

from server.core import clock, ids
from server.core.database import across_firms, in_firm
from server.mail import origin, outbox
from server.mail.deliver import Pace, deliver
from server.mail.message import Link
from server.mail.models import Email
from server.mail.smtp import MailServer
from server.staff.emails import StaffInvitation

SENDER = "portal@antesala.example"
QUICK = Pace(
    delays=(timedelta(milliseconds=150),),
    lease=timedelta(seconds=8),
    poll=timedelta(milliseconds=500),
    grace=timedelta(seconds=1),
)


@dataclass
class Misbehaving:
    """A mail server that does, mail by mail, what `orders` say; with none left, it takes the mail.

    Orders: a reply such as `451 later` to the recipient, `data 554 no` to the content, `hang` (say nothing more),
    `drop` (take the content, then hang up without a word), `hang up` (at the recipient).
    """

    orders: list[str] = field(default_factory=list)
    taken: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    connections: int = 0
    round_trip: float = 0
    _server: asyncio.Server | None = None
    _speaking: set[Any] = field(default_factory=set)
    port: int = 0

    @property
    def message_ids(self) -> Counter[str]:
        """How often each Message-ID arrived."""
        return Counter(str(message["Message-ID"]) for message in self.taken)

    async def start(self) -> None:
        """Listen; on the same port as before where there was one."""
        loop = asyncio.get_running_loop()

        def speak() -> asyncio.Protocol:
            self.connections += 1
            smtp = SMTP(self, loop=loop, hostname="localhost", data_size_limit=10_000_000)
            self._speaking.add(smtp)
            return cast(asyncio.Protocol, smtp)

        self._server = await loop.create_server(speak, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Hang up on everybody."""
        if self._server:
            self._server.close()
        for smtp in self._speaking:
            if smtp.transport:
                smtp.transport.abort()
        self._speaking.clear()
        await asyncio.sleep(0)

    def settings(self, **more: Any) -> MailServer:
        """How to reach it."""
        options: dict[str, Any] = {"host": "127.0.0.1", "port": self.port, "tls": "none"}
        return MailServer(**(options | more))

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        await asyncio.sleep(self.round_trip)
        order = self.orders[0] if self.orders else ""
        if order and not order.startswith(("data", "drop", "hang data")):
            self.orders.pop(0)
            if order == "hang":
                await asyncio.sleep(60)
            if order == "hang up":
                server.transport.abort()
            return order
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        await asyncio.sleep(self.round_trip)
        order = self.orders.pop(0) if self.orders else ""
        if order.startswith("data"):
            return order.removeprefix("data ")
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        self.recipients += envelope.rcpt_tos
        if order == "drop":
            server.transport.abort()
        return "250 2.0.0 taken as 4711"


@pytest.fixture(autouse=True)
def home() -> None:
    """Links of e-mails begin here, whatever application another test has built before."""
    origin.use_base_url("http://localhost:8000")


@pytest.fixture
async def server() -> AsyncIterator[Misbehaving]:
    """A running one; what other tests left in the outbox stays there."""

    async def others() -> int:
        return await Email.filter(state__in=["QUEUED", "DEFERRED", "SENDING"]).update(state="CANCELLED")

    await across_firms(others)
    running = Misbehaving()
    await running.start()
    yield running
    await running.stop()


Delivering = Callable[..., contextlib.AbstractAsyncContextManager[None]]


@pytest.fixture
def delivering(server: Misbehaving, database_url: str) -> Delivering:
    """A worker that delivers to the server while the block runs."""

    @asynccontextmanager
    async def running(pace: Pace = QUICK, **settings: Any) -> AsyncIterator[None]:
        stop = asyncio.Event()
        work = asyncio.create_task(
            deliver(server.settings(**settings), sender=SENDER, database_url=database_url, stop=stop, pace=pace)
        )
        try:
            yield
        finally:
            stop.set()
            await work

    return running


async def queued(firm_id: str, to: str = "ana@client.example", **more: Any) -> Email:
    """One e-mail in the outbox of a firm."""
    options: dict[str, Any] = {"language": "en", "key": ids.new_id("inv"), "to": to} | more
    message = options.pop("message", None) or StaffInvitation(
        "Ana", "Marta Puig", clock.now(), False, Link("/admin/activate", "antinv", options["key"][-26:])
    )
    return await in_firm(firm_id, lambda: outbox.queue(firm_id, message, **options))


async def until(condition: Callable[[], Awaitable[Any]], seconds: float = 10) -> Any:
    """Wait for something to become true; what it became."""
    async with asyncio.timeout(seconds):
        while not (found := await condition()):
            await asyncio.sleep(0.03)
        return found


async def state_of(email: Email) -> Email:
    """The e-mail as it stands now."""
    return await in_firm(str(email.firm_id), lambda: Email.get(id=email.id))


async def until_state(email: Email, state: str, seconds: float = 10) -> Email:
    """Wait until the e-mail is in this state; the e-mail."""

    async def reached() -> Email | None:
        now = await state_of(email)
        return now if now.state == state else None

    return cast(Email, await until(reached, seconds))
