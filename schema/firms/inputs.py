"""What changes of a firm."""

import strawberry

from schema.address import AddressInput
from schema.scalars import Language


@strawberry.input(description="What changes of the firm; a field that is left out stays as it is.")
class UpdateFirmInput:
    """TEAM-1."""

    version: int
    name: str | None = strawberry.UNSET
    email: str | None = strawberry.UNSET
    phone: str | None = strawberry.UNSET
    website: str | None = strawberry.UNSET
    address: AddressInput | None = strawberry.UNSET
    language: Language | None = strawberry.UNSET
    time_zone: str | None = strawberry.field(default=strawberry.UNSET, description="IANA name, `Europe/Berlin`.")
    accent_color: str | None = strawberry.field(default=strawberry.UNSET, description="`#rrggbb`.")
    allow_accounts_without_contacts: bool | None = strawberry.UNSET
    tell_on_access_removed: bool | None = strawberry.UNSET
    client_invitation_days: int | None = strawberry.UNSET
    staff_invitation_days: int | None = strawberry.UNSET
    reminder_days: list[int] | None = strawberry.UNSET
