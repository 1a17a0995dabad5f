"""Inviting and changing colleagues."""

from collections.abc import Awaitable, Callable

import strawberry

from schema.basics import IdInput
from schema.context import Info
from schema.reading.select import select
from schema.staff.inputs import InviteStaffInput, UpdateStaffInput
from schema.staff.types import StaffMember
from schema.translate import given, in_unit
from server.intake import colleagues
from server.staff import update


@strawberry.type(description="The colleague after the change.")
class StaffMemberPayload:
    """Read in the same unit of work."""

    staff_member: StaffMember


@strawberry.type
class StaffMutations:
    """For who manages the team."""

    @strawberry.mutation(description="Invites a colleague by e-mail; the link is good for 7 days (TEAM-5).")
    async def invite_staff(self, info: Info, input: InviteStaffInput) -> StaffMemberPayload:
        """Makes the staff member, INVITED."""

        async def work() -> StaffMemberPayload:
            staff_id = await colleagues.invite(
                info.context.signed_in,
                email=input.email,
                first_name=input.first_name,
                last_name=input.last_name,
                role=input.role,
                permission_set=input.permission_set,
                default_access=input.default_access,
                language=input.language.value if input.language else None,
            )
            return await _payload(info, staff_id)

        return await in_unit(info, work)

    @strawberry.mutation(description="Mails a new link to an invited colleague; the older one is void.")
    async def reinvite_staff(self, info: Info, input: IdInput) -> StaffMemberPayload:
        """Of INVITED colleagues."""
        return await _after(info, input.id, lambda: colleagues.reinvite(info.context.signed_in, input.id))

    @strawberry.mutation(description="Changes the fields that are given.")
    async def update_staff(self, info: Info, input: UpdateStaffInput) -> StaffMemberPayload:
        """STALE where somebody was faster."""
        changes = given(input, "id", "version")
        return await _after(
            info, input.id, lambda: update.update_staff(info.context.signed_in, input.id, input.version, **changes)
        )

    @strawberry.mutation(
        description="Ends the sessions of a colleague at once; their accounts go to staff with default access."
    )
    async def deactivate_staff(self, info: Info, input: IdInput) -> StaffMemberPayload:
        """The last owner stays."""
        return await _after(info, input.id, lambda: colleagues.deactivate(info.context.signed_in, input.id))

    @strawberry.mutation(description="Lets a deactivated colleague in again.")
    async def reactivate_staff(self, info: Info, input: IdInput) -> StaffMemberPayload:
        """With the role they had."""
        return await _after(info, input.id, lambda: colleagues.reactivate(info.context.signed_in, input.id))


async def _after(info: Info, staff_id: str, change: Callable[[], Awaitable[object]]) -> StaffMemberPayload:
    async def work() -> StaffMemberPayload:
        await change()
        return await _payload(info, staff_id)

    return await in_unit(info, work)


async def _payload(info: Info, staff_id: str) -> StaffMemberPayload:
    return StaffMemberPayload(staff_member=await select(info, StaffMember, at="staff_member").one(staff_id))
