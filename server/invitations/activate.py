"""What changes when a person accepts: the contact or the colleague is active, and those concerned hear of it."""

from server.accounts.models import Account, AccountStaff, Lifecycle
from server.audit import record as audit
from server.contacts.models import AccountContact, Contact
from server.core import clock, normalise
from server.core.actor import Actor, ActorKind
from server.core.database import execute, unique
from server.core.errors import Conflict
from server.identity.models import User
from server.invitations.emails import ClientActivated
from server.invitations.models import Invitation
from server.mail import outbox
from server.mail.message import Link
from server.staff.models import StaffMember, StaffState

_TOUCH = """
UPDATE accounts SET last_activity_at = $1::timestamptz WHERE id IN (
  SELECT a.id FROM accounts a JOIN account_contacts l ON l.account_id = a.id
   WHERE l.contact_id = $2 FOR NO KEY UPDATE OF a SKIP LOCKED)
"""
"""Something happened in the contact's accounts; where somebody else is at work this very moment, they say so too."""


async def person_of(invitation: Invitation, *, hold: bool = False) -> Contact | StaffMember:
    """Whom it invites; with `hold` nobody else changes that person until the unit ends."""
    if invitation.contact_id:
        contacts = Contact.filter(id=invitation.contact_id)
        return await (contacts.select_for_update() if hold else contacts).get()
    colleagues = StaffMember.filter(id=invitation.staff_member_id)
    return await (colleagues.select_for_update() if hold else colleagues).get()


async def activate(invitation: Invitation, person: Contact | StaffMember, user: User, names: dict[str, str]) -> None:
    """Bind the login to the person. LOGIN_IN_USE, STAFF_ELSEWHERE when it is bound to another."""
    if isinstance(person, Contact):
        await _contact(invitation, person, user)
    else:
        await _colleague(person, user, names)


async def _contact(invitation: Invitation, contact: Contact, user: User) -> None:
    now = clock.now()
    async with unique("uid_contacts_firm_id_046836", Conflict("LOGIN_IN_USE")):
        await Contact.filter(id=contact.id).update(user_id=user.id, activated_at=now)
    await execute(_TOUCH, now, contact.id)
    actor = Actor(
        kind=ActorKind.CLIENT,
        firm_id=contact.firm_id,
        person_id=contact.id,
        user_id=user.id,
        name=contact.name,
    )
    links = await AccountContact.filter(contact_id=contact.id).order_by("id").values_list("account_id", flat=True)
    await audit.record_each(
        actor, "contact.activated", [str(each) for each in links], subject_id=contact.id, subject_name=contact.name
    )
    await _tell_staff(invitation, contact)


async def _colleague(colleague: StaffMember, user: User, names: dict[str, str]) -> None:
    for column, value in names.items():
        setattr(colleague, column, value)
    words = normalise.searchable(colleague.first_name, colleague.last_name, colleague.email)
    async with unique("staff_members_user_id_key", Conflict("STAFF_ELSEWHERE")):
        await StaffMember.filter(id=colleague.id).update(
            user_id=user.id,
            state=StaffState.ACTIVE,
            search_words=words,
            version=colleague.version + 1,
            **names,
        )
    actor = Actor(
        kind=ActorKind.STAFF,
        firm_id=colleague.firm_id,
        person_id=colleague.id,
        user_id=user.id,
        name=colleague.name,
    )
    await audit.record(actor, "staff.activated", subject_id=colleague.id, subject_name=colleague.name)


async def _tell_staff(invitation: Invitation, contact: Contact) -> None:
    """One e-mail to each colleague who looks after an account the client now reaches (INV-8)."""
    accounts = (
        await Account.filter(
            contact_links__contact_id=contact.id, contact_links__login=True, lifecycle=Lifecycle.ACTIVE
        )
        .distinct()
        .order_by("id")
    )
    invited_from = await AccountContact.get_or_none(id=invitation.account_contact_id or "")
    if invited_from:
        accounts.sort(key=lambda account: account.id != invited_from.account_id)
    told: set[str] = set()
    for account in accounts:
        colleagues = await AccountStaff.filter(account_id=account.id, staff__state=StaffState.ACTIVE).select_related(
            "staff"
        )
        for colleague in (each.staff for each in colleagues if each.staff.id not in told):
            told.add(colleague.id)
            await outbox.queue(
                contact.firm_id,
                ClientActivated(
                    first_name=colleague.first_name,
                    client_name=contact.name,
                    account_name=account.name,
                    activated_at=clock.now(),
                    link=Link(f"/admin/accounts/{account.id}"),
                ),
                to=colleague.email,
                to_name=colleague.name,
                language=colleague.language,
                key=f"activated:{invitation.id}:{colleague.id}",
                subject_id=contact.id,
                account_id=account.id,
            )
