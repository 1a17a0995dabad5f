"""Change a colleague (TEAM-5)."""

from tortoise.expressions import F

from server.audit import record as audit
from server.audit.actions import Action
from server.core import normalise
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Conflict, Invalid, Problem
from server.core.permissions import Permission, PermissionSet, Role
from server.staff import check
from server.staff.models import StaffMember


@firm_work
async def update_staff(actor: Actor, /, staff_id: str, version: int, **changes: object) -> StaffMember:
    """Write what is given: first_name, last_name, role, permission_set, default_access. STALE where one was faster.

    Takes effect on the colleague's very next request, since permissions are read anew at each.
    """
    actor.needs(Permission.MANAGE_TEAM)
    await check.one_at_a_time(actor)
    member = await check.found(actor, staff_id)
    if member.version != version:
        raise Conflict("STALE")
    await check.may_change(actor, member)
    new = _checked(changes)
    role = new.get("role", member.role)
    if role is Role.OWNER and member.role is not Role.OWNER:
        await check.may_hand_out(actor, Role.OWNER)
    if role is not Role.OWNER:
        await check.an_owner_stays(member)
    happened = audit.difference(member, new)
    if not happened:
        return member
    member.update_from_dict(new)
    words = normalise.searchable(member.first_name, member.last_name, member.email)
    await StaffMember.filter(id=member.id).update(**new, search_words=words, version=F("version") + 1)
    await audit.record(actor, Action.STAFF_UPDATED, subject_id=member.id, subject_name=member.name, changes=happened)
    return await StaffMember.get(id=member.id)


def _checked(changes: dict[str, object]) -> dict[str, object]:
    new: dict[str, object] = {}
    problems: list[Problem] = []
    for column, given in changes.items():
        if given is None:
            problems.append(Problem(audit.camel(column), "TEXT_REQUIRED"))
            continue
        match column:
            case "first_name" | "last_name":
                new[column] = str(given).strip()
                if problem := check.name(audit.camel(column), str(given)):
                    problems.append(problem)
            case "role":
                new[column] = Role(str(given))
            case "permission_set":
                new[column] = PermissionSet(str(given))
            case "default_access":
                new[column] = bool(given)
            case _:
                raise TypeError(f"a colleague has no {column} to change")
    if problems:
        raise Invalid(*problems)
    return new
