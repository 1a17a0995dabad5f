"""The e-mails about a person's password. They name no account: one login may serve several."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from server.mail.message import Link, Message


@dataclass(frozen=True)
class PasswordRecovery(Message):
    """The link to a new password (TEAM-7): `Link("/recover/reset", "antrst", recovery_id)`, `/admin/…` for staff."""

    kind: ClassVar[str] = "PASSWORD_RECOVERY"
    email: str
    expires_at: datetime
    link: Link


@dataclass(frozen=True)
class PasswordChanged(Message):
    """The notice after a change, with time and device (TEAM-7). `link` leads to the page for a lost password."""

    kind: ClassVar[str] = "PASSWORD_CHANGED"
    email: str
    changed_at: datetime
    device: str
    address: str
    link: Link
