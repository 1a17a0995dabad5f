"""Invite a person again as they were invited before: for the same account, with the same words, in the same name."""

from server.accounts.models import Account, Lifecycle
from server.contacts.models import AccountContact, Contact
from server.core.actor import Actor
from server.invitations import write
from server.invitations.models import Invitation


async def link_for(invitation: Invitation) -> AccountContact | None:
    """The link it was sent from while login is on there, else another of the person's with login on, else None."""
    links = AccountContact.filter(
        contact_id=invitation.contact_id, login=True, account__lifecycle=Lifecycle.ACTIVE
    ).order_by("id")
    return await links.get_or_none(id=invitation.account_contact_id or "") or await links.first()


async def invite_again(actor: Actor, invitation: Invitation, contact: Contact) -> bool:
    """A new invitation to the contact's address of now. False if there is no account left to invite to.

    The caller holds the contact's row.
    """
    link = await link_for(invitation)
    if link is None or not contact.email:
        return False
    await write.to_contact(
        actor,
        await Account.get(id=link.account_id),
        contact,
        link_id=link.id,
        message=invitation.message,
        sent_by_id=actor.person_id if actor.is_staff else invitation.sent_by_id,
    )
    return True
