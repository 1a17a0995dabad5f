"""What subscriptions tell of."""

import strawberry

from schema.accounts.types import Account
from schema.contacts.types import AccountContact

_ACTIONS = "By which actions, such as `contact.activated`, the first one first; those of the audit."


@strawberry.type(description="An account after something has happened to it.")
class AccountChange:
    """What happened in quick succession is told once."""

    actions: list[str] = strawberry.field(description=_ACTIONS)
    account: Account


@strawberry.type(description="A person's way into the portal after something has happened to it.")
class InvitationChange:
    """Told for each account of theirs."""

    actions: list[str] = strawberry.field(description=_ACTIONS)
    account_contact: AccountContact = strawberry.field(description="With the invitation, and how far it has come.")
