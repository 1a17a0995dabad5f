"""A mail server that delivers nothing: it takes every e-mail and keeps it as files for the mailbox page.

A mail is two files: `<id>.eml`, the message as it came over the wire, and `<id>.json`, its envelope. The second is
written last and in one move, so what has an envelope is whole, even after a kill in the middle.
"""

import asyncio
import contextlib
import json
import secrets
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

from aiosmtpd.smtp import SMTP

LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True)
class CaughtMail:
    """The envelope: what the sender said on the wire, whatever the headers say. Ids sort by time of arrival."""

    id: str
    sender: str
    recipients: list[str]
    received_at: str
    """ISO 8601, UTC."""


class Sink:
    """A listening sink. `port` is the one it got, which matters where 0 was asked for."""

    def __init__(self, folder: Path, server: asyncio.Server) -> None:
        self.folder = folder
        self._server = server
        self.port: int = server.sockets[0].getsockname()[1]

    @classmethod
    async def start(cls, folder: Path, *, port: int = 0, host: str = "127.0.0.1") -> "Sink":
        """Listen on a loopback port; mails of earlier starts stay in the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        loop = asyncio.get_running_loop()

        def speak() -> asyncio.Protocol:
            smtp = SMTP(
                _Keeper(folder),
                loop=loop,
                hostname="localhost",
                ident="Antesala mailbox",
                data_size_limit=LARGEST,
                enable_SMTPUTF8=True,
            )
            return cast(asyncio.Protocol, smtp)

        return cls(folder, await loop.create_server(speak, host, port))

    async def stop(self) -> None:
        """Hang up. A mail that was not acknowledged stays the sender's."""
        self._server.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._server.wait_closed(), 1)


class _Keeper:
    """What aiosmtpd calls for each message; the names are its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        mail = keep(self.folder, envelope.mail_from or "", list(envelope.rcpt_tos), bytes(envelope.content or b""))
        return f"250 2.0.0 Kept as {mail.id}"


def keep(folder: Path, sender: str, recipients: list[str], content: bytes) -> CaughtMail:
    """Write a mail into the folder."""
    mail_id = f"{time.time_ns():020d}-{secrets.token_hex(4)}"
    mail = CaughtMail(mail_id, sender, recipients, datetime.now(UTC).isoformat(timespec="milliseconds"))
    (folder / f"{mail_id}.eml").write_bytes(content)
    unfinished = folder / f"{mail_id}.unfinished"
    unfinished.write_text(json.dumps(asdict(mail)))
    unfinished.rename(folder / f"{mail_id}.json")
    return mail


def caught(folder: Path) -> Iterator[CaughtMail]:
    """The mails in the folder, newest first."""
    for path in sorted(folder.glob("*.json"), reverse=True):
        yield CaughtMail(**json.loads(path.read_text()))


def find(folder: Path, mail_id: str) -> CaughtMail | None:
    """The mail of that id, which may be anything a person typed."""
    path = folder / f"{mail_id}.json"
    if not mail_id.replace("-", "").isalnum() or not path.is_file():
        return None
    return CaughtMail(**json.loads(path.read_text()))


def source(folder: Path, mail: CaughtMail) -> bytes:
    """The message as it came over the wire."""
    return (folder / f"{mail.id}.eml").read_bytes()


def message(folder: Path, mail: CaughtMail) -> EmailMessage:
    """The message, parsed."""
    return message_from_bytes(source(folder, mail), policy=policy.default)
