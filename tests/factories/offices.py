"""Firms with their people, made in one call."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from server.core import clock, ids, normalise
from server.core.actor import Actor, ActorKind
from server.core.database import in_firm
from server.core.permissions import PermissionSet, Role, permissions_of
from server.firms.models import Firm
from server.staff.models import StaffMember, StaffState


@dataclass(frozen=True)
class Office:
    """A firm and one actor of each role."""

    firm: Firm
    owner: Actor
    admin: Actor
    executive: Actor
    analyst: Actor

    @property
    def id(self) -> str:
        """The firm's id."""
        return str(self.firm.id)


MakeOffice = Callable[..., Awaitable[Office]]


@pytest.fixture
def make_office() -> MakeOffice:
    """Make a firm with an owner, an admin, an executive and an analyst."""
    return office_of


async def office_of(name: str = "Kanzlei Keller", **settings: Any) -> Office:
    """A firm nobody else uses."""
    firm_id = ids.new_id("firm")

    async def work() -> Office:
        firm = await Firm.create(
            id=firm_id, name=name, slug=firm_id.replace("_", "-"), created_at=clock.now(), **settings
        )
        people = {
            "owner": (Role.OWNER, PermissionSet.EXECUTIVE),
            "admin": (Role.ADMIN, PermissionSet.EXECUTIVE),
            "executive": (Role.EMPLOYEE, PermissionSet.EXECUTIVE),
            "analyst": (Role.EMPLOYEE, PermissionSet.ANALYST),
        }
        actors = {
            who: actor_of(await staff_member(firm_id, who.title(), role, permission_set))
            for who, (role, permission_set) in people.items()
        }
        return Office(firm=firm, **actors)

    return await in_firm(firm_id, work)


async def staff_member(
    firm_id: str,
    first_name: str,
    role: Role = Role.EMPLOYEE,
    permission_set: PermissionSet = PermissionSet.EXECUTIVE,
    **more: Any,
) -> StaffMember:
    """A colleague with an address of their own; call it inside a unit of the firm."""
    email = f"{first_name.lower()}.{ids.new_id('stf')[-12:]}@kanzlei.example"
    values: dict[str, Any] = {
        "firm_id": firm_id,
        "email": email,
        "email_key": normalise.key(email),
        "first_name": first_name,
        "last_name": "Muster",
        "role": role,
        "permission_set": permission_set,
        "state": StaffState.ACTIVE,
        "created_at": clock.now(),
    }
    return await StaffMember.create(**(values | more))


def actor_of(member: StaffMember) -> Actor:
    """The actor a signed-in staff member is."""
    return Actor(
        kind=ActorKind.STAFF,
        firm_id=str(member.firm_id),
        person_id=str(member.id),
        user_id=str(member.user_id or ""),
        name=member.name,
        language=member.language,
        permissions=permissions_of(member.role, member.permission_set),
    )
