"""Take a contact off an account."""

from server.accounts import activity
from server.accounts.models import Account, Lifecycle
from server.contacts.link import unlink
from server.contacts.models import AccountContact
from server.contacts.scope import visible_links
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import NotFound
from server.core.permissions import Permission
from server.core.scope import require
from server.intake import access


@firm_work
async def remove_contact(actor: Actor, link_id: str) -> str:
    """Unlink; the account's id. The contact stays in the register, and loses this account at the next request.

    An invitation that leads nowhere now is revoked; an active person is told if the firm tells (INV-5).
    """
    actor.needs(Permission.MANAGE_ACCOUNTS)
    link = await require(AccountContact, link_id, visible_links(actor))
    [contact] = await access.locked([link.contact_id])
    account = await Account.get(id=link.account_id)
    link = await require(AccountContact, link_id, visible_links(actor))
    if not await unlink(actor, link, contact):
        raise NotFound
    await access.revoke_useless(actor, contact, account.id)
    if link.login and account.lifecycle is Lifecycle.ACTIVE:
        await access.tell_removed(actor, contact, account)
    await activity.touch([account.id])
    return str(account.id)
