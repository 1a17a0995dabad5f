"""Who looks after an account (TEAM-4)."""

from collections.abc import Iterable, Sequence
from typing import Final

from tortoise.queryset import QuerySet

from server.accounts.emails import AccountAssigned
from server.accounts.models import Account, AccountStaff
from server.core import clock, ids
from server.core.actor import Actor
from server.core.errors import NotFound
from server.mail import outbox
from server.mail.message import Link
from server.staff.models import StaffMember, StaffState

MOST: Final = 100
"""Colleagues that one call names."""


async def initial(actor: Actor, chosen: Sequence[str]) -> list[StaffMember]:
    """The staff of a new account: its creator, everybody with default access, and the chosen ones."""
    by_default = await _working().filter(default_access=True).values_list("id", flat=True)
    creator = [actor.person_id] if actor.is_staff else []
    return await members([*creator, *chosen, *map(str, by_default)])


async def members(staff_ids: Iterable[str], *, there: Iterable[StaffMember] = ()) -> list[StaffMember]:
    """The colleagues of these ids, each once; NOT_FOUND if one is unknown, or deactivated and not `there` already."""
    wanted = list(dict.fromkeys(staff_ids))
    found = {member.id: member for member in [*there, *await _working().filter(id__in=wanted)] if member.id in wanted}
    if len(found) < len(wanted):
        raise NotFound
    return [found[staff_id] for staff_id in wanted]


async def assign(actor: Actor, account: Account, added: Sequence[StaffMember]) -> None:
    """Give the account to these colleagues and tell them by e-mail, but for whoever does it."""
    now = clock.now()
    rows = [
        AccountStaff(id=ids.new_id("ast"), firm_id=account.firm_id, account=account, staff=member, created_at=now)
        for member in added
    ]
    await AccountStaff.bulk_create(rows, ignore_conflicts=True)
    by = await StaffMember.get_or_none(id=actor.person_id) if actor.is_staff else None
    for row, member in zip(rows, added, strict=True):
        if member.id != actor.person_id and member.state is StaffState.ACTIVE:
            await outbox.queue(
                account.firm_id,
                AccountAssigned(
                    first_name=member.first_name,
                    account_name=account.name,
                    assigned_by=actor.name,
                    link=Link(f"/admin/accounts/{account.id}"),
                ),
                to=member.email,
                to_name=member.name,
                language=member.language,
                key=f"assigned:{row.id}",
                subject_id=row.id,
                account_id=account.id,
                reply_to=by.email if by else None,
            )


async def replace(actor: Actor, account: Account, staff_ids: Iterable[str]) -> list[str | None] | None:
    """Make these the account's staff. The names before and after, or None if nothing changes."""
    now_there = await StaffMember.filter(account_links__account_id=account.id)
    wanted = await members(staff_ids, there=now_there)
    gone = {member.id for member in now_there} - {member.id for member in wanted}
    added = [member for member in wanted if member.id not in {there.id for there in now_there}]
    if not gone and not added:
        return None
    await AccountStaff.filter(account_id=account.id, staff_id__in=gone).delete()
    await assign(actor, account, added)
    return [_names(now_there), _names(wanted)]


def _working() -> QuerySet[StaffMember]:
    return StaffMember.exclude(state=StaffState.DEACTIVATED)


def _names(people: Iterable[StaffMember]) -> str | None:
    return ", ".join(sorted(member.name for member in people)) or None
