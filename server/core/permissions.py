"""What a person of the firm may do, as one alphabetical list."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing a staff member may do; asked once, in the domain."""

    INVITE_CLIENTS = "INVITE_CLIENTS"
    MANAGE_ACCOUNTS = "MANAGE_ACCOUNTS"
    MANAGE_FIRM = "MANAGE_FIRM"
    MANAGE_TEAM = "MANAGE_TEAM"
    VIEW_ACCOUNTS = "VIEW_ACCOUNTS"


class Role(StrEnum):
    """The place of a staff member in the firm (TEAM-2)."""

    ADMIN = "ADMIN"
    EMPLOYEE = "EMPLOYEE"
    OWNER = "OWNER"


class PermissionSet(StrEnum):
    """A shipped set of permissions for employees (TEAM-2)."""

    ANALYST = "ANALYST"
    EXECUTIVE = "EXECUTIVE"


_OF_SET = {
    PermissionSet.ANALYST: frozenset({Permission.VIEW_ACCOUNTS}),
    PermissionSet.EXECUTIVE: frozenset(
        {Permission.VIEW_ACCOUNTS, Permission.MANAGE_ACCOUNTS, Permission.INVITE_CLIENTS}
    ),
}


def permissions_of(role: Role, permission_set: PermissionSet) -> frozenset[Permission]:
    """The permissions that really hold: owners and admins have all, an employee those of the set."""
    if role in (Role.OWNER, Role.ADMIN):
        return frozenset(Permission)
    return _OF_SET[permission_set]
