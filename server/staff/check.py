"""The rules of a team: names and addresses, who may make whom what, and that an owner stays (TEAM-5, T8)."""

from server.core import text
from server.core.actor import Actor, ActorKind
from server.core.database import fetch
from server.core.errors import Conflict, Forbidden, Invalid, Problem
from server.core.permissions import Role
from server.core.scope import require
from server.mail.address import problem_with as problem_with_email
from server.staff.models import StaffMember, StaffState
from server.staff.scope import visible_staff
from server.words.say import LANGUAGES


def name(field: str, given: str) -> Problem | None:
    """A first or last name."""
    return text.problem_with(field, given.strip(), limit=80, required=True)


def email(given: str) -> Problem | None:
    """Where the invitation goes."""
    return problem_with_email("email", given.strip())


def language(given: str) -> Problem | None:
    """One of ours."""
    return None if given.lower() in LANGUAGES else Problem("language", "LANGUAGE_UNKNOWN")


async def may_hand_out(actor: Actor, role: Role) -> None:
    """Nobody makes somebody more than they are themselves: only an owner makes an owner."""
    if role is Role.OWNER and not await is_owner(actor):
        raise Invalid(Problem("role", "ROLE_ABOVE_YOURS"))


async def may_change(actor: Actor, member: StaffMember) -> None:
    """Only an owner changes an owner."""
    if member.role is Role.OWNER and not await is_owner(actor):
        raise Forbidden("ROLE_ABOVE_YOURS")


async def is_owner(actor: Actor) -> bool:
    """Whether the actor is an owner as things stand; the system is as good as one."""
    if actor.kind is ActorKind.SYSTEM:
        return True
    return await StaffMember.exists(id=actor.person_id, role=Role.OWNER, state=StaffState.ACTIVE)


async def one_at_a_time(actor: Actor) -> None:
    """Let changes of the team wait for each other until the unit ends; a lock of its own, so nothing else waits."""
    await fetch("SELECT pg_advisory_xact_lock(hashtext('team'), hashtext($1))", actor.firm_id)


async def an_owner_stays(member: StaffMember) -> None:
    """Refuse to lose the last active owner. Call it after `one_at_a_time`, before the change."""
    if member.role is not Role.OWNER or member.state is not StaffState.ACTIVE:
        return
    others = StaffMember.filter(firm_id=member.firm_id, role=Role.OWNER, state=StaffState.ACTIVE)
    if not await others.exclude(id=member.id).exists():
        raise Conflict("LAST_OWNER")


async def found(actor: Actor, staff_id: str) -> StaffMember:
    """The colleague, locked until the unit ends; NOT_FOUND for a stranger's id."""
    await require(StaffMember, staff_id, visible_staff(actor))
    return await StaffMember.select_for_update(no_key=True).get(id=staff_id)
