"""Archive an account with what it means for its people, and restore it (ACC-7)."""

from server.accounts import archive
from server.accounts.models import Account
from server.accounts.scope import visible_accounts
from server.contacts.models import AccountContact, Contact
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
    await access.locked(await _people(account))
    if await archive.archive(actor, account):
        for contact in await Contact.filter(id__in=await _people(account)):
            await access.revoke_useless(actor, contact, account.id)
    return str(account.id)


@firm_work
async def restore_account(actor: Actor, account_id: str) -> str:
    """Work on it again: the logins that were on are on; invitations revoked meanwhile are to be sent anew."""
    actor.needs(Permission.MANAGE_ACCOUNTS)
    account = await require(Account, account_id, visible_accounts(actor))
    await archive.restore(actor, account)
    return str(account.id)


async def _people(account: Account) -> list[str]:
    """Everybody linked; asked again once the account is ours, for somebody may have been added while we waited."""
    return [link.contact_id for link in await AccountContact.filter(account_id=account.id)]
