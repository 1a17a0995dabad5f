"""A person's own profile (TEAM-7), whether they work here or are a client."""

from tortoise.expressions import F

from server.audit import record as audit
from server.contacts import check
from server.contacts.models import AccountContact, Contact
from server.core import normalise
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Invalid, Problem, Unauthenticated
from server.invitations.names import checked_names
from server.staff.models import StaffMember
from server.words.say import LANGUAGES


@firm_work
async def update_profile(
    actor: Actor,
    *,
    first_name: str | None = None,
    last_name: str | None = None,
    language: str | None = None,
) -> None:
    """Write the fields that are given. A client's change stands in the timeline of each of their accounts."""
    new: dict[str, str] = dict(checked_names(first_name, last_name))
    if language is not None:
        if language.lower() not in LANGUAGES:
            raise Invalid(Problem("language", "LANGUAGE_UNKNOWN"))
        new["language"] = language.lower()
    if actor.is_staff:
        await _colleague(actor, new)
    elif actor.is_client:
        await _client(actor, new)
    else:
        raise Unauthenticated


async def _colleague(actor: Actor, new: dict[str, str]) -> None:
    colleague = await StaffMember.filter(id=actor.person_id).select_for_update().get()
    happened = audit.difference(colleague, new)
    if not happened:
        return
    colleague.update_from_dict(new)
    words = normalise.searchable(colleague.first_name, colleague.last_name, colleague.email)
    await StaffMember.filter(id=colleague.id).update(**new, search_words=words, version=F("version") + 1)
    await audit.record(actor, "profile.updated", subject_id=colleague.id, subject_name=colleague.name, changes=happened)


async def _client(actor: Actor, new: dict[str, str]) -> None:
    contact = await Contact.filter(id=actor.person_id).select_for_update().get()
    happened = audit.difference(contact, new)
    if not happened:
        return
    contact.update_from_dict(new)
    await Contact.filter(id=contact.id).update(
        **new, search_words=check.search_words(contact), version=F("version") + 1
    )
    accounts = await AccountContact.filter(contact_id=contact.id).order_by("id").values_list("account_id", flat=True)
    await audit.record_each(
        actor,
        "profile.updated",
        map(str, accounts),
        subject_id=contact.id,
        subject_name=contact.name,
        changes=happened,
    )
