"""One more contact for an account."""

from server.accounts import activity
from server.accounts.models import Account
from server.accounts.scope import visible_accounts
from server.contacts.models import AccountContact
from server.core.actor import Actor
from server.core.database import firm_work, unique
from server.core.errors import Invalid, Problem
from server.core.permissions import Permission
from server.core.scope import require
from server.intake import people
from server.intake.draft import NewLink

_CONSTRAINT = "uid_account_con_firm_id_023969"
"""Unique (firm_id, account_id, contact_id): it has the last word."""


@firm_work
async def add_contact(actor: Actor, account_id: str, new: NewLink) -> str:
    """Link a contact that is there or a new one, and invite if wished; the link's id. Problems stand below `contact`.

    CONTACT_TWICE if the account has this contact already.
    """
    actor.needs(Permission.MANAGE_ACCOUNTS)
    account = await require(Account, account_id, visible_accounts(actor))
    found, problems = await people.read(actor, [new], ["contact"])
    twice = Problem("contact.contactId", "CONTACT_TWICE")
    if new.contact_id and await AccountContact.filter(account_id=account.id, contact_id=new.contact_id).exists():
        problems.append(twice)
    if problems:
        raise Invalid(*problems)
    await activity.touch([account.id])  # holds it: it cannot be archived between the link and the invitation
    async with unique(_CONSTRAINT, Invalid(twice)):
        links = await people.write(actor, account, found)
    await people.invite(actor, found, links)
    return str(links[0].id)
