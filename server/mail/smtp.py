"""Hand e-mails to one mail server, through a few connections that stay open between mails.

SMTP is bound by round trips: a reused connection saves the greeting, TLS and the login of every mail but the first.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from aiosmtplib import SMTP
from aiosmtplib.errors import (
    SMTPAuthenticationError,
    SMTPConnectResponseError,
    SMTPException,
    SMTPHeloError,
    SMTPResponseException,
)

from server.mail.address import one_line

LONGEST_REPLY = 500
_OUR_OWN_FAULT = {530, 534, 535, 538}
"""We are not signed in, or not well enough: no reason to give an e-mail up."""


class NotSent(Exception):
    """The server did not take the mail. `reply` is what to show staff; `for_good` that asking again is no use."""

    def __init__(self, reply: str, *, for_good: bool = False, unreachable: bool = False) -> None:
        self.reply = one_line(reply)[:LONGEST_REPLY]
        self.for_good = for_good
        self.unreachable = unreachable
        """Nobody answered, as against: the answer was no."""
        super().__init__(self.reply)


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where to hand mails in, and how long to wait. `tls`: `starttls`, `tls` or `none`."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    tls: str = "starttls"
    introduce_as: str = "localhost"
    connect_timeout: float = 10
    send_timeout: float = 30
    idle: float = 20
    """Seconds after which an unused connection is hung up."""
    mails_per_connection: int = 100


@dataclass(eq=False)
class _Line:
    client: SMTP
    mails: int = 0
    used_at: float = field(default_factory=time.monotonic)


class Connections:
    """The open connections to one server. Each carries one mail at a time; those at rest wait here."""

    def __init__(self, server: MailServer) -> None:
        self.server = server
        self._resting: list[_Line] = []

    async def hand_over(self, sender: str, recipient: str, content: bytes) -> str:
        """Give one mail to the server; its reply. Raises NotSent after the send timeout at the latest."""
        try:
            async with asyncio.timeout(self.server.send_timeout), self._line(sender) as line:
                await line.client.rcpt(recipient)
                reply = await line.client.data(content)
        except SMTPResponseException as refusal:
            raise NotSent(f"{refusal.code} {refusal.message}", for_good=_is_for_good(refusal)) from refusal
        except TimeoutError as silence:
            raise NotSent("The mail server did not answer in time.", unreachable=True) from silence
        except (SMTPException, OSError) as fault:
            raise NotSent(
                f"The mail server could not be reached ({type(fault).__name__}).", unreachable=True
            ) from fault
        return one_line(f"{reply.code} {reply.message}")[:LONGEST_REPLY]

    def tidy(self) -> None:
        """Hang up what has rested for long."""
        oldest = time.monotonic() - self.server.idle
        for line in [line for line in self._resting if line.used_at < oldest]:
            self._resting.remove(line)
            line.client.close()

    async def close(self) -> None:
        """Take leave of the server on every connection at rest."""
        while self._resting:
            client = self._resting.pop().client
            with contextlib.suppress(SMTPException, OSError):
                await client.quit(timeout=1)
            client.close()

    @contextlib.asynccontextmanager
    async def _line(self, sender: str) -> AsyncIterator[_Line]:
        """A connection on which the server has agreed to take a mail from the sender."""
        line = await self._rested(sender) or await self._fresh(sender)
        try:
            yield line
        except SMTPResponseException:
            with contextlib.suppress(SMTPException, OSError):
                await line.client.rset()  # it said no to this mail, not to us
                self._rest(line)
            raise
        except BaseException:
            line.client.close()
            raise
        self._rest(line)

    async def _rested(self, sender: str) -> _Line | None:
        self.tidy()
        while self._resting:
            line = self._resting.pop()
            try:
                await line.client.mail(sender, timeout=min(5, self.server.send_timeout / 2))
                return line
            except (SMTPException, OSError):  # it hung up meanwhile, or has had enough of us: nothing was sent yet
                line.client.close()
            except BaseException:
                line.client.close()
                raise
        return None

    async def _fresh(self, sender: str) -> _Line:
        server = self.server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user or None,
            password=server.password or None,
            use_tls=server.tls == "tls",
            start_tls=server.tls == "starttls",
            local_hostname=server.introduce_as,
            timeout=server.connect_timeout,
        )
        try:
            async with asyncio.timeout(server.connect_timeout):
                await client.connect()
            client.timeout = server.send_timeout
            await client.mail(sender)
        except BaseException:
            client.close()
            raise
        return _Line(client)

    def _rest(self, line: _Line) -> None:
        line.mails += 1
        line.used_at = time.monotonic()
        if line.client.is_connected and line.mails < self.server.mails_per_connection:
            self._resting.append(line)
        else:
            line.client.close()


def _is_for_good(refusal: SMTPResponseException) -> bool:
    """5xx is for good where it is about the mail; where it is about us (greeting, login), we may be set right."""
    about_us = isinstance(refusal, SMTPConnectResponseError | SMTPHeloError | SMTPAuthenticationError)
    return 500 <= refusal.code < 600 and not about_us and refusal.code not in _OUR_OWN_FAULT
