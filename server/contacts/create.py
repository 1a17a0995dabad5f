"""Write a new contact into the register."""

from typing import Any, Final

from server.audit import record as audit
from server.contacts import check
from server.contacts.models import Contact
from server.core import clock
from server.core.actor import Actor
from server.core.database import unique
from server.core.errors import Invalid, Problem

EMAIL_CONSTRAINT: Final = "uid_contacts_firm_id_6a52b6"
"""Unique (firm_id, email_key): it has the last word."""


async def store(actor: Actor, values: dict[str, Any], *, account_id: str, at: str = "") -> Contact:
    """Insert a contact whose values were checked. EMAIL_TAKEN (below `at`) if somebody was faster."""
    contact = Contact(firm_id=actor.firm_id, created_at=clock.now(), **values)
    contact.search_words = check.search_words(contact)
    try:
        async with unique(EMAIL_CONSTRAINT, TakenMeanwhileError()):
            await contact.save(force_create=True)
    except TakenMeanwhileError:
        field = f"{at}email"
        raise Invalid(
            await check.email_taken(field, contact.email) or Problem(field, "EMAIL_TAKEN", {"contactId": ""})
        ) from None
    shown = {column: value for column, value in values.items() if value is not None and column != "email_key"}
    await audit.record(
        actor,
        "contact.created",
        account_id=account_id,
        subject_id=contact.id,
        subject_name=contact.name,
        changes={audit.camel(column): [None, audit.as_text(value)] for column, value in shown.items()},
    )
    return contact


class TakenMeanwhileError(Exception):
    """Two wrote the same address at the same moment."""
