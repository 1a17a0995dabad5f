"""Turn the toggles of a link, with what a login that goes on or off brings about (CON-3, INV-1, INV-5)."""

from server.accounts import activity
from server.accounts.models import Account, Lifecycle
from server.contacts import toggles
from server.contacts.models import AccountContact
from server.contacts.scope import visible_links
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Invalid, NotFound
from server.core.permissions import Permission
from server.core.scope import require
from server.intake import access, people
from server.intake.draft import InvitationChoice
from server.invitations import issue
from server.invitations.models import OPEN, Invitation


@firm_work
async def set_access(
    actor: Actor,
    link_id: str,
    *,
    login: bool | None = None,
    notify: bool | None = None,
    sync: bool | None = None,
    commercial: bool | None = None,
    operational: bool | None = None,
    invitation: InvitationChoice | None = None,
) -> None:
    """Write the toggles that are given, and no other. LOGIN_NEEDS_EMAIL on `login`.

    Login on with *Send* invites, or tells an active person. Repeating it sends nothing again: `invite` is for that.
    Login off takes back an invitation that leads nowhere now, and tells an active person.
    """
    actor.needs(Permission.MANAGE_ACCOUNTS)
    if problems := people.invitation_problems("invitation", invitation):
        raise Invalid(*problems)
    link = await require(AccountContact, link_id, visible_links(actor))
    [contact] = await access.locked([link.contact_id])
    current = await AccountContact.filter(id=link.id).select_for_update().get_or_none()
    if current is None:
        raise NotFound
    link = current
    wanted = {
        "login": login,
        "notify": notify,
        "sync": sync,
        "commercial": commercial,
        "operational": operational,
    }
    changes = await toggles.turn(actor, link, contact, wanted)
    is_on = link.login if login is None else login
    turned = "login" in changes
    if is_on and invitation and invitation.send:
        if turned or not (contact.user_id or await Invitation.filter(contact_id=contact.id, **OPEN).exists()):
            await issue.invite_contact(actor, link.id, invitation.message)
    elif turned and not is_on:
        account = await Account.get(id=link.account_id)
        await access.revoke_useless(actor, contact, account.id)
        if account.lifecycle is Lifecycle.ACTIVE:
            await access.tell_removed(actor, contact, account)
    if changes:
        await activity.touch([link.account_id])
