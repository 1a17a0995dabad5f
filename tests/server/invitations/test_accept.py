import asyncio
from datetime import timedelta

import pytest

from server.accounts.models import AccountStaff
from server.audit.models import AuditEvent
from server.contacts.models import AccountContact, Contact
from server.core import clock
from server.core.actor import ActorKind
from server.core.database import across_firms, in_firm
from server.core.errors import Conflict, DomainError, Invalid, RateLimited, Unauthenticated
from server.core.links import LinkState
from server.core.permissions import Permission
from server.identity import sessions
from server.identity.models import Door, User
from server.identity.sessions import SignedIn
from server.invitations import issue, revoke
from server.invitations.accept import accept
from server.invitations.open import open_invitation
from server.staff.models import StaffMember, StaffState
from tests.factories.invitations import (
    GOOD_PASSWORD,
    OTHER_PASSWORD,
    invitations_of,
    invite_again,
    invited,
    login_of,
    mails_of,
    somewhere,
    token_of,
)
from tests.factories.offices import Office, office_of, staff_member
from tests.factories.people import account_of, client_of, link_of


async def take(token: str, password: str = GOOD_PASSWORD, **more: str) -> SignedIn:
    return await accept(token, password, address=somewhere(), device="A browser", **more)


async def refused_with(token: str, password: str = GOOD_PASSWORD) -> str:
    with pytest.raises(DomainError) as refused:
        await take(token, password)
    return refused.value.code


async def contact_now(office: Office, contact_id: str) -> Contact:
    return await in_firm(office.id, lambda: Contact.get(id=contact_id))


async def users_at(email: str | None) -> int:
    return await across_firms(lambda: User.filter(email_key=str(email)).count())


async def test_accepting_makes_the_person_active_and_signs_them_in() -> None:  # INV-2
    office = await office_of()
    one = await invited(office)
    now = clock.now()
    with clock.at(now):
        signed_in = await take(one.token)
    contact = await contact_now(office, one.client.contact.id)
    assert contact.user_id == signed_in.actor.user_id
    assert contact.activated_at == now
    assert (signed_in.actor.kind, signed_in.actor.firm_id) == (ActorKind.CLIENT, office.id)
    actor = await sessions.authenticate(signed_in.token, Door.PORTAL)
    assert actor is not None
    assert actor.person_id == contact.id


async def test_of_fifty_at_once_exactly_one_wins() -> None:  # INV-2, R2
    office = await office_of()
    one = await invited(office)
    answers = await asyncio.gather(*(take(one.token) for _ in range(50)), return_exceptions=True)
    winners = [answer for answer in answers if isinstance(answer, SignedIn)]
    losers = [answer.code for answer in answers if isinstance(answer, DomainError)]
    assert len(winners) == 1
    assert losers == ["LINK_USED"] * 49
    assert await users_at(one.client.contact.email) == 1


async def test_a_used_link_is_used() -> None:  # INV-3
    office = await office_of()
    one = await invited(office)
    await take(one.token)
    assert await refused_with(one.token) == "LINK_USED"
    assert await refused_with(one.token, "wrong") == "LINK_USED"


async def test_links_that_are_not_valid_say_why() -> None:  # INV-3
    office = await office_of()
    revoked, superseded, expired = [await invited(office) for _ in range(3)]
    await revoke.revoke(office.owner, revoked.invitation.id)
    await invite_again(office, superseded.client)
    assert await refused_with(revoked.token) == "LINK_REVOKED"
    assert await refused_with(superseded.token) == "LINK_SUPERSEDED"
    assert await refused_with("antinv_nothing") == "LINK_UNKNOWN"
    with clock.at(expired.invitation.expires_at):
        assert await refused_with(expired.token) == "LINK_EXPIRED"
    with clock.at(expired.invitation.expires_at - timedelta(seconds=1)):
        await take(expired.token)


async def test_login_turned_off_closes_the_link() -> None:  # CON-3, T6
    office = await office_of()
    one = await invited(office)
    link_id = one.client.link.id
    await in_firm(office.id, lambda: AccountContact.filter(id=link_id).update(login=False))
    assert await refused_with(one.token) == "LINK_REVOKED"
    assert await users_at(one.client.contact.email) == 0


@pytest.mark.parametrize(
    ("password", "code"),
    [("short", "PASSWORD_TOO_SHORT"), ("passwordpassword", "PASSWORD_COMMON"), ("x" * 1_025, "PASSWORD_TOO_LONG")],
)
async def test_a_weak_password_is_refused_and_the_link_stays_good(password: str, code: str) -> None:  # SEC-1
    office = await office_of()
    one = await invited(office)
    with pytest.raises(Invalid) as refused:
        await take(one.token, password)
    assert [(problem.field, problem.code) for problem in refused.value.problems] == [("password", code)]
    await take(one.token)


async def test_an_address_with_a_login_needs_that_logins_password() -> None:  # INV-2, security.md E3
    office = await office_of()
    one = await invited(office)
    user_id = await login_of(str(one.client.contact.email), OTHER_PASSWORD)
    with pytest.raises(Unauthenticated) as refused:
        await take(one.token, GOOD_PASSWORD)
    assert refused.value.code == "SIGN_IN_FAILED"
    assert (await open_invitation(one.token, address=somewhere())).state is LinkState.VALID
    signed_in = await take(one.token, OTHER_PASSWORD)
    assert signed_in.actor.user_id == user_id


async def test_guessing_the_password_of_an_existing_login_is_throttled() -> None:  # SEC-1, A8
    office = await office_of()
    one, address = await invited(office), somewhere()
    await login_of(str(one.client.contact.email), OTHER_PASSWORD)
    for _ in range(5):
        with pytest.raises(Unauthenticated):
            await accept(one.token, GOOD_PASSWORD, address=address, device="")
    with pytest.raises(RateLimited):
        await accept(one.token, OTHER_PASSWORD, address=address, device="")


async def test_two_firms_invite_the_same_address_and_the_second_asks_for_the_password_of_the_first() -> None:  # CON-8
    office, other = await office_of(), await office_of()
    email = f"same.{somewhere()}@client.example"
    first, second = [await invited(each, email=email, email_key=email) for each in (office, other)]
    signed_in = await take(first.token)
    assert (await open_invitation(second.token, address=somewhere())).has_password is True
    assert await refused_with(second.token, OTHER_PASSWORD) == "SIGN_IN_FAILED"
    there = await take(second.token)
    assert there.actor.user_id == signed_in.actor.user_id
    assert there.actor.firm_id == other.id
    assert await users_at(email) == 1


async def test_two_firms_invitations_accepted_at_once_make_one_login() -> None:  # R2
    office, other = await office_of(), await office_of()
    email = f"both.{somewhere()}@client.example"
    both = [await invited(each, email=email, email_key=email) for each in (office, other)]
    answers = await asyncio.gather(*(take(one.token) for one in both))
    assert answers[0].actor.user_id == answers[1].actor.user_id
    assert await users_at(email) == 1


async def test_the_accounts_staff_hear_of_it_once_each() -> None:  # INV-8
    office = await office_of()
    client = await client_of(office.id)
    one_colleague, other_colleague = office.admin.person_id, office.executive.person_id

    async def more() -> None:
        second = await account_of(office.id)
        await link_of(second, client.contact)
        for account, staff_id in (
            (client.account, one_colleague),
            (second, one_colleague),
            (second, other_colleague),
        ):
            await AccountStaff.create(
                firm_id=office.id, account_id=account.id, staff_id=staff_id, created_at=clock.now()
            )

    await in_firm(office.id, more)
    one = await invite_again(office, client)
    await take(one.token)
    mails = await mails_of(office.id, "CLIENT_ACTIVATED")
    told = {mail.words["first_name"]: mail.words["link"]["path"] for mail in mails}
    assert len(mails) == 2
    assert set(told) == {"Admin", "Executive"}
    assert told["Admin"] == f"/admin/accounts/{client.account.id}"


async def test_every_account_of_the_person_shows_the_activation() -> None:  # ACC-11
    office = await office_of()
    client = await client_of(office.id)
    await in_firm(office.id, lambda: _linked(office, client.contact))
    one = await invite_again(office, client)
    await take(one.token)
    events = await in_firm(office.id, lambda: AuditEvent.filter(action="contact.activated"))
    assert len({event.account_id for event in events}) == len(events) == 2
    assert {event.actor_name for event in events} == {client.contact.name}


async def test_a_colleague_sets_names_and_password_and_is_at_work() -> None:  # TEAM-5
    office = await office_of()
    colleague = await in_firm(office.id, lambda: staff_member(office.id, "Nora", state=StaffState.INVITED))
    await issue.invite_staff(office.owner, colleague.id)
    token = token_of((await invitations_of(office.id, colleague.id))[0])
    with pytest.raises(Invalid) as refused:
        await take(token, first_name=" ", last_name="x" * 81)
    assert [problem.field for problem in refused.value.problems] == ["firstName", "lastName"]
    signed_in = await take(token, first_name=" Nóra ", last_name="Kis")
    now = await in_firm(office.id, lambda: StaffMember.get(id=colleague.id))
    assert (now.state, now.name, now.user_id) == (StaffState.ACTIVE, "Nóra Kis", signed_in.actor.user_id)
    assert "nora" in now.search_words
    assert signed_in.actor.may(Permission.INVITE_CLIENTS)
    assert await sessions.authenticate(signed_in.token, Door.PORTAL) is None


async def test_staff_of_another_firm_need_another_address() -> None:  # TEAM-5
    office, other = await office_of(), await office_of()
    email = f"nora.{somewhere()}@kanzlei.example"
    tokens = []
    for each in (office, other):
        colleague = await in_firm(
            each.id,
            lambda e=each: staff_member(e.id, "Nora", state=StaffState.INVITED, email=email, email_key=email),  # type: ignore[misc]  # mypy: the lambda's default
        )
        await issue.invite_staff(each.owner, colleague.id)
        tokens.append(token_of((await invitations_of(each.id, colleague.id))[0]))
    await take(tokens[0])
    assert await refused_with(tokens[1], OTHER_PASSWORD) == "SIGN_IN_FAILED"
    with pytest.raises(Conflict) as refused:
        await take(tokens[1])
    assert refused.value.code == "STAFF_ELSEWHERE"
    assert (await open_invitation(tokens[1], address=somewhere())).state is LinkState.VALID


async def test_a_colleague_of_one_firm_can_be_the_client_of_another_with_one_login() -> None:  # CON-8
    office, other = await office_of(), await office_of()
    email = f"nora.{somewhere()}@kanzlei.example"
    colleague = await in_firm(
        office.id, lambda: staff_member(office.id, "Nora", state=StaffState.INVITED, email=email, email_key=email)
    )
    await issue.invite_staff(office.owner, colleague.id)
    at_work = await take(token_of((await invitations_of(office.id, colleague.id))[0]))
    client = await invited(other, email=email, email_key=email)
    assert (await take(client.token)).actor.user_id == at_work.actor.user_id


async def test_a_login_serves_one_person_of_a_firm_only() -> None:
    office = await office_of()
    one = await invited(office)
    await take(one.token)
    old_email = str(one.client.contact.email)
    moved = f"moved.{somewhere()}@client.example"
    await in_firm(office.id, lambda: Contact.filter(id=one.client.contact.id).update(email=moved, email_key=moved))
    other = await invited(office, email=old_email, email_key=old_email)
    assert await refused_with(other.token) == "LOGIN_IN_USE"
    assert (await contact_now(office, other.client.contact.id)).user_id is None


async def _linked(office: Office, contact: Contact) -> AccountContact:
    return await link_of(await account_of(office.id), contact)
