"""Look at what an activation link leads to. Reading never uses it up, so mail scanners do no harm (INV-2)."""

from dataclasses import dataclass

from server.contacts.models import Contact
from server.core import clock, normalise
from server.core.database import across_firms
from server.core.links import LinkState
from server.identity import guesses
from server.identity.models import Door, User
from server.invitations.models import Invitation
from server.invitations.state import by_token, state_of
from server.staff.models import StaffMember


@dataclass(frozen=True, slots=True)
class OpenedInvitation:
    """Everything but the state is None unless it is VALID: nothing tells whose the link was (INV-3)."""

    state: LinkState
    door: Door | None = None
    firm_id: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    has_password: bool | None = None
    """The address has a login already, whose password is asked for."""


async def open_invitation(token: str, *, address: str = "") -> OpenedInvitation:
    """The state of a link, and what the page of a VALID one shows. Guessing is slowed down by the asker's `address`."""
    opened = await across_firms(lambda: _open(token))
    if opened.state is LinkState.UNKNOWN:
        await guesses.count(address)
    return opened


async def _open(token: str) -> OpenedInvitation:
    invitation = await by_token(token)
    state = await state_of(invitation)
    if invitation is None or state is not LinkState.VALID:
        return OpenedInvitation(state)
    await Invitation.filter(id=invitation.id, opened_at=None).update(opened_at=clock.now())
    person: Contact | StaffMember
    if invitation.contact_id:
        person, door = await Contact.get(id=invitation.contact_id), Door.PORTAL
    else:
        person, door = await StaffMember.get(id=invitation.staff_member_id), Door.STAFF
    return OpenedInvitation(
        state=state,
        door=door,
        firm_id=invitation.firm_id,
        first_name=person.first_name,
        last_name=person.last_name,
        email=invitation.email,
        has_password=await User.filter(email_key=normalise.key(invitation.email)).exists(),
    )
