"""The notice after a password was changed, with time and device (TEAM-7)."""

from server.core import clock
from server.identity.emails import PasswordChanged
from server.identity.models import Door, User
from server.mail import outbox
from server.mail.message import Link

_LOST = {Door.PORTAL: "/recover", Door.STAFF: "/admin/recover"}


async def password_changed(user: User, firm_id: str, door: Door, *, language: str, address: str, device: str) -> None:
    """Queue it to the login's address in the person's language, in the unit that changes the password."""
    now = clock.now()
    message = PasswordChanged(email=user.email, changed_at=now, device=device, address=address, link=Link(_LOST[door]))
    await outbox.queue(
        firm_id,
        message,
        to=user.email,
        language=language,
        key=f"password-changed:{user.id}:{now.isoformat()}",
        subject_id=user.id,
    )
