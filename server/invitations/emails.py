"""The e-mails that bring a client into the portal, and the one that tells staff they are there."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from server.mail.message import Link, Message


@dataclass(frozen=True)
class PortalInvitation(Message):
    """The activation link (INV-2): `Link("/activate", "antinv", invitation_id)`. `has_login`: there is a password."""

    kind: ClassVar[str] = "PORTAL_INVITATION"
    first_name: str
    account_name: str
    inviter_name: str
    message: str | None
    expires_at: datetime
    has_login: bool
    link: Link


@dataclass(frozen=True)
class Reminder(Message):
    """The same link once more, while the invitation waits (INV-4)."""

    kind: ClassVar[str] = "REMINDER"
    first_name: str
    account_name: str
    inviter_name: str
    invited_at: datetime
    expires_at: datetime
    has_login: bool
    link: Link


@dataclass(frozen=True)
class ClientActivated(Message):
    """To the account's staff: the client is in the portal (INV-8). `link` leads to the account."""

    kind: ClassVar[str] = "CLIENT_ACTIVATED"
    first_name: str
    client_name: str
    account_name: str
    activated_at: datetime
    link: Link
