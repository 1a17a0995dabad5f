"""The e-mails about a person's access to accounts and about their own address."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from server.mail.message import Link, Message


@dataclass(frozen=True)
class AccessGranted(Message):
    """To a person who has a login already: there is one more account (INV-5). `link` leads to the account."""

    kind: ClassVar[str] = "ACCESS_GRANTED"
    first_name: str
    account_name: str
    granted_by: str
    link: Link


@dataclass(frozen=True)
class AccessRemoved(Message):
    """To a person whose login for an account was switched off, where the firm tells (INV-5)."""

    kind: ClassVar[str] = "ACCESS_REMOVED"
    first_name: str
    account_name: str


@dataclass(frozen=True)
class EmailConfirmation(Message):
    """To a login's new address: confirm it (CON-9). `link` is `Link("/confirm-email", "antmail", email_change_id)`."""

    kind: ClassVar[str] = "EMAIL_CONFIRMATION"
    first_name: str
    new_email: str
    expires_at: datetime
    link: Link
