import asyncio

import pytest

from server.accounts.models import Account, AccountStaff
from server.audit.models import AuditEvent
from server.core import clock
from server.core.actor import Actor
from server.core.database import in_firm
from server.core.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from server.core.links import LinkState
from server.core.permissions import PermissionSet, Role
from server.identity import sessions
from server.identity.models import Door
from server.intake import colleagues
from server.invitations.accept import accept
from server.invitations.open import open_invitation
from server.mail.models import EmailState
from server.staff.models import StaffMember, StaffState
from tests.factories.invitations import GOOD_PASSWORD, invitations_of, mails_of, somewhere, token_of
from tests.factories.offices import Office, office_of, staff_member
from tests.factories.people import account_of


async def invite_nora(actor: Actor, role: Role = Role.EMPLOYEE, email: str | None = None) -> str:
    email = email or f"nora.{somewhere()}@kanzlei.example"
    return await colleagues.invite(actor, email, "Nora", "Kis", role, PermissionSet.ANALYST, False, "es")


async def colleague_now(office: Office, staff_id: str) -> StaffMember:
    return await in_firm(office.id, lambda: StaffMember.get(id=staff_id))


async def link_of(office: Office, staff_id: str) -> str:
    return token_of((await invitations_of(office.id, staff_id))[0])


async def refused_with(work: object) -> str:
    with pytest.raises(DomainError) as refused:
        await work  # type: ignore[misc]  # any awaitable
    problems = refused.value.problems if isinstance(refused.value, Invalid) else ()
    return problems[0].code if problems else refused.value.code


async def test_a_colleague_is_invited_in_their_language_and_comes_in() -> None:  # TEAM-5
    office = await office_of()
    staff_id = await invite_nora(office.admin)
    [mail] = await mails_of(office.id)
    assert (mail.kind, mail.language) == ("STAFF_INVITATION", "es")
    assert mail.words["link"]["path"] == "/admin/activate"
    assert str(mail.reply_to).startswith("admin.")
    assert (await colleague_now(office, staff_id)).state is StaffState.INVITED
    signed_in = await accept(await link_of(office, staff_id), GOOD_PASSWORD, address=somewhere(), device="")
    assert signed_in.actor.person_id == staff_id
    assert (await colleague_now(office, staff_id)).state is StaffState.ACTIVE


async def test_only_who_manages_the_team_invites_and_only_an_owner_an_owner() -> None:  # TEAM-5, T8
    office = await office_of()
    for actor in (office.executive, office.analyst):
        with pytest.raises(Forbidden):
            await invite_nora(actor)
    assert await refused_with(invite_nora(office.admin, Role.OWNER)) == "ROLE_ABOVE_YOURS"
    await invite_nora(office.owner, Role.OWNER)


async def test_an_address_is_one_colleagues_only_whatever_its_case() -> None:  # TEAM-5
    office = await office_of()
    email = f"nora.{somewhere()}@kanzlei.example"
    await invite_nora(office.owner, email=email)
    assert await refused_with(invite_nora(office.owner, email=email.upper())) == "COLLEAGUE_EMAIL_TAKEN"
    assert len(await mails_of(office.id)) == 1


async def test_an_address_known_at_another_firm_is_invited_just_the_same() -> None:  # security.md E3
    office, other = await office_of(), await office_of()
    email = f"nora.{somewhere()}@kanzlei.example"
    await accept(
        await link_of(office, await invite_nora(office.owner, email=email)),
        GOOD_PASSWORD,
        address=somewhere(),
        device="",
    )
    staff_id = await invite_nora(other.owner, email=email)
    assert (await colleague_now(other, staff_id)).state is StaffState.INVITED
    assert [mail.state for mail in await mails_of(other.id)] == [EmailState.QUEUED]


async def test_inviting_again_supersedes_and_is_only_for_who_is_not_in_yet() -> None:  # TEAM-5
    office, other = await office_of(), await office_of()
    staff_id = await invite_nora(office.owner)
    old = await link_of(office, staff_id)
    await colleagues.reinvite(office.admin, staff_id)
    assert (await open_invitation(old, address=somewhere())).state is LinkState.SUPERSEDED
    assert (await open_invitation(await link_of(office, staff_id), address=somewhere())).state is LinkState.VALID
    assert await refused_with(colleagues.reinvite(office.owner, office.analyst.person_id)) == "STAFF_NOT_INVITED"
    with pytest.raises(Forbidden):
        await colleagues.reinvite(office.executive, staff_id)
    with pytest.raises(NotFound):
        await colleagues.reinvite(other.owner, staff_id)


async def test_parallel_invitations_of_one_colleague_leave_one_open() -> None:  # R2
    office = await office_of()
    staff_id = await invite_nora(office.owner)
    await asyncio.gather(*(colleagues.reinvite(office.owner, staff_id) for _ in range(5)))
    every = await invitations_of(office.id, staff_id)
    assert [one.superseded_at is None for one in every].count(True) == 1


async def test_a_deactivated_colleague_is_out_at_once() -> None:  # TEAM-5
    office = await office_of()
    invited, active = await invite_nora(office.owner), await invite_nora(office.owner)
    signed_in = await accept(await link_of(office, active), GOOD_PASSWORD, address=somewhere(), device="")
    token = await link_of(office, invited)
    for staff_id in (invited, active):
        await colleagues.deactivate(office.admin, staff_id)
    assert await sessions.authenticate(signed_in.token, Door.STAFF) is None
    assert (await open_invitation(token, address=somewhere())).state is LinkState.REVOKED
    assert (await mails_of(office.id))[0].state is EmailState.CANCELLED


async def test_the_last_owner_stays() -> None:  # TEAM-5, T8
    office, other = await office_of(), await office_of()
    with pytest.raises(Conflict) as refused:
        await colleagues.deactivate(office.owner, office.owner.person_id)
    assert refused.value.code == "LAST_OWNER"
    with pytest.raises(NotFound):
        await colleagues.deactivate(other.owner, office.analyst.person_id)


async def looked_after(office: Office, *staff_ids: str) -> Account:
    async def work() -> Account:
        account = await account_of(office.id)
        for staff_id in staff_ids:
            await AccountStaff.create(
                firm_id=office.id, account_id=account.id, staff_id=staff_id, created_at=clock.now()
            )
        return account

    return await in_firm(office.id, work)


async def team_of(office: Office, account: Account) -> set[str]:
    links = await in_firm(office.id, lambda: AccountStaff.filter(account_id=account.id))
    return {link.staff_id for link in links}


async def test_accounts_left_alone_go_to_the_colleagues_with_default_access() -> None:  # TEAM-5, TEAM-4
    office = await office_of()
    heirs = [
        (await in_firm(office.id, lambda n=name: staff_member(office.id, n, default_access=True))).id  # type: ignore[misc]  # mypy: the lambda's default
        for name in ("Eva", "Ion")
    ]
    await in_firm(
        office.id,
        lambda: staff_member(office.id, "Gone", default_access=True, state=StaffState.DEACTIVATED),
    )
    leaver, other = office.executive.person_id, office.analyst.person_id
    alone, shared, foreign = (
        await looked_after(office, leaver),
        await looked_after(office, leaver, other),
        await looked_after(office, other),
    )
    await colleagues.deactivate(office.admin, leaver)
    assert await team_of(office, alone) == set(heirs)
    assert await team_of(office, shared) == {other}
    assert await team_of(office, foreign) == {other}
    events = await in_firm(office.id, lambda: AuditEvent.filter(action="account.updated"))
    assert {event.account_id: event.changes for event in events} == {
        alone.id: {"staff": ["Executive Muster", "Eva Muster, Ion Muster"]},
        shared.id: {"staff": ["Analyst Muster, Executive Muster", "Analyst Muster"]},
    }


async def test_where_nobody_has_default_access_they_go_to_who_deactivates() -> None:  # TEAM-5
    office = await office_of()
    account = await looked_after(office, office.executive.person_id)
    await colleagues.deactivate(office.admin, office.executive.person_id)
    assert await team_of(office, account) == {office.admin.person_id}


async def test_who_comes_back_is_in_again_and_who_never_was_is_invited_again() -> None:  # TEAM-5
    office = await office_of()
    invited, active = await invite_nora(office.owner), await invite_nora(office.owner)
    await accept(await link_of(office, active), GOOD_PASSWORD, address=somewhere(), device="")
    for staff_id in (invited, active):
        await colleagues.deactivate(office.owner, staff_id)
        await colleagues.reactivate(office.owner, staff_id)
    assert (await colleague_now(office, active)).state is StaffState.ACTIVE
    assert (await colleague_now(office, invited)).state is StaffState.INVITED
    assert (await open_invitation(await link_of(office, invited), address=somewhere())).state is LinkState.VALID
    before = len(await invitations_of(office.id, invited))
    await colleagues.reactivate(office.owner, invited)
    assert len(await invitations_of(office.id, invited)) == before
