"""The e-mail that brings a colleague in."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from server.mail.message import Link, Message


@dataclass(frozen=True)
class StaffInvitation(Message):
    """The activation link of a colleague (TEAM-5). `link` is `Link("/admin/activate", "antinv", invitation_id)`."""

    kind: ClassVar[str] = "STAFF_INVITATION"
    first_name: str
    inviter_name: str
    expires_at: datetime
    has_login: bool
    link: Link
