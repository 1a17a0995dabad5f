"""In whose name an invitation speaks, and who gets the answers to it (MAIL-1)."""

from server.staff.models import StaffMember, StaffState


async def sender(staff_id: str | None) -> StaffMember | None:
    """The colleague who sent it; None once they have left: then the firm speaks, and nobody answers for the leaver."""
    if not staff_id:
        return None
    return await StaffMember.filter(id=staff_id).exclude(state=StaffState.DEACTIVATED).first()
