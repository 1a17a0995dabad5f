"""Send invitations: to a client, to many, to a colleague."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Final

from server.accounts.models import Account, Lifecycle
from server.contacts.models import AccountContact, Contact
from server.contacts.scope import visible_links
from server.core import clock, jobs
from server.core.actor import Actor
from server.core.database import fetch, firm_work, savepoint
from server.core.errors import Conflict, DomainError, Invalid, Problem
from server.core.permissions import Permission
from server.core.scope import ALL, require
from server.invitations import write
from server.invitations.message import checked_message
from server.invitations.scope import pending_links
from server.staff.models import StaffMember, StaffState

AT_ONCE: Final = 100
"""The most links one call invites; whole lists are for `invite_all_pending`."""


JUST_NOW: Final = timedelta(minutes=10)
"""Who was invited this long ago is not invited again by a click on *Invite all*."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A link that was not invited, why, and what the sentence of the code needs."""

    id: str
    code: str
    params: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InviteResult:
    """What became of each link of a selection."""

    invited: list[str]
    failures: list[Failure]


@firm_work
async def invite_contact(actor: Actor, link_id: str, message: str | None = None) -> None:
    """Mail an activation link, or to a person already active the news of the new access (INV-1, INV-5).

    A newer invitation supersedes the open one (INV-4). LOGIN_OFF, ACCOUNT_ARCHIVED, LOGIN_NEEDS_EMAIL, RATE_LIMITED.
    """
    actor.needs(Permission.INVITE_CLIENTS)
    await invite_link(actor, link_id, checked_message("message", message))


@firm_work
async def invite_many(actor: Actor, link_ids: Sequence[str], message: str | None = None) -> InviteResult:
    """Invite a selection; a link that fails is reported and stops no other (INV-4).

    A person who stands in it with several accounts gets one invitation.
    """
    actor.needs(Permission.INVITE_CLIENTS)
    wanted = list(dict.fromkeys(link_ids))
    if len(wanted) > AT_ONCE:
        raise Invalid(Problem("ids", "LIST_TOO_LONG", {"limit": AT_ONCE}))
    words = checked_message("message", message)
    result, invited = InviteResult([], []), set[str]()
    for link_id, contact_id in await _in_locking_order(wanted):
        if contact_id not in invited:
            try:
                if await savepoint(partial(invite_link, actor, link_id, words)):
                    invited.add(contact_id)
            except DomainError as refused:
                result.failures.append(Failure(link_id, refused.code, refused.params))
                continue
        result.invited.append(link_id)
    return result


@firm_work
async def invite_all_pending(actor: Actor) -> int:
    """Invite everybody on the list of pending activations again, by a job; how many people that is (INV-4).

    Who was invited just now is left out: a second click sends nothing twice.
    """
    actor.needs(Permission.INVITE_CLIENTS)
    listed = pending_links(actor).sql.format(t="t")
    rows = await fetch(
        f"SELECT count(DISTINCT t.contact_id) AS people FROM account_contacts t WHERE {listed} AND NOT EXISTS"
        " (SELECT 1 FROM invitations i WHERE i.contact_id = t.contact_id AND i.sent_at >= $1::timestamptz)",
        clock.now() - JUST_NOW,
    )
    await jobs.enqueue(
        "invitations.invite_pending",
        {
            "firm": actor.firm_id,
            "staff": actor.person_id,
            "asked_at": clock.now().isoformat(),
        },
    )
    return int(rows[0]["people"])


@firm_work
async def invite_staff(actor: Actor, staff_id: str) -> None:
    """Mail a colleague the link to set a password and come in (TEAM-5). STAFF_NOT_INVITED for one who already has."""
    actor.needs(Permission.MANAGE_TEAM)
    colleague = await require(StaffMember, staff_id, ALL)
    colleague = await StaffMember.filter(id=colleague.id).select_for_update().get()
    if colleague.state is not StaffState.INVITED:
        raise Conflict("STAFF_NOT_INVITED")
    await write.to_staff(actor, colleague, sent_by_id=actor.person_id or None)


async def invite_link(actor: Actor, link_id: str, message: str | None) -> bool:
    """The same for a caller who has asked for the right. Whether an invitation went out; False: the news of access."""
    link = await require(AccountContact, link_id, visible_links(actor))
    contact = await Contact.filter(id=link.contact_id).select_for_update().get()
    account = await Account.get(id=link.account_id)
    link = await require(AccountContact, link_id, visible_links(actor))  # may be gone since we waited for the person
    if account.lifecycle is not Lifecycle.ACTIVE:
        raise Conflict("ACCOUNT_ARCHIVED")
    if not link.login:
        raise Conflict("LOGIN_OFF")
    if not contact.email:
        raise Conflict("LOGIN_NEEDS_EMAIL")
    if contact.user_id:
        await write.access_granted(actor, account, contact, link_id=link.id)
        return False
    await write.to_contact(
        actor, account, contact, link_id=link.id, message=message, sent_by_id=actor.person_id or None
    )
    return True


async def _in_locking_order(link_ids: list[str]) -> list[tuple[str, str]]:
    """Link and contact, by contact: two selections that overlap wait for each other, and not in a circle."""
    people = dict(await AccountContact.filter(id__in=link_ids).values_list("id", "contact_id"))
    return sorted(((each, people.get(each, "")) for each in link_ids), key=lambda pair: (pair[1], pair[0]))
