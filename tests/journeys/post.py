"""A real mail server for journeys: keeps what it is sent, and can be down."""

import asyncio
import email
import re
import socket
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP

PATIENCE = 20.0


@dataclass(frozen=True)
class Letter:
    """One e-mail as it arrived."""

    to: str
    message: EmailMessage

    @property
    def subject(self) -> str:
        """The decoded subject."""
        return str(self.message["Subject"])

    @property
    def text(self) -> str:
        """The plain text part."""
        part = self.message.get_body(("plain",))
        assert part is not None
        return str(part.get_content())

    @property
    def link(self) -> str:
        """The first link of the text: the one that the button has."""
        found = re.search(r"https?://\S+", self.text)
        assert found, self.text
        return found[0]

    @property
    def token(self) -> str:
        """What stands behind the `#` of the link."""
        return self.link.partition("#")[2]


class Post:
    """Listens on one port of loopback for as long as it is up."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.letters: list[Letter] = []
        self._server: asyncio.Server | None = None
        self._protocols: list[SMTP] = []

    async def up(self) -> None:
        """Take mail."""
        self._server = await asyncio.get_running_loop().create_server(self._speak, "127.0.0.1", self.port)

    async def down(self) -> None:
        """Drop every connection and refuse new ones."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for protocol in self._protocols:
            if isinstance(protocol.transport, asyncio.Transport):
                protocol.transport.abort()
        self._protocols.clear()

    def _speak(self) -> SMTP:
        protocol = SMTP(self, enable_SMTPUTF8=True)
        self._protocols.append(protocol)
        return protocol

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        """Keep the mail."""
        message = email.message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        self.letters += [Letter(to, message) for to in envelope.rcpt_tos]
        return "250 kept"

    def of(self, address: str) -> list[Letter]:
        """Everything one address got, oldest first."""
        return [letter for letter in self.letters if letter.to.casefold() == address.casefold()]

    async def wait(self, address: str, *, nth: int = 1) -> Letter:
        """The nth letter to an address, once it is there."""
        for _ in range(int(PATIENCE / 0.05)):
            found = self.of(address)
            if len(found) >= nth:
                return found[nth - 1]
            await asyncio.sleep(0.05)
        raise AssertionError(f"{address} got {len(self.of(address))} letters, not {nth}")
