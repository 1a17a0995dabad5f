"""What an activation link leads to, told from its row."""

from datetime import datetime

from server.accounts.models import Lifecycle
from server.contacts.models import AccountContact, Contact
from server.core import clock, normalise, tokens
from server.core.links import LinkState as LinkState
from server.core.links import is_shaped
from server.invitations.models import Invitation
from server.staff.models import StaffMember, StaffState

TOKEN_KIND = "antinv"
"""Links are derived from the invitation's id under this name, which they also begin with."""


async def by_token(token: str) -> Invitation | None:
    """The invitation a link belongs to; None for an unknown and for a malformed one."""
    if not is_shaped(token, TOKEN_KIND):
        return None
    return await Invitation.get_or_none(fingerprint=tokens.fingerprint(token))


async def state_of(invitation: Invitation | None) -> LinkState:
    """The state now. It is REVOKED too where nobody would be let in: login off everywhere, a colleague deactivated."""
    if invitation is None:
        return LinkState.UNKNOWN
    if invitation.accepted_at:
        return LinkState.USED
    if invitation.revoked_at:
        return LinkState.REVOKED
    if invitation.superseded_at:
        return LinkState.SUPERSEDED
    if invitation.contact_id:
        state = await _of_contact(invitation, invitation.contact_id)
    else:
        state = await _of_staff(invitation)
    return state or (LinkState.EXPIRED if is_past(invitation.expires_at) else LinkState.VALID)


def is_past(moment: datetime) -> bool:
    """A link lives up to its moment, not through it."""
    return moment <= clock.now()


async def may_come_in(contact_id: str) -> bool:
    """Whether the contact's login is on at some account that is worked on (CON-3, ACC-7)."""
    return await AccountContact.filter(contact_id=contact_id, login=True, account__lifecycle=Lifecycle.ACTIVE).exists()


async def _of_contact(invitation: Invitation, contact_id: str) -> LinkState | None:
    contact = await Contact.get(id=contact_id)
    if contact.user_id:
        return LinkState.USED
    if contact.email_key != normalise.key(invitation.email):
        return LinkState.SUPERSEDED  # an invitation is bound to the address it was mailed to (INV-2)
    return None if await may_come_in(contact_id) else LinkState.REVOKED


async def _of_staff(invitation: Invitation) -> LinkState | None:
    colleague = await StaffMember.get(id=invitation.staff_member_id)
    if colleague.state is StaffState.ACTIVE:
        return LinkState.USED
    return None if colleague.state is StaffState.INVITED else LinkState.REVOKED
