from datetime import timedelta

import pytest

from server.accounts.models import Account, Lifecycle
from server.contacts.models import AccountContact
from server.core import clock, tokens
from server.core.database import in_firm
from server.core.errors import RateLimited
from server.core.links import LinkState
from server.identity.models import Door
from server.invitations import accept, issue, revoke
from server.invitations.models import Invitation
from server.invitations.open import OpenedInvitation, open_invitation
from server.staff.models import StaffMember, StaffState
from tests.factories.invitations import (
    GOOD_PASSWORD,
    Invited,
    invitations_of,
    invite_again,
    invited,
    login_of,
    somewhere,
    token_of,
)
from tests.factories.offices import Office, office_of, staff_member

SECOND = timedelta(seconds=1)


async def state_of(token: str) -> LinkState:
    return (await open_invitation(token, address=somewhere())).state


async def stored(office: Office, one: Invited) -> Invitation:
    return await in_firm(office.id, lambda: Invitation.get(id=one.invitation.id))


async def test_a_valid_link_shows_its_person_and_firm() -> None:  # INV-2
    office = await office_of()
    one = await invited(office)
    opened = await open_invitation(one.token, address=somewhere())
    assert opened == OpenedInvitation(
        state=LinkState.VALID,
        door=Door.PORTAL,
        firm_id=office.id,
        first_name="Ana",
        last_name="Popescu",
        email=one.client.contact.email,
        has_password=False,
    )


async def test_a_link_to_an_address_with_a_login_asks_for_its_password() -> None:  # INV-2
    office = await office_of()
    one = await invited(office)
    await login_of(str(one.client.contact.email).upper())
    assert (await open_invitation(one.token, address=somewhere())).has_password is True


async def test_opening_never_uses_a_link_up_and_is_noted_once() -> None:  # INV-2, A5
    office = await office_of()
    one = await invited(office)
    first = clock.now()
    with clock.at(first):
        for _ in range(20):
            assert await state_of(one.token) is LinkState.VALID
    with clock.at(first + timedelta(days=2)):
        assert await state_of(one.token) is LinkState.VALID
    assert (await stored(office, one)).opened_at == first


async def test_a_link_lives_for_the_firms_days_and_not_a_second_longer() -> None:  # INV-2, INV-3
    office = await office_of(client_invitation_days=30)
    one = await invited(office)
    end = one.invitation.sent_at + timedelta(days=30)
    assert one.invitation.expires_at == end
    for moment, state in (
        (end - SECOND, LinkState.VALID),
        (end, LinkState.EXPIRED),
        (end + SECOND, LinkState.EXPIRED),
    ):
        with clock.at(moment):
            assert await state_of(one.token) is state


async def test_a_colleagues_link_lives_seven_days() -> None:  # INV-2
    office = await office_of()
    colleague = await in_firm(office.id, lambda: staff_member(office.id, "Nora", state=StaffState.INVITED))
    await issue.invite_staff(office.owner, colleague.id)
    invitation = (await invitations_of(office.id, colleague.id))[0]
    assert invitation.expires_at - invitation.sent_at == timedelta(days=7)
    opened = await open_invitation(token_of(invitation), address=somewhere())
    assert (opened.state, opened.door, opened.first_name) == (LinkState.VALID, Door.STAFF, "Nora")


async def test_every_state_but_valid_reveals_nothing_else() -> None:  # INV-3
    office = await office_of()
    revoked, superseded, used, expired = [await invited(office) for _ in range(4)]
    await revoke.revoke(office.owner, revoked.invitation.id)
    await invite_again(office, superseded.client)
    await accept.accept(used.token, GOOD_PASSWORD, address=somewhere(), device="")
    expected = {
        revoked.token: LinkState.REVOKED,
        superseded.token: LinkState.SUPERSEDED,
        used.token: LinkState.USED,
        tokens.derived("antinv", "inv_of_nobody"): LinkState.UNKNOWN,
    }
    for token, state in expected.items():
        assert await open_invitation(token, address=somewhere()) == OpenedInvitation(state)
    with clock.at(expired.invitation.expires_at):
        assert await open_invitation(expired.token, address=somewhere()) == OpenedInvitation(LinkState.EXPIRED)


@pytest.mark.parametrize(
    "token", ["", "antinv_", "antinv_short", "antrst_" + "a" * 43, "antinv_" + "a" * 44, "\0", "\ud800", "a" * 100_000]
)
async def test_a_malformed_link_is_unknown(token: str) -> None:  # INV-3
    assert await state_of(token) is LinkState.UNKNOWN


async def test_a_link_is_revoked_while_nobody_would_be_let_in() -> None:  # CON-3, ACC-7
    office = await office_of()
    one = await invited(office)
    link, account = one.client.link.id, one.client.account.id
    await in_firm(office.id, lambda: AccountContact.filter(id=link).update(login=False))
    assert await state_of(one.token) is LinkState.REVOKED
    await in_firm(office.id, lambda: AccountContact.filter(id=link).update(login=True))
    await in_firm(office.id, lambda: Account.filter(id=account).update(lifecycle=Lifecycle.ARCHIVED))
    assert await state_of(one.token) is LinkState.REVOKED
    await in_firm(office.id, lambda: Account.filter(id=account).update(lifecycle=Lifecycle.ACTIVE))
    assert await state_of(one.token) is LinkState.VALID


async def test_a_deactivated_colleagues_link_is_revoked() -> None:  # TEAM-5
    office = await office_of()
    colleague = await in_firm(office.id, lambda: staff_member(office.id, "Nora", state=StaffState.INVITED))
    await issue.invite_staff(office.owner, colleague.id)
    token = token_of((await invitations_of(office.id, colleague.id))[0])
    await in_firm(office.id, lambda: StaffMember.filter(id=colleague.id).update(state=StaffState.DEACTIVATED))
    assert await state_of(token) is LinkState.REVOKED


async def test_guessing_links_is_slowed_down_and_a_real_one_still_opens() -> None:  # security.md E4
    office = await office_of()
    one, address = await invited(office), somewhere()
    for n in range(10):
        await open_invitation(tokens.derived("antinv", f"guess {n}"), address=address)
    with pytest.raises(RateLimited):
        await open_invitation(tokens.derived("antinv", "guess 11"), address=address)
    with pytest.raises(RateLimited):
        await open_invitation("malformed", address=address)
    assert (await open_invitation(one.token, address=address)).state is LinkState.VALID
