import pytest

from server.core.database import in_firm
from server.core.errors import Conflict, Forbidden, NotFound
from server.core.links import LinkState
from server.core.permissions import Role
from server.invitations import issue, revoke
from server.invitations.open import open_invitation
from server.mail.models import EmailState
from server.staff.models import StaffState
from tests.factories.invitations import invitations_of, invited, mails_of, somewhere
from tests.factories.offices import office_of, staff_member


async def test_a_revoked_invitation_is_dead_and_its_mail_does_not_leave() -> None:  # INV-3
    office = await office_of()
    one = await invited(office)
    await revoke.revoke(office.executive, one.invitation.id)
    assert (await open_invitation(one.token, address=somewhere())).state is LinkState.REVOKED
    assert [mail.state for mail in await mails_of(office.id)] == [EmailState.CANCELLED]
    with pytest.raises(Conflict) as refused:
        await revoke.revoke(office.owner, one.invitation.id)
    assert refused.value.code == "INVITATION_NOT_OPEN"


async def test_who_may_not_invite_may_not_revoke_and_a_stranger_finds_nothing() -> None:
    office, other = await office_of(), await office_of()
    one = await invited(office)
    for actor, refusal in (
        (office.analyst, Forbidden),
        (one.client.actor, NotFound),
        (other.owner, NotFound),
    ):
        with pytest.raises(refusal):
            await revoke.revoke(actor, one.invitation.id)
    assert (await open_invitation(one.token, address=somewhere())).state is LinkState.VALID


async def test_only_an_owner_takes_back_the_invitation_of_an_owner() -> None:  # TEAM-5, security.md T8
    office = await office_of()
    owner = await in_firm(office.id, lambda: staff_member(office.id, "Olga", role=Role.OWNER, state=StaffState.INVITED))
    await issue.invite_staff(office.owner, owner.id)
    [invitation] = await invitations_of(office.id, owner.id)
    with pytest.raises(Forbidden) as refused:
        await revoke.revoke(office.admin, invitation.id)
    assert refused.value.code == "ROLE_ABOVE_YOURS"
    await revoke.revoke(office.owner, invitation.id)


async def test_a_colleagues_invitation_is_for_who_manages_the_team() -> None:  # TEAM-5
    office = await office_of()
    colleague = await in_firm(office.id, lambda: staff_member(office.id, "Nora", state=StaffState.INVITED))
    await issue.invite_staff(office.admin, colleague.id)
    [invitation] = await invitations_of(office.id, colleague.id)
    with pytest.raises(Forbidden):
        await revoke.revoke(office.executive, invitation.id)
    await revoke.revoke(office.admin, invitation.id)


async def test_taking_back_what_is_open_of_a_contact_says_whether_there_was_something() -> None:
    office = await office_of()
    one = await invited(office)
    assert await in_firm(office.id, lambda: revoke.revoke_open_of(one.client.contact.id)) is True
    assert await in_firm(office.id, lambda: revoke.revoke_open_of(one.client.contact.id)) is False
