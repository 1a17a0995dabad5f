import asyncio
from datetime import timedelta

import pytest

from server.accounts.models import Account, Lifecycle
from server.audit.models import AuditEvent
from server.contacts.models import AccountContact, Contact
from server.core import clock, jobs, normalise
from server.core.actor import Actor, ActorKind
from server.core.database import fetch, in_firm
from server.core.errors import Conflict, DomainError, Forbidden, Invalid, NotFound, RateLimited, Unauthenticated
from server.core.links import LinkState
from server.invitations import issue, pending
from server.invitations.open import open_invitation
from server.mail.models import EmailState
from tests.factories.invitations import (
    invitations_of,
    invite_again,
    invited,
    login_of,
    mails_of,
    somewhere,
    token_of,
)
from tests.factories.offices import Office, office_of
from tests.factories.people import Client, account_of, client_of, link_of


async def test_an_invitation_is_mailed_in_the_contacts_language_with_the_colleague_to_answer_to() -> None:  # INV-1
    office = await office_of(language="ro")
    client = await client_of(office.id, language="de")
    await issue.invite_contact(office.executive, client.link.id, "  Hallo!\r\nBis bald ")
    [mail] = await mails_of(office.id)
    [invitation] = await invitations_of(office.id, client.contact.id)
    assert (mail.kind, mail.language, mail.to_address) == ("PORTAL_INVITATION", "de", client.contact.email)
    assert mail.words["message"] == invitation.message == "Hallo!\nBis bald"
    assert mail.words["account_name"] == client.account.name
    assert mail.words["inviter_name"] == "Executive Muster"
    assert str(mail.reply_to).startswith("executive.")
    assert invitation.sent_by_id == office.executive.person_id
    assert mail.subject_id == invitation.id


async def test_without_a_language_of_their_own_the_firms_is_taken() -> None:  # MAIL-1
    office = await office_of(language="es")
    await invited(office)
    assert [mail.language for mail in await mails_of(office.id)] == ["es"]


async def test_a_newer_invitation_supersedes_the_older_and_takes_its_mail_back() -> None:  # INV-4
    office = await office_of()
    old = await invited(office)
    new = await invite_again(office, old.client)
    assert (await open_invitation(old.token, address=somewhere())).state is LinkState.SUPERSEDED
    assert (await open_invitation(new.token, address=somewhere())).state is LinkState.VALID
    assert [mail.state for mail in await mails_of(office.id)] == [EmailState.CANCELLED, EmailState.QUEUED]


async def test_parallel_invitations_leave_exactly_one_open() -> None:  # R2
    office = await office_of()
    client = await client_of(office.id)
    await asyncio.gather(*(issue.invite_contact(office.owner, client.link.id) for _ in range(8)))
    every = await invitations_of(office.id, client.contact.id)
    assert len(every) == 8
    assert sum(one.superseded_at is None for one in every) == 1
    waiting = [mail for mail in await mails_of(office.id) if mail.state is EmailState.QUEUED]
    assert [mail.subject_id for mail in waiting] == [one.id for one in every if one.superseded_at is None]


async def test_an_active_person_hears_of_the_new_access_and_gets_no_link() -> None:  # INV-5
    office = await office_of()
    client = await client_of(office.id, active=True)
    await issue.invite_contact(office.owner, client.link.id)
    [mail] = await mails_of(office.id)
    assert (mail.kind, mail.words["account_name"]) == ("ACCESS_GRANTED", client.account.name)
    assert mail.words["link"]["path"] == f"/a/{client.account.id}"
    assert await invitations_of(office.id, client.contact.id) == []


@pytest.mark.parametrize("who", ["owner", "admin", "executive"])
async def test_whoever_may_invite_can(who: str) -> None:
    office = await office_of()
    await invited(office, getattr(office, who))
    assert len(await mails_of(office.id)) == 1


async def test_others_may_not_invite_and_a_stranger_finds_nothing() -> None:
    office, other = await office_of(), await office_of()
    client = await client_of(office.id)
    refusals: list[tuple[Actor, type[DomainError]]] = [
        (office.analyst, Forbidden),
        (client.actor, NotFound),
        (other.owner, NotFound),
        (Actor(kind=ActorKind.STRANGER, firm_id=office.id), Unauthenticated),
    ]
    for actor, refusal in refusals:
        with pytest.raises(refusal):
            await issue.invite_contact(actor, client.link.id)
    assert await mails_of(office.id) == []
    assert await mails_of(other.id) == []


async def test_an_unknown_link_and_a_strangers_are_refused_alike() -> None:
    office, other = await office_of(), await office_of()
    client = await client_of(office.id)
    answers = set()
    for link_id in (client.link.id, "lnk_01h455vb4pex5vsknk084sn02q", "", "x" * 5_000):
        with pytest.raises(NotFound) as refused:
            await issue.invite_contact(other.owner, link_id)
        answers.add((refused.value.code, tuple(refused.value.params)))
    assert answers == {("NOT_FOUND", ())}


async def test_login_off_archived_and_no_address_are_refused() -> None:  # CON-3, ACC-7
    office = await office_of()
    off = await client_of(office.id, login=False)
    archived = await client_of(office.id)
    bare = await client_of(office.id)
    await in_firm(office.id, lambda: Account.filter(id=archived.account.id).update(lifecycle=Lifecycle.ARCHIVED))
    await in_firm(office.id, lambda: Contact.filter(id=bare.contact.id).update(email=None, email_key=None))
    for client, code in ((off, "LOGIN_OFF"), (archived, "ACCOUNT_ARCHIVED"), (bare, "LOGIN_NEEDS_EMAIL")):
        with pytest.raises(Conflict) as refused:
            await issue.invite_contact(office.owner, client.link.id)
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("x" * 2_001, "MESSAGE_TOO_LONG"),
        ("x" * 2_000_000, "MESSAGE_TOO_LONG"),
        ("a\0b", "CHARACTER_FORBIDDEN"),
        ("a\x1bb", "CHARACTER_FORBIDDEN"),
        ("a\ud800b", "CHARACTER_FORBIDDEN"),
    ],
)
async def test_a_message_that_cannot_be_sent_is_refused_at_its_field(message: str, code: str) -> None:
    office = await office_of()
    client = await client_of(office.id)
    with pytest.raises(Invalid) as refused:
        await issue.invite_contact(office.owner, client.link.id, message)
    assert [(problem.field, problem.code) for problem in refused.value.problems] == [("message", code)]
    assert await mails_of(office.id) == []


async def test_a_message_of_2000_characters_is_sent_and_a_blank_one_is_none() -> None:
    office = await office_of()
    long, blank = await invited(office, message="ñ" * 2_000), await invited(office, message=" \n ")
    assert len(str(long.invitation.message)) == 2_000
    assert blank.invitation.message is None


async def test_staff_cannot_tell_whether_an_address_has_a_login() -> None:  # security.md E3
    office = await office_of()
    known, unknown = await client_of(office.id), await client_of(office.id)
    await login_of(str(known.contact.email))
    seen = []
    for client in (known, unknown):
        await issue.invite_contact(office.owner, client.link.id)
        [one] = await invitations_of(office.id, client.contact.id)
        event = await in_firm(office.id, lambda c=client: AuditEvent.get(subject_id=c.contact.id))  # type: ignore[misc]  # mypy: the lambda's default
        seen.append((one.message, one.opened_at, event.action, event.changes, event.account_id == client.account.id))
    assert seen[0] == seen[1]
    words = [mail.words["has_login"] for mail in await mails_of(office.id)]
    assert words == [True, False]


async def test_one_address_gets_ten_links_at_will_and_is_left_in_peace_then() -> None:  # security.md M3
    office = await office_of()
    client = await client_of(office.id)
    for _ in range(10):
        await issue.invite_contact(office.owner, client.link.id)
    with pytest.raises(RateLimited) as refused:
        await issue.invite_contact(office.owner, client.link.id)
    assert 0 < refused.value.retry_after <= 1_800
    last = (await invitations_of(office.id, client.contact.id))[0]
    assert (await open_invitation(token_of(last), address=somewhere())).state is LinkState.VALID
    with clock.at(clock.now() + timedelta(minutes=31)):
        await issue.invite_contact(office.owner, client.link.id)


async def test_a_selection_reports_what_fails_and_invites_the_rest() -> None:  # INV-4
    office, other = await office_of(), await office_of()
    good, off, active = (
        await client_of(office.id),
        await client_of(office.id, login=False),
        await client_of(office.id, active=True),
    )
    foreign = await client_of(other.id)
    ids = [off.link.id, good.link.id, foreign.link.id, active.link.id, good.link.id]
    result = await issue.invite_many(office.owner, ids, "Hola")
    assert set(result.invited) == {good.link.id, active.link.id}
    assert {(each.id, each.code) for each in result.failures} == {
        (off.link.id, "LOGIN_OFF"),
        (foreign.link.id, "NOT_FOUND"),
    }
    assert sorted(mail.kind for mail in await mails_of(office.id)) == ["ACCESS_GRANTED", "PORTAL_INVITATION"]


async def test_a_person_selected_with_two_accounts_gets_one_invitation() -> None:  # CON-8
    office = await office_of()
    client = await client_of(office.id)
    second = await second_link(office, client)
    result = await issue.invite_many(office.owner, [client.link.id, second.id])
    assert set(result.invited) == {client.link.id, second.id}
    assert len(await mails_of(office.id)) == 1


async def test_a_selection_has_a_limit() -> None:
    office = await office_of()
    with pytest.raises(Invalid) as refused:
        await issue.invite_many(office.owner, [f"lnk_{n}" for n in range(101)])
    assert refused.value.problems[0].code == "LIST_TOO_LONG"


async def test_overlapping_selections_at_once_all_succeed() -> None:
    office = await office_of()
    clients = [await client_of(office.id) for _ in range(6)]
    ids = [client.link.id for client in clients]
    orders = (ids, ids[::-1], ids[3:] + ids[:3])
    results = await asyncio.gather(*(issue.invite_many(office.owner, order) for order in orders))
    assert [len(result.invited) for result in results] == [6, 6, 6]
    for client in clients:
        every = await invitations_of(office.id, client.contact.id)
        assert sum(one.superseded_at is None for one in every) == 1


async def test_everybody_pending_is_invited_once_by_a_job_that_bears_running_twice() -> None:  # INV-4
    office = await office_of()
    before = clock.now() - timedelta(days=1)
    with clock.at(before):
        two = await invited(office)
    await second_link(office, two.client)
    fresh = [await client_of(office.id) for _ in range(30)]
    await client_of(office.id, active=True)
    await client_of(office.id, login=False)
    assert await issue.invite_all_pending(office.admin) == 31
    job = {"firm": office.id, "staff": office.admin.person_id, "asked_at": clock.now().isoformat()}
    await pending.invite_pending(job)
    await pending.invite_pending(job)
    for client in (two.client, *fresh):
        every = await invitations_of(office.id, client.contact.id)
        assert [one.superseded_at is None for one in every] == ([True, False] if client is two.client else [True])
        assert every[0].sent_by_id == office.admin.person_id


async def test_a_second_click_on_invite_all_sends_nothing_twice() -> None:  # INV-4
    office = await office_of()
    client = await client_of(office.id)
    for people in (1, 0):
        assert await issue.invite_all_pending(office.admin) == people
        job = {"firm": office.id, "staff": office.admin.person_id, "asked_at": clock.now().isoformat()}
        await pending.invite_pending(job)
    assert len(await invitations_of(office.id, client.contact.id)) == 1
    with clock.at(clock.now() + issue.JUST_NOW + timedelta(seconds=1)):
        assert await issue.invite_all_pending(office.admin) == 1


async def test_the_job_of_a_colleague_who_lost_the_right_invites_nobody() -> None:
    office = await office_of()
    await client_of(office.id)
    job = {"firm": office.id, "staff": office.analyst.person_id, "asked_at": clock.now().isoformat()}
    await jobs.handlers["invitations.invite_pending"](job)
    assert await mails_of(office.id) == []
    with pytest.raises(Forbidden):
        await issue.invite_all_pending(office.analyst)


async def test_a_refused_invitation_leaves_nothing_behind() -> None:
    office = await office_of()
    client = await client_of(office.id)
    queued = await _jobs()
    with pytest.raises(NotFound):
        await issue.invite_contact(client.actor, client.link.id)
    assert await invitations_of(office.id, client.contact.id) == []
    assert await _jobs() == queued
    assert normalise.key(str(client.contact.email)) == client.contact.email_key


async def second_link(office: Office, client: Client) -> AccountContact:
    async def work() -> AccountContact:
        return await link_of(await account_of(office.id), client.contact)

    return await in_firm(office.id, work)


async def _jobs() -> int:
    rows = await fetch("SELECT count(*) AS jobs FROM pgqueuer")
    return int(rows[0]["jobs"])
