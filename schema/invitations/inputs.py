"""What staff, and people at the door, send about invitations."""

import strawberry

from schema.scalars import Language


@strawberry.input(description="The invitation to look at before it is sent.")
class InvitationPreviewInput:
    """Works before the account exists."""

    account_name: str
    first_name: str | None = None
    email: str | None = None
    language: Language | None = None
    message: str | None = None


@strawberry.input(description="Links (AccountContact) of people to invite, or to invite again; at most 100.")
class InviteInput:
    """One message for all."""

    ids: list[strawberry.ID]
    message: str | None = strawberry.field(default=None, description="A personal message, at most 2,000 characters.")


@strawberry.input(description="Accept an invitation: set a password, or give the one the address has already.")
class AcceptInvitationInput:
    """Uses the link up."""

    token: str
    password: str
    first_name: str | None = strawberry.field(default=None, description="Of staff, who may correct it.")
    last_name: str | None = strawberry.field(default=None, description="Of staff, who may correct it.")


@strawberry.input(description="Confirm a new e-mail address with one's own password.")
class ConfirmEmailInput:
    """CON-9."""

    token: str
    password: str
