"""Colleagues come and go: what reaches beyond the team, into invitations and accounts (TEAM-5)."""

from collections import defaultdict

from server.accounts.models import AccountStaff
from server.audit import record as audit
from server.core import clock, ids
from server.core.actor import Actor
from server.core.database import firm_work
from server.core.permissions import PermissionSet, Role
from server.invitations import issue
from server.invitations.models import OPEN, Invitation
from server.invitations.void import void
from server.staff import state
from server.staff.create import create_staff
from server.staff.models import StaffMember, StaffState


@firm_work
async def invite(
    actor: Actor,
    email: str,
    first_name: str,
    last_name: str,
    role: Role,
    permission_set: PermissionSet = PermissionSet.EXECUTIVE,
    default_access: bool = False,
    language: str | None = None,
) -> str:
    """Make a colleague and mail the link to come in; the colleague's id.

    COLLEAGUE_EMAIL_TAKEN, ROLE_ABOVE_YOURS. Who works for another firm learns so on accepting, and nobody else does.
    """
    member = await create_staff(
        actor,
        email=email,
        first_name=first_name,
        last_name=last_name,
        role=role,
        permission_set=permission_set,
        default_access=default_access,
        language=language,
    )
    await issue.invite_staff(actor, member.id)
    return str(member.id)


@firm_work
async def reinvite(actor: Actor, staff_id: str) -> None:
    """Mail a new link, which supersedes the older. STAFF_NOT_INVITED for a colleague who is in already."""
    await issue.invite_staff(actor, staff_id)


@firm_work
async def deactivate(actor: Actor, staff_id: str) -> None:
    """End the colleague's sessions and invitation at once; nobody's account is left without somebody. LAST_OWNER."""
    member = await state.deactivate(actor, staff_id)
    if await void("revoked_at", staff_member_id=member.id):
        await audit.record(actor, "invitation.revoked", subject_id=member.id, subject_name=member.name)
    await _hand_over(actor, member)


@firm_work
async def reactivate(actor: Actor, staff_id: str) -> None:
    """Let the colleague in again. Their former accounts stay with those who took them over.

    Who had never come in gets a new invitation, for the old one was revoked.
    """
    member = await state.reactivate(actor, staff_id)
    if member.state is StaffState.INVITED and not await Invitation.exists(staff_member_id=member.id, **OPEN):
        await issue.invite_staff(actor, member.id)


async def _hand_over(actor: Actor, leaver: StaffMember) -> None:
    """Take the leaver off their accounts; those left without anybody go to the colleagues with default access.

    Where nobody has that, to the colleague who does this. No e-mails: it may be thousands of accounts.
    """
    theirs = await AccountStaff.filter(staff_id=leaver.id).order_by("account_id").values_list("account_id", flat=True)
    account_ids = [str(account_id) for account_id in theirs]
    if not account_ids:
        return
    teams = await _teams_of(account_ids)
    await AccountStaff.filter(staff_id=leaver.id).delete()
    heirs = await _heirs(actor)
    left_alone = [account_id for account_id in account_ids if not (set(teams[account_id]) - {leaver.id})]
    now = clock.now()
    await AccountStaff.bulk_create(
        [
            AccountStaff(
                id=ids.new_id("ast"), firm_id=leaver.firm_id, account_id=account_id, staff_id=heir, created_at=now
            )
            for account_id in left_alone
            for heir in heirs
        ],
        batch_size=1_000,
    )
    by_change: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    for account_id in account_ids:
        before = teams[account_id]
        rest = {staff_id: name for staff_id, name in before.items() if staff_id != leaver.id}
        by_change[_names(before), _names(rest or heirs)].append(account_id)
    for change, changed in by_change.items():
        await audit.record_each(actor, "account.updated", changed, changes={"staff": change})


async def _teams_of(account_ids: list[str]) -> dict[str, dict[str, str]]:
    """For each account, its colleagues' names by id."""
    teams: dict[str, dict[str, str]] = defaultdict(dict)
    links = AccountStaff.filter(account_id__in=account_ids).select_related("staff")
    for link in await links:
        teams[link.account_id][link.staff_id] = link.staff.name
    return teams


async def _heirs(actor: Actor) -> dict[str, str]:
    by_default = StaffMember.filter(default_access=True).exclude(state=StaffState.DEACTIVATED)
    heirs = await by_default.order_by("id") or await StaffMember.filter(id=actor.person_id)
    return {heir.id: heir.name for heir in heirs}


def _names(team: dict[str, str]) -> str | None:
    return ", ".join(sorted(team.values())) or None
