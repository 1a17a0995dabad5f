"""The e-mail to staff about an account that became theirs."""

from dataclasses import dataclass
from typing import ClassVar

from server.mail.message import Link, Message


@dataclass(frozen=True)
class AccountAssigned(Message):
    """To a staff member who was assigned to an account (TEAM-4). `link` leads to the account."""

    kind: ClassVar[str] = "ACCOUNT_ASSIGNED"
    first_name: str
    account_name: str
    assigned_by: str
    link: Link
