"""Staff members."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.paging import Node
from schema.reading.spec import Row, derived, one, reads
from schema.scalars import Language
from server.core.permissions import Permission, PermissionSet, Role, permissions_of
from server.staff.models import StaffState
from server.staff.scope import visible_staff

if TYPE_CHECKING:
    from schema.invitations.types import Invitation


def full_name(row: Row) -> str:
    """First and last name."""
    return f"{row['first_name']} {row['last_name']}".strip()


def permissions(row: Row) -> list[str]:
    """The permissions that really hold."""
    return sorted(permissions_of(Role(row["role"]), PermissionSet(row["permission_set"])))


@reads(
    "staff_members",
    visible_staff,
    name=derived(("first_name", "last_name"), full_name),
    permissions=derived(("role", "permission_set"), permissions),
    invitation=one(
        "schema.invitations.types:Invitation",
        on="{c}.staff_member_id = {t}.id AND {t}.state = 'INVITED'",
        order="{c}.id DESC",
    ),
)
@strawberry.type(description="A person who works at the firm.")
class StaffMember(Node):
    """Visible to colleagues only."""

    first_name: str
    last_name: str
    name: str = strawberry.field(description="First and last name.")
    email: str
    role: Role
    permission_set: PermissionSet = strawberry.field(description="What holds for an EMPLOYEE; others hold everything.")
    permissions: list[Permission] = strawberry.field(description="The permissions that really hold.")
    state: StaffState
    default_access: bool = strawberry.field(description="Joins the staff of every new account.")
    language: Language
    last_seen_at: datetime | None
    created_at: datetime
    version: int
    invitation: Annotated["Invitation", strawberry.lazy("schema.invitations.types")] | None = strawberry.field(
        description="The newest invitation, while INVITED."
    )
