"""What follows when a person's way into an account ends."""

from tortoise.queryset import QuerySet

from server.accounts.models import Account, Lifecycle
from server.audit import record as audit
from server.contacts.emails import AccessRemoved
from server.contacts.models import AccountContact, Contact
from server.core import ids
from server.core.actor import Actor
from server.core.errors import RateLimited
from server.firms.models import Firm
from server.identity import sessions
from server.invitations import revoke
from server.invitations.limit import allow_news_to
from server.mail import outbox


def locked(contact_ids: list[str]) -> QuerySet[Contact]:
    """The contacts, held until the unit ends: nobody invites, links or changes them meanwhile. Before links, always."""
    return Contact.filter(id__in=contact_ids).order_by("id").select_for_update()


async def revoke_useless(actor: Actor, contact: Contact, account_id: str) -> bool:
    """Revoke the open invitation of somebody whose login is on nowhere any more; whether there was one.

    Sessions end too: they are refused already, and access given back later must not wake them in some lost browser.
    """
    if await _may_come_in(contact.id):
        return False
    await sessions.end_all_of(person_id=contact.id)
    if contact.user_id or not await revoke.revoke_open_of(contact.id):
        return False
    await audit.record(
        actor, "invitation.revoked", account_id=account_id, subject_id=contact.id, subject_name=contact.name
    )
    return True


async def tell_removed(actor: Actor, contact: Contact, account: Account) -> None:
    """Tell an active person that the account is no longer open to them, if the firm tells (INV-5)."""
    firm = await Firm.get(id=actor.firm_id)
    if not (firm.tell_on_access_removed and contact.user_id and contact.email):
        return
    try:
        await allow_news_to(firm.id, contact.email)
    except RateLimited:
        return  # access ends all the same; who is told of it fifty times over is bombed, not informed (M3)
    await outbox.queue(
        firm.id,
        AccessRemoved(first_name=contact.first_name, account_name=account.name),
        to=contact.email,
        to_name=contact.name,
        language=contact.language or firm.language,
        key=f"removed:{account.id}:{contact.id}:{ids.new_id('eml')}",
        subject_id=contact.id,
        account_id=account.id,
    )


async def _may_come_in(contact_id: str) -> bool:
    return await AccountContact.filter(contact_id=contact_id, login=True, account__lifecycle=Lifecycle.ACTIVE).exists()
