"""A fresh link for an expired one, mailed to the invited address only (INV-3, INV-9)."""

from datetime import timedelta
from typing import Any, Final

from server.contacts.models import Contact
from server.core import jobs, tokens
from server.core.actor import system
from server.core.database import across_firms, in_firm
from server.core.errors import RateLimited
from server.core.links import LinkState
from server.identity import throttle
from server.invitations import write
from server.invitations.activate import person_of
from server.invitations.again import invite_again
from server.invitations.models import Invitation
from server.invitations.state import state_of

AT_ONCE: Final = 5
EVERY: Final = timedelta(minutes=2)


async def request_fresh(token: str, *, address: str = "") -> None:
    """Ask for a fresh link. Whatever the link is, the answer and the work of this call are the same.

    RATE_LIMITED by the network address of who asks, again whatever the link is.
    """
    await throttle.allow(throttle.of("fresh-link", throttle.network(address)), every=EVERY, burst=AT_ONCE)
    job = {"fingerprint": tokens.fingerprint(token)}
    await across_firms(lambda: jobs.enqueue("invitations.fresh", job))


@jobs.handler("invitations.fresh")
async def renew(job: dict[str, Any]) -> None:
    """Mail a new link if the old one is known and EXPIRED. Run twice, the second finds the old one superseded."""
    found = await across_firms(lambda: Invitation.get_or_none(fingerprint=job["fingerprint"]))
    if found is None:
        return
    try:
        await in_firm(found.firm_id, lambda: _renew(found.firm_id, found.id))
    except RateLimited:
        return  # the address had its share of mail; the page said no more than that a link may come


async def _renew(firm_id: str, invitation_id: str) -> None:
    invitation = await Invitation.get(id=invitation_id)
    person = await person_of(invitation, hold=True)
    await invitation.refresh_from_db()
    if await state_of(invitation) is not LinkState.EXPIRED:
        return
    if isinstance(person, Contact):
        await invite_again(system(firm_id), invitation, person)
    else:
        await write.to_staff(system(firm_id), person, sent_by_id=invitation.sent_by_id)
