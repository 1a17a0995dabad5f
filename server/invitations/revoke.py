"""Take invitations back, and the mail of them that has not left yet."""

from server.audit import record as audit
from server.contacts.models import AccountContact
from server.core import clock
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Conflict
from server.core.permissions import Permission
from server.core.scope import require
from server.invitations.models import OPEN, Invitation
from server.invitations.scope import visible_invitations
from server.invitations.void import void
from server.mail import outbox
from server.staff import check as staff
from server.staff.models import StaffMember


@firm_work
async def revoke(actor: Actor, invitation_id: str) -> None:
    """Make an open invitation useless. INVITATION_NOT_OPEN when it was used, revoked or superseded before.

    Only an owner takes back the invitation of an owner (ROLE_ABOVE_YOURS).
    """
    invitation = await require(Invitation, invitation_id, visible_invitations(actor))
    actor.needs(Permission.INVITE_CLIENTS if invitation.contact_id else Permission.MANAGE_TEAM)
    if invitation.staff_member_id:
        await staff.may_change(actor, await StaffMember.get(id=invitation.staff_member_id))
    if not await Invitation.filter(id=invitation.id, **OPEN).update(revoked_at=clock.now()):
        raise Conflict("INVITATION_NOT_OPEN")
    await outbox.cancel(invitation.id)
    link = await AccountContact.get_or_none(id=invitation.account_contact_id or "")
    await audit.record(
        actor,
        "invitation.revoked",
        account_id=link.account_id if link else None,
        subject_id=invitation.contact_id or invitation.staff_member_id,
        subject_name=invitation.email,
    )


async def revoke_open_of(contact_id: str) -> bool:
    """Revoke what is open for a contact who may no longer come in anywhere. Inside a unit; the caller records why."""
    return await void("revoked_at", contact_id=contact_id) is not None
