"""The contacts of an account that is made, or of one that gets another: checked all at once, then written."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from server.accounts.models import Account
from server.contacts import check, create
from server.contacts import link as contact_link
from server.contacts.draft import ContactDraft
from server.contacts.models import AccountContact, Contact
from server.contacts.scope import visible_contacts
from server.core import text
from server.core.actor import Actor
from server.core.errors import Problem
from server.core.permissions import Permission
from server.core.scope import require
from server.intake.draft import InvitationChoice, NewLink
from server.invitations import issue

MESSAGE: Final = 2_000
"""The longest personal message of an invitation."""


@dataclass(frozen=True, slots=True)
class Person:
    """A contact to be linked: one that is there (`contact`), or the checked values of a new one."""

    at: str
    toggles: dict[str, bool]
    invitation: InvitationChoice | None
    contact: Contact | None
    values: dict[str, Any]

    @property
    def name(self) -> str:
        """First and last name."""
        return self.contact.name if self.contact else f"{self.values['first_name']} {self.values['last_name']}"


async def read(actor: Actor, links: Sequence[NewLink], paths: Sequence[str]) -> tuple[list[Person], list[Problem]]:
    """The people, and everything that is wrong with them, each below its path.

    Locks those who are there already, in the order of their ids. NOT_FOUND for an id the actor may not know of.
    """
    if any(new.login and new.invitation and new.invitation.send for new in links):
        actor.needs(Permission.INVITE_CLIENTS)
    known = await _known(actor, [new.contact_id for new in links if new.contact_id])
    people: list[Person] = []
    problems: list[Problem] = []
    for new, at in zip(links, paths, strict=True):
        if (new.contact is None) == (new.contact_id is None):
            problems.append(Problem(at, "CONTACT_OR_ID"))
            continue
        values, wrong = await _new_values(new.contact, f"{at}.contact.") if new.contact else ({}, [])
        contact = known[new.contact_id] if new.contact_id else None
        problems += wrong
        if new.login and not (contact.email if contact else new.contact and text.tidy(new.contact.email)):
            problems.append(Problem(f"{at}.login", "LOGIN_NEEDS_EMAIL"))
        problems += invitation_problems(f"{at}.invitation", new.invitation)
        toggles = {toggle: getattr(new, toggle) for toggle in contact_link.TOGGLES}
        people.append(Person(at, toggles, new.invitation, contact, values))
    return people, problems + _twice(people)


def invitation_problems(at: str, choice: InvitationChoice | None) -> list[Problem]:
    """What is wrong with the personal message: MESSAGE_TOO_LONG, CHARACTER_FORBIDDEN."""
    message = text.tidy(choice.message) if choice else None
    if message and len(message) > MESSAGE:
        return [Problem(f"{at}.message", "MESSAGE_TOO_LONG", {"limit": MESSAGE})]
    problem = text.problem_with(f"{at}.message", message, limit=MESSAGE, lines=True)
    return [problem] if problem else []


async def write(actor: Actor, account: Account, people: Sequence[Person]) -> list[AccountContact]:
    """Make the new contacts and all the links."""
    links = []
    for person in people:
        contact = person.contact or await create.store(
            actor, person.values, account_id=account.id, at=f"{person.at}.contact."
        )
        links.append(await contact_link.link(actor, account, contact, person.toggles))
    return links


async def invite(actor: Actor, people: Sequence[Person], links: Sequence[AccountContact]) -> None:
    """Send to whom *Send* was chosen for (CON-7); who is active already gets the news of the access (INV-5)."""
    for person, link in zip(people, links, strict=True):
        if link.login and person.invitation and person.invitation.send:
            await issue.invite_contact(actor, link.id, person.invitation.message)


async def _known(actor: Actor, contact_ids: Sequence[str]) -> dict[str, Contact]:
    for contact_id in contact_ids:
        await require(Contact, contact_id, visible_contacts(actor))
    locked = Contact.filter(id__in=list(contact_ids)).order_by("id").select_for_update()
    return {str(contact.id): contact for contact in await locked} if contact_ids else {}


async def _new_values(draft: ContactDraft, at: str) -> tuple[dict[str, Any], list[Problem]]:
    given = {field: getattr(draft, field) for field in asdict(draft)}
    values, problems = check.read(given, at)
    is_wrong = any(problem.field == f"{at}email" for problem in problems)
    if not is_wrong and (taken := await check.email_taken(f"{at}email", values["email"])):
        problems.append(taken)
    return values, problems


def _twice(people: Sequence[Person]) -> list[Problem]:
    """CONTACT_TWICE where the same contact, or the same new address, stands in the list again."""
    problems, seen = [], set[str]()
    for person in people:
        key = person.contact.id if person.contact else person.values["email_key"]
        if key and key in seen:
            field = "contactId" if person.contact else "contact.email"
            problems.append(Problem(f"{person.at}.{field}", "CONTACT_TWICE"))
        seen.add(key or "")
    return problems
