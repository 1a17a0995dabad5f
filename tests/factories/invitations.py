"""People who were invited, and what their mailboxes hold."""

import random
from dataclasses import dataclass

from server.core import tokens
from server.core.actor import Actor
from server.core.database import across_firms, in_firm
from server.identity import passwords
from server.identity.models import User
from server.invitations import issue
from server.invitations.models import Invitation
from server.mail.models import Email
from tests.factories.offices import Office
from tests.factories.people import Client, client_of, user_of

GOOD_PASSWORD = "seven grey herons at dusk"
OTHER_PASSWORD = "a quiet lamp by the window"


@dataclass(frozen=True)
class Invited:
    """A client with an open invitation, and its link's token."""

    client: Client
    invitation: Invitation
    token: str


async def invited(office: Office, actor: Actor | None = None, *, message: str | None = None, **more: object) -> Invited:
    """A fresh client whom the owner has invited."""
    client = await client_of(office.id, **more)  # type: ignore[arg-type]  # of several types
    return await invite_again(office, client, actor, message=message)


async def invite_again(
    office: Office, client: Client, actor: Actor | None = None, *, message: str | None = None
) -> Invited:
    """One more invitation for the client."""
    await issue.invite_contact(actor or office.owner, client.link.id, message)
    invitation = (await invitations_of(office.id, client.contact.id))[0]
    return Invited(client, invitation, token_of(invitation))


def token_of(invitation: Invitation) -> str:
    """What the link in the mail carries."""
    return tokens.derived("antinv", invitation.id)


async def invitations_of(firm_id: str, person_id: str) -> list[Invitation]:
    """All invitations of a contact or colleague, the newest first."""

    async def work() -> list[Invitation]:
        column = "contact_id" if person_id.startswith("con_") else "staff_member_id"
        return await Invitation.filter(**{column: person_id}).order_by("-id")

    return await in_firm(firm_id, work)


async def mails_of(firm_id: str, kind: str | None = None) -> list[Email]:
    """The outbox of one firm, the oldest first."""

    async def work() -> list[Email]:
        found = Email.all().order_by("id")
        return await (found.filter(kind=kind) if kind else found)

    return await in_firm(firm_id, work)


async def login_of(email: str, password: str = GOOD_PASSWORD) -> str:
    """A login with a real password; its id."""
    return await user_of(email, await passwords.hash_password(password))


async def user_with_id(user_id: str) -> User:
    """The login as it stands now."""
    return await across_firms(lambda: User.get(id=user_id))


def somewhere() -> str:
    """A network address nobody else in the tests comes from."""
    return ".".join(str(random.randint(1, 254)) for _ in range(4))
