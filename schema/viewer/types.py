"""Whoever is signed in, staff or client."""

import strawberry

from schema.accounts.types import PortalAccount
from schema.firms.types import Firm
from schema.reading.spec import derived, many, one, reads, sql
from schema.scalars import Language
from schema.staff.types import StaffMember, full_name, permissions
from server.core.permissions import Permission, Role
from server.core.scope import ALL
from server.identity.models import Door

FIRM = one("schema.firms.types:Firm", on="{c}.id = {t}.firm_id")
NAME = derived(("first_name", "last_name"), full_name)


@strawberry.type(description="Another firm this login belongs to.")
class OtherFirm:
    """Reached by `switchFirm`."""

    id: strawberry.ID
    name: str


@strawberry.type(description="Whoever is signed in.")
class Viewer:
    """Read from the staff member or the contact behind the session."""

    door: Door
    id: strawberry.ID = strawberry.field(description="Of the staff member or the contact.")
    first_name: str
    last_name: str
    name: str
    email: str
    language: Language
    firm: Firm
    role: Role | None = strawberry.field(description="Of staff.")
    can: list[Permission] = strawberry.field(description="What this person may do; reports, decides nothing.")
    staff_member: StaffMember | None = strawberry.field(description="Of staff.")
    accounts: list[PortalAccount] = strawberry.field(description="Of clients: where their login is on, by name.")

    other_firms: list[OtherFirm] = strawberry.field(description="Other firms this login belongs to, by this door.")


@reads(
    "staff_members",
    lambda actor: ALL,
    name=NAME,
    door=sql("'STAFF'"),
    firm=FIRM,
    can=derived(("role", "permission_set"), permissions),
    staff_member=one("schema.staff.types:StaffMember", on="{c}.id = {t}.id"),
    accounts=sql("'[]'::json"),
    other_firms=sql("other_firms({t}.id)"),
)
class StaffViewer:
    """How a viewer is read who is staff."""


@reads(
    "contacts",
    lambda actor: ALL,
    staff_only=False,
    name=NAME,
    door=sql("'PORTAL'"),
    language=sql("coalesce({t}.language, (SELECT home.language FROM firms home WHERE home.id = {t}.firm_id))"),
    firm=FIRM,
    role=sql("null"),
    can=sql("'[]'::json"),
    staff_member=sql("null"),
    accounts=many("schema.accounts.types:PortalAccount", on="true", order="{c}.name_key, {c}.id"),
    other_firms=sql("other_firms({t}.id)"),
)
class ClientViewer:
    """How a viewer is read who is a client."""
