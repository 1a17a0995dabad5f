"""The firm: for its people, and its looks for strangers at the door."""

import strawberry

from schema.address import Address
from schema.paging import Node
from schema.reading.spec import Row, derived, reads
from schema.scalars import Language
from server.core.scope import ALL
from server.firms.look import logo_url


def logo_of(row: Row) -> str | None:
    """Where the logo of a firm is served."""
    return logo_url(row["id"], row["logo_sha"])


@reads(
    "firms",
    lambda actor: ALL,
    staff_only=False,
    logo_url=derived(("id", "logo_sha"), logo_of),
)
@strawberry.type(description="The tenant: a professional office with its staff, settings and portal.")
class Firm(Node):
    """The firm of whoever is signed in; row-level security knows no other."""

    name: str
    email: str | None
    phone: str | None
    website: str | None
    address: Address | None
    language: Language
    time_zone: str
    accent_color: str
    logo_url: str | None
    allow_accounts_without_contacts: bool
    tell_on_access_removed: bool
    client_invitation_days: int
    staff_invitation_days: int
    reminder_days: list[int]
    version: int


@strawberry.type(description="What a stranger at the door may know of a firm: its looks.")
class FirmLook:
    """Shown before sign-in."""

    name: str
    accent_color: str
    logo_url: str | None
    language: Language
    time_zone: str
