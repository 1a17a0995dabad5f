import asyncio
from datetime import timedelta

import pytest

from server.contacts.models import AccountContact, Contact
from server.core import clock, tokens
from server.core.database import fetch, in_firm
from server.core.errors import RateLimited
from server.core.links import LinkState
from server.invitations import accept, fresh, issue, revoke
from server.invitations.models import Invitation
from server.invitations.open import open_invitation
from server.mail.models import Email
from server.staff.models import StaffState
from tests.factories.invitations import (
    GOOD_PASSWORD,
    Invited,
    invitations_of,
    invite_again,
    invited,
    mails_of,
    somewhere,
    token_of,
)
from tests.factories.offices import Office, office_of, staff_member

LONG_AGO = timedelta(days=31)


async def expired(office: Office, message: str | None = None) -> Invited:
    with clock.at(clock.now() - LONG_AGO):
        return await invited(office, office.executive, message=message)


async def ask(token: str) -> None:
    """What the person does, and what the worker does then."""
    await fresh.request_fresh(token, address=somewhere())
    await fresh.renew({"fingerprint": tokens.fingerprint(token)})


async def newest(office: Office, one: Invited) -> Invitation:
    return (await invitations_of(office.id, one.client.contact.id))[0]


async def test_an_expired_link_brings_a_fresh_one_to_the_invited_address() -> None:  # INV-3
    office = await office_of()
    one = await expired(office, "Hola")
    await ask(one.token)
    new = await newest(office, one)
    assert new.id != one.invitation.id
    assert (new.email, new.message, new.sent_by_id) == (one.invitation.email, "Hola", office.executive.person_id)
    assert (await open_invitation(token_of(new), address=somewhere())).state is LinkState.VALID
    assert (await mails_of(office.id))[-1].to_address == one.client.contact.email


async def test_asking_twice_brings_one() -> None:  # INV-3
    office = await office_of()
    one = await expired(office)
    job = {"fingerprint": tokens.fingerprint(one.token)}
    await asyncio.gather(*(fresh.renew(job) for _ in range(4)))
    await ask(one.token)
    assert len(await invitations_of(office.id, one.client.contact.id)) == 2


async def test_every_other_link_gets_the_same_answer_and_brings_nothing() -> None:  # INV-3, INV-9
    office = await office_of()
    revoked, superseded, used, valid = [await invited(office) for _ in range(4)]
    await revoke.revoke(office.owner, revoked.invitation.id)
    await invite_again(office, superseded.client)
    await accept.accept(used.token, GOOD_PASSWORD, address=somewhere(), device="")
    mails, jobs = await in_firm(office.id, lambda: Email.all().count()), await jobs_waiting()
    links = [revoked.token, superseded.token, used.token, valid.token, "antinv_nothing", "\0\ud800", "x" * 10_000]
    for token in links:
        await ask(token)
    assert await in_firm(office.id, lambda: Email.all().count()) == mails
    assert await jobs_waiting() == jobs + len(links)


async def test_no_fresh_link_once_the_address_is_another_or_login_is_off() -> None:  # CON-9, CON-3
    office = await office_of()
    moved, off = await expired(office), await expired(office)
    await in_firm(
        office.id,
        lambda: Contact.filter(id=moved.client.contact.id).update(email="new@x.example", email_key="new@x.example"),
    )
    await in_firm(office.id, lambda: AccountContact.filter(id=off.client.link.id).update(login=False))
    for one in (moved, off):
        await ask(one.token)
        assert (await newest(office, one)).id == one.invitation.id


async def test_a_colleague_can_ask_too() -> None:  # TEAM-5
    office = await office_of()
    colleague = await in_firm(office.id, lambda: staff_member(office.id, "Nora", state=StaffState.INVITED))
    with clock.at(clock.now() - timedelta(days=8)):
        await issue.invite_staff(office.owner, colleague.id)
    [old] = await invitations_of(office.id, colleague.id)
    await ask(token_of(old))
    new = (await invitations_of(office.id, colleague.id))[0]
    assert new.id != old.id
    assert [mail.kind for mail in await mails_of(office.id)] == ["STAFF_INVITATION"] * 2


async def test_asking_is_limited_whatever_the_link() -> None:  # INV-9, security.md M3
    address = somewhere()
    for _ in range(5):
        await fresh.request_fresh("antinv_nothing", address=address)
    with pytest.raises(RateLimited):
        await fresh.request_fresh("antinv_nothing", address=address)


async def jobs_waiting() -> int:
    rows = await fetch("SELECT count(*) AS jobs FROM pgqueuer WHERE entrypoint = 'invitations.fresh'")
    return int(rows[0]["jobs"])
