"""Make a staff member: the row alone; invitations and passwords are others' work."""

from server.audit import record as audit
from server.audit.actions import Action
from server.core import normalise
from server.core.actor import Actor
from server.core.clock import now
from server.core.database import firm_work, unique
from server.core.errors import Invalid, Problem
from server.core.permissions import Permission, PermissionSet, Role
from server.staff import check
from server.staff.models import StaffMember

EMAIL_CONSTRAINT = "uid_staff_membe_firm_id_eabb7c"
"""The name Tortoise gives the rule that an address is one colleague of a firm."""


@firm_work
async def create_staff(
    actor: Actor,
    *,
    email: str,
    first_name: str,
    last_name: str,
    role: Role,
    permission_set: PermissionSet = PermissionSet.EXECUTIVE,
    default_access: bool = False,
    language: str | None = None,
) -> StaffMember:
    """A colleague who is INVITED until an invitation is accepted. Only an owner makes an owner."""
    actor.needs(Permission.MANAGE_TEAM)
    await check.may_hand_out(actor, role)
    problems = [check.name("firstName", first_name), check.name("lastName", last_name), check.email(email)]
    problems.append(check.language(language) if language else None)
    if found := [problem for problem in problems if problem]:
        raise Invalid(*found)
    first_name, last_name, email = first_name.strip(), last_name.strip(), email.strip()
    taken = Invalid(Problem("email", "COLLEAGUE_EMAIL_TAKEN"))
    async with unique(EMAIL_CONSTRAINT, taken):
        member = await StaffMember.create(
            firm_id=actor.firm_id,
            email=email,
            email_key=normalise.key(email),
            first_name=first_name,
            last_name=last_name,
            role=role,
            permission_set=permission_set,
            default_access=default_access,
            language=(language or actor.language).lower(),
            search_words=normalise.searchable(first_name, last_name, email),
            created_at=now(),
        )
    await audit.record(actor, Action.STAFF_CREATED, subject_id=member.id, subject_name=member.name)
    return member
