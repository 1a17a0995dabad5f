"""Login on and off, unlinking, archiving: and what follows for invitations and e-mails."""

import asyncio
from typing import Any

import pytest

from server.accounts.models import Account, Lifecycle
from server.audit.models import AuditEvent
from server.contacts.models import AccountContact, Contact
from server.core.actor import Actor
from server.core.database import in_firm
from server.core.errors import DomainError, Forbidden, Invalid, NotFound
from server.core.ids import new_id
from server.identity import sessions
from server.intake.add_contact import add_contact
from server.intake.archive_account import archive_account, restore_account
from server.intake.draft import InvitationChoice, NewLink
from server.intake.remove_contact import remove_contact
from server.intake.set_access import set_access
from server.invitations.models import OPEN, Invitation
from server.mail.models import Email, EmailState
from tests.factories.offices import Office, office_of
from tests.factories.people import Client, account_of, client_of, link_of

SEND = InvitationChoice(send=True)
TOGGLES = ("login", "notify", "sync", "commercial", "operational")


async def link_now(office: Office, client: Client) -> AccountContact:
    """The link as it is stored."""
    return await in_firm(office.id, lambda: AccountContact.get(id=client.link.id))


async def mails(office: Office, kind: str) -> list[Email]:
    """The e-mails of a kind, by age."""
    return list(await in_firm(office.id, lambda: Email.filter(kind=kind).order_by("id")))


async def open_invitations(office: Office) -> int:
    """How many links would still open the portal."""
    return await in_firm(office.id, lambda: Invitation.filter(**OPEN).count())


async def second_account(office: Office, client: Client, **toggles: Any) -> AccountContact:
    """The same person at one more account."""

    async def work() -> AccountContact:
        return await link_of(await account_of(office.id), client.contact, **toggles)

    return await in_firm(office.id, work)


async def test_login_on_with_send_invites_once_however_often_it_is_repeated() -> None:  # INV-1
    office = await office_of()
    client = await client_of(office.id, login=False)
    await asyncio.gather(
        *(set_access(office.executive, client.link.id, login=True, invitation=SEND) for _ in range(10))
    )
    assert await open_invitations(office) == 1
    assert len(await mails(office, "PORTAL_INVITATION")) == 1
    assert (await link_now(office, client)).version == 2


async def test_login_on_with_skip_leaves_it_for_later() -> None:  # INV-1
    office = await office_of()
    client = await client_of(office.id, login=False)
    await set_access(office.executive, client.link.id, login=True, invitation=InvitationChoice(send=False))
    assert await open_invitations(office) == 0
    await set_access(office.executive, client.link.id, invitation=InvitationChoice(send=True, message="Now"))
    assert await open_invitations(office) == 1
    assert (await link_now(office, client)).login


async def test_login_on_tells_an_active_person_once() -> None:  # INV-5
    office = await office_of()
    client = await client_of(office.id, login=False, active=True)
    for _ in range(3):
        await set_access(office.executive, client.link.id, login=True, invitation=SEND)
    assert await open_invitations(office) == 0
    assert len(await mails(office, "ACCESS_GRANTED")) == 1


async def test_login_without_an_email_is_refused() -> None:  # CON-3
    office = await office_of()
    client = await client_of(office.id, login=False, email=None, email_key=None)
    with pytest.raises(Invalid) as refused:
        await set_access(office.executive, client.link.id, login=True, notify=False)
    assert [(p.field, p.code) for p in refused.value.problems] == [("login", "LOGIN_NEEDS_EMAIL")]
    link = await link_now(office, client)
    assert (link.login, link.notify, link.version) == (False, True, 1)


async def test_login_off_takes_back_the_invitation_and_its_mail() -> None:  # CON-3
    office = await office_of()
    client = await client_of(office.id, login=False)
    await set_access(office.executive, client.link.id, login=True, invitation=SEND)
    await set_access(office.executive, client.link.id, login=False)
    assert await open_invitations(office) == 0
    assert [mail.state for mail in await mails(office, "PORTAL_INVITATION")] == [EmailState.CANCELLED]
    assert (await link_now(office, client)).access_removed_at is not None
    assert await mails(office, "ACCESS_REMOVED") == []
    await set_access(office.executive, client.link.id, login=True)
    assert (await link_now(office, client)).access_removed_at is None


async def test_login_off_leaves_the_invitation_of_somebody_with_login_elsewhere() -> None:  # CON-8
    office = await office_of()
    client = await client_of(office.id, login=False)
    await set_access(office.executive, client.link.id, login=True, invitation=SEND)
    other = await second_account(office, client, login=True)
    await set_access(office.executive, client.link.id, login=False)
    assert await open_invitations(office) == 1
    await set_access(office.executive, other.id, login=False)
    assert await open_invitations(office) == 0


@pytest.mark.parametrize("ending", ["login off", "unlinked", "archived"])
async def test_access_given_back_wakes_no_session_of_before(ending: str) -> None:  # CON-3, security.md E1
    office = await office_of()
    client = await client_of(office.id, active=True)
    token = await in_firm(
        office.id,
        lambda: sessions.start(str(client.contact.user_id), office.id, "PORTAL", client.contact.id, 0, "10.0.0.1", ""),
    )
    assert await sessions.authenticate(token, "PORTAL")
    match ending:
        case "login off":
            await set_access(office.owner, client.link.id, login=False)
            await set_access(office.owner, client.link.id, login=True)
        case "unlinked":
            await remove_contact(office.owner, client.link.id)
            await add_contact(office.owner, client.account.id, NewLink(contact_id=client.contact.id, login=True))
        case "archived":
            await archive_account(office.owner, client.account.id)
            await restore_account(office.owner, client.account.id)
    assert await sessions.authenticate(token, "PORTAL") is None


async def test_unlinking_keeps_the_invitation_while_another_account_is_open_and_revokes_it_after() -> None:  # CON-3
    office = await office_of()
    client = await client_of(office.id, login=False)
    other = await second_account(office, client, login=True)
    await set_access(office.executive, client.link.id, login=True, invitation=SEND)
    await remove_contact(office.executive, client.link.id)
    [invitation] = await in_firm(office.id, lambda: Invitation.filter(contact_id=client.contact.id))
    assert (invitation.revoked_at, invitation.account_contact_id) == (None, None)
    assert [mail.state for mail in await mails(office, "PORTAL_INVITATION")] == [EmailState.QUEUED]
    await remove_contact(office.executive, other.id)
    [invitation] = await in_firm(office.id, lambda: Invitation.filter(contact_id=client.contact.id))
    assert invitation.revoked_at is not None
    assert [mail.state for mail in await mails(office, "PORTAL_INVITATION")] == [EmailState.CANCELLED]


@pytest.mark.parametrize("tells", [True, False])
async def test_an_active_person_is_told_that_access_ended_if_the_firm_tells(tells: bool) -> None:  # INV-5
    office = await office_of(tell_on_access_removed=tells)
    client = await client_of(office.id, active=True)
    await set_access(office.executive, client.link.id, login=False)
    told = await mails(office, "ACCESS_REMOVED")
    assert [mail.to_address for mail in told] == ([client.contact.email] if tells else [])


async def test_access_taken_again_and_again_ends_each_time_but_bombs_nobody() -> None:  # CON-3, security.md M3
    office = await office_of()
    client = await client_of(office.id, active=True)
    for _ in range(60):
        await set_access(office.executive, client.link.id, login=True)
        await set_access(office.executive, client.link.id, login=False)
    assert not (await link_now(office, client)).login
    assert len(await mails(office, "ACCESS_REMOVED")) == 50


async def test_parallel_toggles_lose_nothing() -> None:  # security.md R1
    office = await office_of()
    for _ in range(10):
        client = await client_of(office.id)
        before = await link_now(office, client)
        wanted: dict[str, Any] = {toggle: not getattr(before, toggle) for toggle in TOGGLES}
        await asyncio.gather(*(set_access(office.owner, client.link.id, **{t: wanted[t]}) for t in TOGGLES))
        after = await link_now(office, client)
        assert {toggle: getattr(after, toggle) for toggle in TOGGLES} == wanted
        assert after.version == before.version + len(TOGGLES)


async def test_each_change_of_access_stands_in_the_timeline_from_to() -> None:  # ACC-11, CON-5
    office = await office_of()
    client = await client_of(office.id)
    await set_access(office.owner, client.link.id, notify=False, commercial=True, sync=True)
    [event] = await in_firm(office.id, lambda: AuditEvent.filter(account_id=client.account.id))
    assert (event.action, event.subject_id) == ("access.changed", client.contact.id)
    assert event.changes == {"notify": ["true", "false"], "commercial": ["false", "true"]}
    await set_access(office.owner, client.link.id, notify=False)
    assert await in_firm(office.id, lambda: AuditEvent.filter(account_id=client.account.id).count()) == 1


async def test_a_too_long_message_changes_nothing() -> None:
    office = await office_of()
    client = await client_of(office.id, login=False)
    with pytest.raises(Invalid) as refused:
        await set_access(office.owner, client.link.id, login=True, invitation=InvitationChoice(True, "x" * 2001))
    assert [(p.field, p.code) for p in refused.value.problems] == [("invitation.message", "MESSAGE_TOO_LONG")]
    assert not (await link_now(office, client)).login


async def test_removing_a_contact_keeps_the_person_and_takes_the_way_in() -> None:  # CON-3
    office = await office_of()
    client = await client_of(office.id, login=False)
    await set_access(office.executive, client.link.id, login=True, invitation=SEND)
    assert await remove_contact(office.executive, client.link.id) == client.account.id
    assert await in_firm(office.id, lambda: Contact.filter(id=client.contact.id).exists())
    assert not await in_firm(office.id, lambda: AccountContact.filter(id=client.link.id).exists())
    assert await open_invitations(office) == 0
    with pytest.raises(NotFound):
        await remove_contact(office.executive, client.link.id)


async def test_of_many_who_remove_a_contact_one_does_and_one_mail_goes_out() -> None:  # security.md R2
    office = await office_of()
    client = await client_of(office.id, active=True)
    results = await asyncio.gather(
        *(remove_contact(office.owner, client.link.id) for _ in range(10)), return_exceptions=True
    )
    assert [result for result in results if not isinstance(result, NotFound)] == [client.account.id]
    assert len(await mails(office, "ACCESS_REMOVED")) == 1


async def test_a_contact_is_added_once() -> None:  # CON-2
    office = await office_of()
    client = await client_of(office.id)
    account = await in_firm(office.id, lambda: account_of(office.id))
    new = NewLink(contact_id=client.contact.id, login=True, invitation=SEND)
    results = await asyncio.gather(
        *(add_contact(office.owner, account.id, new) for _ in range(8)), return_exceptions=True
    )
    refused = [result for result in results if isinstance(result, Invalid)]
    assert len(refused) == 7
    assert {(p.field, p.code) for r in refused for p in r.problems} == {("contact.contactId", "CONTACT_TWICE")}
    assert len(await mails(office, "PORTAL_INVITATION")) == 1


async def test_archiving_shuts_the_portal_and_restoring_opens_it_again() -> None:  # ACC-7
    office = await office_of()
    client, pending = await client_of(office.id, active=True), await client_of(office.id, login=False)
    await set_access(office.executive, pending.link.id, login=True, invitation=SEND)
    for each in (client, pending):
        await archive_account(office.executive, each.account.id)
        await archive_account(office.executive, each.account.id)
    archived = await in_firm(office.id, lambda: Account.get(id=client.account.id))
    assert archived.lifecycle is Lifecycle.ARCHIVED
    assert archived.archived_at is not None
    assert archived.version == 2
    assert await open_invitations(office) == 0
    assert (await link_now(office, client)).login, "archived accounts keep everything"
    await restore_account(office.executive, client.account.id)
    restored = await in_firm(office.id, lambda: Account.get(id=client.account.id))
    assert (restored.lifecycle, restored.archived_at) == (Lifecycle.ACTIVE, None)
    events = await in_firm(office.id, lambda: AuditEvent.filter(account_id=client.account.id).order_by("at"))
    assert [event.action for event in events] == ["account.archived", "account.restored"]
    assert events[0].changes == {"lifecycle": ["ACTIVE", "ARCHIVED"]}


async def test_an_invitation_outlives_the_archiving_of_one_of_two_accounts() -> None:  # ACC-7
    office = await office_of()
    client = await client_of(office.id, login=False)
    await set_access(office.executive, client.link.id, login=True, invitation=SEND)
    other = await second_account(office, client, login=True)
    await archive_account(office.executive, other.account_id)
    assert await open_invitations(office) == 1
    await archive_account(office.executive, client.account.id)
    assert await open_invitations(office) == 0


async def test_what_a_stranger_names_is_as_unknown_as_any_id() -> None:  # security.md T1, T2
    office, stranger = await office_of(), await office_of()
    client = await client_of(office.id)
    new = NewLink(contact_id=client.contact.id)

    async def answer(actor: Actor, account_id: str, link_id: str) -> list[tuple[str, str]]:
        calls = (
            set_access(actor, link_id, login=False),
            remove_contact(actor, link_id),
            add_contact(actor, account_id, new),
            archive_account(actor, account_id),
            restore_account(actor, account_id),
        )
        refused = await asyncio.gather(*calls, return_exceptions=True)
        return [(type(error).__name__, error.code) for error in refused if isinstance(error, DomainError)]

    unknown = await answer(stranger.owner, new_id("acc"), new_id("lnk"))
    assert unknown == [("NotFound", "NOT_FOUND")] * 5
    assert await answer(stranger.owner, client.account.id, client.link.id) == unknown
    assert await answer(client.actor, client.account.id, client.link.id) == unknown
    assert (await link_now(office, client)).login


async def test_who_only_reads_changes_nothing() -> None:  # TEAM-2
    office = await office_of()
    client = await client_of(office.id)
    for refused in (
        set_access(office.analyst, client.link.id, login=False),
        remove_contact(office.analyst, client.link.id),
        add_contact(office.analyst, client.account.id, NewLink(contact_id=client.contact.id)),
        archive_account(office.analyst, client.account.id),
        restore_account(office.analyst, client.account.id),
    ):
        with pytest.raises(Forbidden):
            await refused
