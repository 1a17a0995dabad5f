"""What staff send about contacts and their links."""

import strawberry

from schema.accounts.inputs import AccountContactInput, AddressInput, InvitationChoice
from schema.scalars import Language


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


@strawberry.input(description="One more contact for an account.")
class AddContactInput:
    """New or existing."""

    account_id: strawberry.ID
    contact: AccountContactInput


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
