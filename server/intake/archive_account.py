"""Archive an account with what it means for its people, and restore it (ACC-7)."""

from server.accounts import archive
from server.accounts.models import Account
from server.accounts.scope import visible_accounts
from server.contacts.models import AccountContact
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.permissions import Permission
from server.core.scope import require
from server.intake import access


@firm_work
async def archive_account(actor: Actor, account_id: str) -> str:
    """Archive it. Its contacts lose the portal at the next request; invitations that lead nowhere now are revoked.

    Archiving what is archived changes nothing.
    """
    actor.needs(Permission.MANAGE_ACCOUNTS)
    account = await require(Account, account_id, visible_accounts(actor))
    contact_ids = await AccountContact.filter(account_id=account.id, login=True).values_list("contact_id", flat=True)
    people = await access.locked([str(contact_id) for contact_id in contact_ids])
    if await archive.archive(actor, account):
        for contact in people:
            await access.revoke_useless(actor, contact, account.id)
    return str(account.id)


@firm_work
async def restore_account(actor: Actor, account_id: str) -> str:
    """Work on it again: the logins that were on are on; invitations revoked meanwhile are to be sent anew."""
    actor.needs(Permission.MANAGE_ACCOUNTS)
    account = await require(Account, account_id, visible_accounts(actor))
    await archive.restore(actor, account)
    return str(account.id)
