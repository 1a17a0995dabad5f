"""What staff send about contacts and their links."""

import strawberry

from schema.address import AddressInput
from schema.scalars import Language


@strawberry.input(
    description="What to do about the portal when login is on: SEND mails the invitation (or, to an active person,"
    " the notice of new access); without it the person stays NOT_INVITED (INV-1)."
)
class InvitationChoice:
    """Send or skip."""

    send: bool
    message: str | None = strawberry.field(default=None, description="A personal message, at most 2,000 characters.")


@strawberry.input(description="A person to create.")
class ContactInput:
    """CON-1."""

    first_name: str
    last_name: str
    email: str | None = None
    phone: str | None = strawberry.field(default=None, description="As typed, or E.164.")
    phone_country: str | None = strawberry.field(
        default=None, description="ISO 3166-1 alpha-2; needed where the phone has no + prefix."
    )
    address: AddressInput | None = None
    language: Language | None = None


@strawberry.input(description="A contact for an account: exactly one of `contactId` (link) and `contact` (create).")
class AccountContactInput:
    """CON-2, CON-3, CON-5."""

    contact_id: strawberry.ID | None = None
    contact: ContactInput | None = None
    login: bool = False
    notify: bool = True
    sync: bool = True
    commercial: bool = False
    operational: bool = False
    invitation: InvitationChoice | None = None


@strawberry.input(description="What changes of a person; a field that is left out stays as it is.")
class UpdateContactInput:
    """A new e-mail of an active person waits for their confirmation (CON-9)."""

    id: strawberry.ID
    version: int
    first_name: str | None = strawberry.UNSET
    last_name: str | None = strawberry.UNSET
    email: str | None = strawberry.UNSET
    phone: str | None = strawberry.UNSET
    phone_country: str | None = strawberry.UNSET
    address: AddressInput | None = strawberry.UNSET
    language: Language | None = strawberry.UNSET


@strawberry.input(description="Toggles and rights of a link; those left out stay as they are.")
class SetAccessInput:
    """CON-3, CON-5."""

    id: strawberry.ID
    login: bool | None = None
    notify: bool | None = None
    sync: bool | None = None
    commercial: bool | None = None
    operational: bool | None = None
    invitation: InvitationChoice | None = strawberry.field(
        default=None, description="When login is turned on: send the invitation, or skip it."
    )
