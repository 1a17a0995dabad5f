"""Close open invitations of a person, with the mail that has not left yet."""

from typing import Literal

from server.core import clock
from server.invitations.models import OPEN, Invitation
from server.mail import outbox


async def void(
    by: Literal["revoked_at", "superseded_at"], *, contact_id: str | None = None, staff_member_id: str | None = None
) -> Invitation | None:
    """Close the open invitation of one of the two; what it was, if there was one."""
    whose = {"contact_id": contact_id} if contact_id else {"staff_member_id": staff_member_id}
    invitation = await Invitation.filter(**whose, **OPEN).first()
    if invitation is None or not await Invitation.filter(id=invitation.id, **OPEN).update(**{by: clock.now()}):
        return None
    await outbox.cancel(invitation.id)
    return invitation
