"""Turn the toggles and rights of a link (CON-3, CON-5)."""

from tortoise.expressions import F

from server.audit import record as audit
from server.contacts.models import AccountContact, Contact
from server.core import clock
from server.core.actor import Actor
from server.core.errors import Invalid, Problem


async def turn(
    actor: Actor, link: AccountContact, contact: Contact, wanted: dict[str, bool | None]
) -> dict[str, list[str | None]]:
    """Write only what is given and differs, so two who turn different toggles lose nothing (R1); what changed.

    `link` and `contact` are locked by the caller. LOGIN_NEEDS_EMAIL on `login`. A login turned off is remembered in
    `access_removed_at`.
    """
    new = {toggle: value for toggle, value in wanted.items() if value is not None}
    changes = audit.difference(link, new)
    if not changes:
        return {}
    if "login" in changes and new["login"] and not contact.email:
        raise Invalid(Problem("login", "LOGIN_NEEDS_EMAIL"))
    columns: dict[str, object] = {toggle: new[toggle] for toggle in changes}
    if "login" in changes:
        columns["access_removed_at"] = None if new["login"] else clock.now()
    await AccountContact.filter(id=link.id).update(**columns, version=F("version") + 1)
    await audit.record(
        actor,
        "access.changed",
        account_id=link.account_id,
        subject_id=contact.id,
        subject_name=contact.name,
        changes=changes,
    )
    return changes
