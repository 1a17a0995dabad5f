"""Link a contact to an account, and take it off again (CON-2, CON-3)."""

from server.accounts.models import Account
from server.audit import record as audit
from server.contacts.models import AccountContact, Contact
from server.core import clock
from server.core.actor import Actor

TOGGLES = ("login", "notify", "sync", "commercial", "operational")
"""What a link carries: the three toggles of CON-3 and the two rights of CON-5."""


async def link(actor: Actor, account: Account, contact: Contact, toggles: dict[str, bool]) -> AccountContact:
    """Make the link; the caller saw to it that there is none yet and that a login has an e-mail."""
    made = AccountContact(firm_id=actor.firm_id, account=account, contact=contact, created_at=clock.now(), **toggles)
    await made.save(force_create=True)
    await audit.record(
        actor,
        "contact.added",
        account_id=account.id,
        subject_id=contact.id,
        subject_name=contact.name,
        changes={toggle: [None, audit.as_text(value)] for toggle, value in toggles.items()},
    )
    return made


async def unlink(actor: Actor, link: AccountContact, contact: Contact) -> bool:
    """Take the contact off the account; it stays in the register. False if somebody else has done so."""
    if not await AccountContact.filter(id=link.id).delete():
        return False
    await audit.record(
        actor,
        "contact.removed",
        account_id=link.account_id,
        subject_id=contact.id,
        subject_name=contact.name,
        changes={toggle: [audit.as_text(getattr(link, toggle)), None] for toggle in TOGGLES},
    )
    return True
