"""A lost password, from the request to the new one."""

import asyncio
from datetime import timedelta

import pytest

from server.accounts.models import Account, Lifecycle
from server.audit.models import AuditEvent
from server.contacts.models import AccountContact
from server.core import clock, tokens
from server.core.database import across_firms, fetch, in_firm
from server.core.errors import Conflict, DomainError, Invalid, RateLimited, Unauthenticated
from server.core.links import LinkState
from server.identity import recovery, sessions
from server.identity.models import Door, PasswordRecovery
from server.identity.recovery_job import recover
from server.identity.sign_in import sign_in
from server.mail.models import Email, EmailState
from tests.factories.offices import office_of
from tests.server.identity.people import PASSWORD, client_with_login, colleague_with_login, fresh_address

NEW = "nine quiet boats at harbour"


async def jobs_for(email: str) -> int:
    rows = await across_firms(
        lambda: fetch(
            "SELECT count(*) AS n FROM pgqueuer WHERE entrypoint = 'identity.recover'"
            " AND convert_from(payload, 'UTF8')::json->>'email' = $1",
            email,
        )
    )
    return int(rows[0]["n"])


async def mails_to(firm_id: str, email: str, kind: str = "PASSWORD_RECOVERY") -> list[Email]:
    return await in_firm(firm_id, lambda: Email.filter(to_address=email, kind=kind).order_by("id").all())


async def asked(email: str, door: str = "STAFF") -> None:
    """A request and the job it queues."""
    await recovery.request(email, door, address=fresh_address(), language="en")
    await recover({"email": email, "door": door, "language": "en"})


async def newest_link(email: str) -> str:
    async def found() -> str:
        row = await PasswordRecovery.filter(user__email=email).order_by("-created_at", "-id").first()
        assert row
        return tokens.derived(recovery.TOKEN_KIND, row.id)

    return await across_firms(found)


async def use(token: str, password: str = NEW) -> None:
    await recovery.reset(token, password, address=fresh_address(), device="Firefox on Windows")


async def test_known_and_unknown_addresses_leave_the_same_trace() -> None:  # INV-9, A6
    office = await office_of()
    member = await colleague_with_login(office.id)
    for email in (member.email, "nobody@recovery.example"):
        await recovery.request(email, "STAFF", address=fresh_address(), language="en")
        assert await jobs_for(email) == 1


async def test_text_the_database_cannot_hold_is_an_address_nobody_has() -> None:
    for email in ("nul\0@x.example", "\ud800@x.example", "x" * 10_000):
        await recovery.request(email, "PORTAL", address=fresh_address(), language="en")


async def test_the_link_sets_a_password_once_and_a_notice_follows() -> None:  # TEAM-7
    office = await office_of()
    member = await colleague_with_login(office.id)
    before = await sign_in(member.email, PASSWORD, Door.STAFF, address=fresh_address(), device="")
    await asked(member.email)
    link = await newest_link(member.email)
    opened = await recovery.open_recovery(link)
    assert (opened.state, opened.firm_id, opened.email) == (LinkState.VALID, office.id, member.email)
    await use(link)
    assert await sessions.authenticate(before.token, Door.STAFF) is None
    assert (await recovery.open_recovery(link)).state is LinkState.USED
    with pytest.raises(Conflict, match="LINK_USED"):
        await use(link)
    with pytest.raises(Unauthenticated):
        await sign_in(member.email, PASSWORD, Door.STAFF, address=fresh_address(), device="")
    await sign_in(member.email, NEW, Door.STAFF, address=fresh_address(), device="")
    notices = await mails_to(office.id, member.email, "PASSWORD_CHANGED")
    assert [mail.language for mail in notices] == [member.language]
    assert [mail.words["device"] for mail in notices] == ["Firefox on Windows"]
    events = await in_firm(office.id, lambda: AuditEvent.filter(subject_id=member.id).order_by("id").all())
    assert [event.action for event in events] == [
        "session.started",
        "recovery.requested",
        "password.recovered",
        "session.started",
    ]
    assert {event.actor_name for event in events} == {member.name}


async def test_of_fifty_parallel_uses_exactly_one_succeeds() -> None:  # A2
    office = await office_of()
    member = await colleague_with_login(office.id)
    await asked(member.email)
    link = await newest_link(member.email)
    results = await asyncio.gather(*(use(link, f"{NEW} {n}") for n in range(50)), return_exceptions=True)
    assert results.count(None) == 1
    assert {getattr(result, "code", None) for result in results if result} <= {"LINK_USED", "UNAVAILABLE"}
    assert len(await mails_to(office.id, member.email, "PASSWORD_CHANGED")) == 1


async def test_a_newer_link_voids_the_older_and_takes_its_mail_back() -> None:  # A3
    office = await office_of()
    member = await colleague_with_login(office.id)
    await asked(member.email)
    older = await newest_link(member.email)
    await asked(member.email)
    assert (await recovery.open_recovery(older)).state is LinkState.SUPERSEDED
    with pytest.raises(Conflict, match="LINK_SUPERSEDED"):
        await use(older)
    assert [mail.state for mail in await mails_to(office.id, member.email)] == [
        EmailState.CANCELLED,
        EmailState.QUEUED,
    ]


async def test_a_link_is_good_for_an_hour_to_the_second() -> None:  # A3
    office = await office_of()
    member = await colleague_with_login(office.id)
    now = clock.now()
    with clock.at(now):
        await asked(member.email)
    link = await newest_link(member.email)
    with clock.at(now + timedelta(minutes=59, seconds=59)):
        assert (await recovery.open_recovery(link)).state is LinkState.VALID
    with clock.at(now + timedelta(hours=1)):
        assert (await recovery.open_recovery(link)).state is LinkState.EXPIRED
        with pytest.raises(Conflict, match="LINK_EXPIRED"):
            await use(link)


async def test_two_hundred_requests_in_a_day_bring_five_mails() -> None:  # M3
    office = await office_of()
    member = await colleague_with_login(office.id)
    start = clock.now()
    for number in range(200):
        with clock.at(start + timedelta(seconds=430 * number)):
            await recover({"email": member.email, "door": "STAFF", "language": "en"})
        if number == 5:
            assert len(await mails_to(office.id, member.email)) == 2
    assert len(await mails_to(office.id, member.email)) == 5


async def test_one_network_cannot_fill_the_queue() -> None:
    address = fresh_address()
    for number in range(recovery.REQUESTS_AT_ONCE):
        await recovery.request(f"{number}@flood.example", "PORTAL", address=address, language="en")
    with pytest.raises(RateLimited):
        await recovery.request("last@flood.example", "PORTAL", address=address, language="en")


async def test_a_client_without_a_login_toggle_gets_no_link_and_an_old_one_dies() -> None:  # T6
    office = await office_of()
    client = await client_with_login(office.id)
    email = str(client.contact.email)
    await asked(email, "PORTAL")
    link = await newest_link(email)
    assert (await recovery.open_recovery(link)).state is LinkState.VALID

    async def archive() -> None:
        await Account.filter(id=client.account.id).update(lifecycle=Lifecycle.ARCHIVED)

    async def restore() -> None:
        await Account.filter(id=client.account.id).update(lifecycle=Lifecycle.ACTIVE)
        await AccountContact.filter(id=client.link.id).update(login=False)

    for change in (archive, restore):
        await in_firm(office.id, change)
        assert (await recovery.open_recovery(link)).state is LinkState.UNKNOWN
        with pytest.raises(Conflict, match="LINK_UNKNOWN"):
            await use(link)
        with clock.at(clock.now() + timedelta(hours=2)):
            await asked(email, "PORTAL")
    assert len(await mails_to(office.id, email)) == 1


async def test_staff_of_one_firm_get_no_link_at_the_portal_door() -> None:
    office = await office_of()
    member = await colleague_with_login(office.id)
    await asked(member.email, "PORTAL")
    assert await mails_to(office.id, member.email) == []


@pytest.mark.parametrize("token", ["", "antrst_", "antrst_" + "A" * 43, "\0", "\ud800", "x" * 100_000])
async def test_a_malformed_link_is_an_unknown_one(token: str) -> None:
    address = fresh_address()
    assert (await recovery.open_recovery(token, address=address)).state is LinkState.UNKNOWN
    with pytest.raises(DomainError, match="LINK_UNKNOWN"):
        await recovery.reset(token, NEW, address=address, device="")


async def test_links_cannot_be_guessed_in_numbers() -> None:  # A1
    address = fresh_address()
    evaluated = 0
    for number in range(100):
        try:
            await recovery.open_recovery(f"antrst_{number}", address=address)
            evaluated += 1
        except RateLimited:
            pass
    assert evaluated <= 10


async def test_the_new_password_is_not_the_persons_name() -> None:  # SEC-1
    office = await office_of()
    member = await colleague_with_login(office.id)
    await asked(member.email)
    link = await newest_link(member.email)
    for password, code in [
        ("Carla Muster 1", "PASSWORD_PERSONAL"),
        ("short", "PASSWORD_TOO_SHORT"),
        ("password12345", "PASSWORD_COMMON"),
    ]:
        with pytest.raises(Invalid) as refusal:
            await use(link, password)
        assert refusal.value.problems[0].code == code
    await use(link)
