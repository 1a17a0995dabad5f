"""Change a contact, and what a new e-mail address means for the way into the portal (CON-9)."""

from typing import Any

from tortoise.expressions import F

from server.contacts import check, email_change
from server.contacts.models import Contact
from server.contacts.scope import visible_contacts
from server.contacts.update import update_details
from server.core import normalise
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Conflict, Invalid
from server.core.permissions import Permission
from server.core.scope import require
from server.core.unset import UNSET
from server.firms.models import Firm
from server.invitations.again import invite_again
from server.invitations.limit import allow_link_to
from server.invitations.void import void
from server.staff.models import StaffMember


@firm_work
async def update_contact(actor: Actor, contact_id: str, version: int, /, **changes: Any) -> str:
    """Write what is given; fields as in `contacts.check.FIELDS`. The contact's id.

    Before activation a new address makes the open link useless and a new one goes there. An active person keeps the
    old address until they have confirmed the new one; the old one given again leaves what waits as it is.
    EMAIL_NEEDED_FOR_LOGIN, EMAIL_TAKEN, STALE, RATE_LIMITED.
    """
    actor.needs(Permission.MANAGE_ACCOUNTS)
    contact = await require(Contact, contact_id, visible_contacts(actor))
    contact = await Contact.filter(id=contact.id).select_for_update().get()
    given = {field: value for field, value in changes.items() if value is not UNSET}
    wanted = normalise.key(given.get("email") or "")
    if contact.user_id and wanted and wanted != contact.email_key:
        await _of_active(actor, contact, version, given)
        return contact_id
    after = await update_details(actor, contact.id, version, given)
    if after.email_key != contact.email_key:
        await _moved(actor, after)
    return contact_id


async def _of_active(actor: Actor, contact: Contact, version: int, given: dict[str, Any]) -> None:
    """All but the address at once; the address waits for the person."""
    values, problems = check.read({"email": given["email"]})
    if not problems and (taken := await check.email_taken("email", values["email"], own_id=contact.id)):
        problems = [taken]
    others = {field: value for field, value in given.items() if field != "email"}
    if problems:
        _, others_problems = check.read(others)
        raise Invalid(*problems, *others_problems)
    if contact.version != version:
        raise Conflict("STALE")
    contact = await update_details(actor, contact.id, version, others)
    await allow_link_to(actor.firm_id, values["email"])
    firm = await Firm.get(id=actor.firm_id)
    sender = await StaffMember.get_or_none(id=actor.person_id) if actor.is_staff else None
    await email_change.ask_for_confirmation(
        actor,
        contact,
        values["email"],
        language=contact.language or firm.language,
        reply_to=sender.email if sender else None,
    )
    await _raise_version(contact.id)


async def _moved(actor: Actor, contact: Contact) -> None:
    """The address has changed at once: links mailed to the old one are dead, an open invitation goes to the new one."""
    await email_change.withdraw(contact.id)
    open_one = await void("superseded_at", contact_id=contact.id)
    if open_one and not contact.user_id:
        await invite_again(actor, open_one, contact)


async def _raise_version(contact_id: str) -> None:
    await Contact.filter(id=contact_id).update(version=F("version") + 1)
