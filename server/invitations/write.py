"""Write an invitation and its e-mail, whoever asked for it: a person, a job, the owner of an expired link."""

from datetime import timedelta
from typing import Any

from server.accounts.models import Account
from server.audit import record as audit
from server.contacts.emails import AccessGranted
from server.contacts.models import Contact
from server.core import clock, ids, tokens
from server.core.actor import Actor
from server.core.database import fetch
from server.core.normalise import key
from server.firms.models import Firm
from server.invitations.emails import PortalInvitation
from server.invitations.limit import allow_link_to, allow_news_to
from server.invitations.models import Invitation
from server.invitations.sender import sender
from server.invitations.state import TOKEN_KIND
from server.invitations.void import void
from server.mail import outbox
from server.mail.message import Link
from server.staff.emails import StaffInvitation
from server.staff.models import StaffMember


async def to_contact(
    actor: Actor,
    account: Account,
    contact: Contact,
    *,
    link_id: str | None,
    message: str | None,
    sent_by_id: str | None,
) -> Invitation:
    """Supersede what is open and mail a new link. The caller has checked the right, and holds the contact's row.

    RATE_LIMITED when the address had its share.
    """
    address = str(contact.email)
    await allow_link_to(actor.firm_id, address)
    await void("superseded_at", contact_id=contact.id)
    firm = await Firm.get(id=actor.firm_id)
    inviter = await sender(sent_by_id)
    invitation = await _row(
        actor.firm_id,
        address,
        days=firm.client_invitation_days,
        contact_id=contact.id,
        account_contact_id=link_id,
        message=message,
        sent_by_id=sent_by_id,
    )
    await outbox.queue(
        actor.firm_id,
        PortalInvitation(
            first_name=contact.first_name,
            account_name=account.name,
            inviter_name=inviter.name if inviter else firm.name,
            message=message,
            expires_at=invitation.expires_at,
            has_login=await has_login(address),
            link=Link("/activate", TOKEN_KIND, invitation.id),
        ),
        to=address,
        to_name=contact.name,
        language=contact.language or firm.language,
        key=f"invitation:{invitation.id}",
        subject_id=invitation.id,
        account_id=account.id,
        reply_to=inviter.email if inviter else firm.email,
    )
    await audit.record(
        actor, "invitation.sent", account_id=account.id, subject_id=contact.id, subject_name=contact.name
    )
    return invitation


async def to_staff(actor: Actor, colleague: StaffMember, *, sent_by_id: str | None) -> Invitation:
    """The same for a colleague, whose row the caller holds (TEAM-5)."""
    await allow_link_to(actor.firm_id, colleague.email)
    await void("superseded_at", staff_member_id=colleague.id)
    firm = await Firm.get(id=actor.firm_id)
    inviter = await sender(sent_by_id)
    invitation = await _row(
        actor.firm_id,
        colleague.email,
        days=firm.staff_invitation_days,
        staff_member_id=colleague.id,
        sent_by_id=sent_by_id,
    )
    await outbox.queue(
        actor.firm_id,
        StaffInvitation(
            first_name=colleague.first_name,
            inviter_name=inviter.name if inviter else firm.name,
            expires_at=invitation.expires_at,
            has_login=await has_login(colleague.email),
            link=Link("/admin/activate", TOKEN_KIND, invitation.id),
        ),
        to=colleague.email,
        to_name=colleague.name,
        language=colleague.language,
        key=f"invitation:{invitation.id}",
        subject_id=invitation.id,
        reply_to=inviter.email if inviter else firm.email,
    )
    await audit.record(actor, "staff.invited", subject_id=colleague.id, subject_name=colleague.name)
    return invitation


async def access_granted(actor: Actor, account: Account, contact: Contact, *, link_id: str) -> None:
    """Tell a person who is active already that there is one more account (INV-5)."""
    address = str(contact.email)
    await allow_news_to(actor.firm_id, address)
    firm = await Firm.get(id=actor.firm_id)
    granter = await sender(actor.person_id if actor.is_staff else None)
    await outbox.queue(
        actor.firm_id,
        AccessGranted(
            first_name=contact.first_name,
            account_name=account.name,
            granted_by=granter.name if granter else firm.name,
            link=Link(f"/a/{account.id}"),
        ),
        to=address,
        to_name=contact.name,
        language=contact.language or firm.language,
        key=f"access:{ids.new_id('lnk')}",
        subject_id=link_id,
        account_id=account.id,
        reply_to=granter.email if granter else firm.email,
    )
    await audit.record(actor, "access.granted", account_id=account.id, subject_id=contact.id, subject_name=contact.name)


async def has_login(address: str) -> bool:
    """Whether the address belongs to a login. For the words of the e-mail to that address and nothing else (E3)."""
    rows = await fetch("SELECT address_has_login($1) AS known", key(address))
    return bool(rows[0]["known"])


async def _row(firm_id: str, address: str, *, days: int, **columns: Any) -> Invitation:
    invitation_id, now = ids.new_id("inv"), clock.now()
    return await Invitation.create(
        id=invitation_id,
        firm_id=firm_id,
        email=address,
        fingerprint=tokens.fingerprint(tokens.derived(TOKEN_KIND, invitation_id)),
        sent_at=now,
        expires_at=now + timedelta(days=days),
        **columns,
    )
