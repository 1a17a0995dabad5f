"""Change a contact's own fields."""

from typing import Any

from server.accounts import activity
from server.audit import record as audit
from server.contacts import check
from server.contacts.create import EMAIL_CONSTRAINT, TakenMeanwhileError
from server.contacts.models import AccountContact, Contact
from server.contacts.scope import visible_contacts
from server.core.actor import Actor
from server.core.database import firm_work, unique
from server.core.errors import Conflict, Invalid, Problem
from server.core.permissions import Permission
from server.core.scope import require
from server.core.unset import UNSET


@firm_work
async def update_details(actor: Actor, contact_id: str, version: int, changes: dict[str, Any]) -> Contact:
    """Write the fields given in `changes`, the e-mail at once too: CON-9 is for the caller to see to.

    Refuses all that is wrong at once; STALE if somebody was faster; nothing happens if nothing differs. The timeline
    of every account of the contact shows it.
    """
    actor.needs(Permission.MANAGE_ACCOUNTS)
    given = {field: value for field, value in changes.items() if value is not UNSET}
    if unknown := given.keys() - check.FIELDS:
        raise TypeError(f"contacts have no {', '.join(sorted(unknown))}")
    contact = await require(Contact, contact_id, visible_contacts(actor))
    contact = await Contact.filter(id=contact.id).select_for_update().get()
    if contact.version != version:
        raise Conflict("STALE")
    values = await _values(contact, given)
    happened = audit.difference(contact, {c: v for c, v in values.items() if c != "email_key"})
    if not happened:
        return contact
    contact.update_from_dict(values | {"version": version + 1})
    contact.search_words = check.search_words(contact)
    await _write(contact, [*values, "version", "search_words"])
    account_ids = await AccountContact.filter(contact_id=contact.id).order_by("id").values_list("account_id", flat=True)
    await audit.record_each(
        actor,
        "contact.updated",
        map(str, account_ids),
        subject_id=contact.id,
        subject_name=contact.name,
        changes=happened,
    )
    await activity.touch(map(str, account_ids))
    return contact


async def _values(contact: Contact, given: dict[str, Any]) -> dict[str, Any]:
    if "phone" in given and "phone_country" not in given and not str(given["phone"] or "").startswith("+"):
        given = given | {"phone_country": contact.phone_country}
    if "phone_country" in given and "phone" not in given:
        given = given | {"phone": contact.phone}
    values, problems = check.read(given)
    if "email" in given and not problems_at("email", problems):
        found = await check.email_taken("email", values["email"], own_id=contact.id)
        if not values["email"] and await AccountContact.filter(contact_id=contact.id, login=True).exists():
            found = Problem("email", "EMAIL_NEEDED_FOR_LOGIN")
        problems += [found] if found else []
    if problems:
        raise Invalid(*problems)
    return values


def problems_at(field: str, problems: list[Problem]) -> bool:
    """Whether one of the problems is the field's."""
    return any(problem.field == field for problem in problems)


async def _write(contact: Contact, columns: list[str]) -> None:
    try:
        async with unique(EMAIL_CONSTRAINT, TakenMeanwhileError()):
            await contact.save(update_fields=columns)
    except TakenMeanwhileError:
        raise Invalid(
            await check.email_taken("email", contact.email, own_id=contact.id) or Problem("email", "EMAIL_TAKEN")
        ) from None
