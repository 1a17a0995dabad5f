"""Let a colleague in no longer, or again (TEAM-5)."""

from tortoise.expressions import F

from server.audit import record as audit
from server.audit.actions import Action
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.errors import Conflict
from server.core.permissions import Permission
from server.identity import sessions
from server.staff import check
from server.staff.models import StaffMember, StaffState


@firm_work
async def deactivate(actor: Actor, staff_id: str) -> StaffMember:
    """End every session of the colleague at once and let them in no more. The last active owner stays."""
    actor.needs(Permission.MANAGE_TEAM)
    await check.one_at_a_time(actor)
    member = await check.found(actor, staff_id)
    await check.may_change(actor, member)
    if member.state is StaffState.DEACTIVATED:
        return member
    await check.an_owner_stays(member)
    await _move(actor, member, StaffState.DEACTIVATED, Action.STAFF_DEACTIVATED)
    await sessions.end_all_of(person_id=member.id)
    return member


@firm_work
async def reactivate(actor: Actor, staff_id: str) -> StaffMember:
    """Let the colleague in again with the password and role they had; who never had a password is INVITED again."""
    actor.needs(Permission.MANAGE_TEAM)
    await check.one_at_a_time(actor)
    member = await check.found(actor, staff_id)
    await check.may_change(actor, member)
    if member.state is not StaffState.DEACTIVATED:
        return member
    state = StaffState.ACTIVE if member.user_id else StaffState.INVITED
    await _move(actor, member, state, Action.STAFF_REACTIVATED)
    return member


async def _move(actor: Actor, member: StaffMember, to: StaffState, action: Action) -> None:
    moved = await StaffMember.filter(id=member.id, state=member.state).update(state=to, version=F("version") + 1)
    if not moved:
        raise Conflict
    happened = {"state": [member.state.value, to.value]}
    member.state, member.version = to, member.version + 1
    await audit.record(actor, action, subject_id=member.id, subject_name=member.name, changes=happened)
