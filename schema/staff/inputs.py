"""What is sent about colleagues."""

import strawberry

from schema.scalars import Language
from server.core.permissions import PermissionSet, Role


@strawberry.input(description="A colleague to invite (TEAM-5).")
class InviteStaffInput:
    """Only an owner invites an owner."""

    email: str
    first_name: str
    last_name: str
    role: Role
    permission_set: PermissionSet = PermissionSet.EXECUTIVE
    default_access: bool = False
    language: Language | None = None


@strawberry.input(description="What changes of a colleague; a field that is left out stays as it is.")
class UpdateStaffInput:
    """Only an owner changes an owner; the last owner stays one."""

    id: strawberry.ID
    version: int
    first_name: str | None = strawberry.UNSET
    last_name: str | None = strawberry.UNSET
    role: Role | None = strawberry.UNSET
    permission_set: PermissionSet | None = strawberry.UNSET
    default_access: bool | None = strawberry.UNSET
