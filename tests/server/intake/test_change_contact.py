import asyncio
from datetime import timedelta

import pytest

from server.audit.models import AuditEvent
from server.contacts.email_change import PENDING_EMAIL, OpenedConfirmation, confirm_email, open_email_confirmation
from server.contacts.models import AccountContact, Contact, EmailChange
from server.core import clock, tokens
from server.core.database import across_firms, fetch, in_firm
from server.core.errors import Conflict, DomainError, Forbidden, Invalid, NotFound, Unauthenticated
from server.core.links import LinkState
from server.core.unset import UNSET
from server.identity import sessions, sign_in
from server.identity.models import Door, User
from server.intake.change_contact import update_contact
from server.invitations.accept import accept
from server.invitations.open import open_invitation
from server.mail.models import EmailState
from tests.factories.invitations import (
    GOOD_PASSWORD,
    OTHER_PASSWORD,
    Invited,
    invitations_of,
    invited,
    login_of,
    mails_of,
    somewhere,
    token_of,
    user_with_id,
)
from tests.factories.offices import Office, office_of
from tests.factories.people import Client, client_of


def new_address() -> str:
    return f"new.{somewhere()}@client.example"


async def contact_now(office: Office, one: Client | Invited) -> Contact:
    client = one.client if isinstance(one, Invited) else one
    return await in_firm(office.id, lambda: Contact.get(id=client.contact.id))


async def change(office: Office, one: Client | Invited, **changes: object) -> None:
    contact = await contact_now(office, one)
    await update_contact(office.owner, contact.id, contact.version, **changes)


async def active(office: Office) -> Invited:
    """A client who has come in with GOOD_PASSWORD."""
    one = await invited(office)
    await accept(one.token, GOOD_PASSWORD, address=somewhere(), device="")
    return one


async def confirmation_of(office: Office) -> str:
    """The token in the newest confirmation mail."""
    newest = (await in_firm(office.id, lambda: EmailChange.all().order_by("-id")))[0]
    return tokens.derived("antmail", newest.id)


async def confirm(token: str, password: str = GOOD_PASSWORD) -> None:
    await confirm_email(token, password, address=somewhere())


async def state_of(token: str) -> LinkState:
    return (await open_email_confirmation(token, address=somewhere())).state


async def problems_of(office: Office, one: Client | Invited, **changes: object) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refused:
        await change(office, one, **changes)
    return [(problem.field, problem.code) for problem in refused.value.problems]


async def test_before_activation_a_new_address_kills_the_old_link_and_gets_a_new_one() -> None:  # CON-9
    office = await office_of()
    one = await invited(office, office.executive, message="Hola")
    email = new_address()
    await change(office, one, email=email)
    assert (await open_invitation(one.token, address=somewhere())).state is LinkState.SUPERSEDED
    new = (await invitations_of(office.id, one.client.contact.id))[0]
    assert (new.email, new.message) == (email, "Hola")
    assert [(mail.to_address, mail.state) for mail in await mails_of(office.id)] == [
        (one.client.contact.email, EmailState.CANCELLED),
        (email, EmailState.QUEUED),
    ]
    opened = await open_invitation(token_of(new), address=somewhere())
    assert (opened.state, opened.email) == (LinkState.VALID, email)


async def test_without_an_open_invitation_a_new_address_mails_nobody() -> None:  # CON-9
    office = await office_of()
    client = await client_of(office.id)
    await change(office, client, email=new_address())
    assert await mails_of(office.id) == []


async def test_another_spelling_of_the_same_address_is_no_new_address() -> None:  # CON-9
    office = await office_of()
    one = await invited(office)
    await change(office, one, email=str(one.client.contact.email).title())
    assert (await open_invitation(one.token, address=somewhere())).state is LinkState.VALID
    assert len(await mails_of(office.id)) == 1


async def test_other_fields_leave_the_invitation_alone() -> None:  # CON-9
    office = await office_of()
    one = await invited(office)
    await change(office, one, first_name="Anna", email=UNSET, phone="+34 612 345 678")
    contact = await contact_now(office, one)
    assert (contact.first_name, contact.phone) == ("Anna", "+34612345678")
    assert (await open_invitation(one.token, address=somewhere())).state is LinkState.VALID


async def test_the_address_cannot_go_while_login_is_on() -> None:  # CON-3, CON-9
    office = await office_of()
    one, person = await invited(office), await active(office)
    for each in (one, person):
        for nothing in (None, "", "  "):
            assert await problems_of(office, each, email=nothing) == [("email", "EMAIL_NEEDED_FOR_LOGIN")]
    await in_firm(office.id, lambda: AccountContact.filter(id=one.client.link.id).update(login=False))
    await change(office, one, email=None)
    assert (await contact_now(office, one)).email is None


async def test_an_active_person_keeps_the_old_address_until_the_new_one_is_confirmed() -> None:  # CON-9
    office = await office_of()
    one = await active(office)
    old, email = one.client.contact.email, new_address()
    await change(office, one, email=email, last_name="Ionescu")
    contact = await contact_now(office, one)
    assert (contact.email, contact.last_name) == (old, "Ionescu")
    [mail] = await mails_of(office.id, "EMAIL_CONFIRMATION")
    assert (mail.to_address, mail.words["link"]["path"]) == (email, "/confirm-email")
    token = await confirmation_of(office)
    assert await open_email_confirmation(token, address=somewhere()) == OpenedConfirmation(
        LinkState.VALID, office.id, email
    )
    await confirm(token)
    contact = await contact_now(office, one)
    assert (contact.email, contact.email_key) == (email, email)
    user = await user_with_id(str(contact.user_id))
    assert user.email == email


async def test_the_pending_address_is_seen_while_it_waits_and_no_longer() -> None:  # CON-9
    office = await office_of()
    one = await active(office)

    async def pending() -> str | None:
        expression = PENDING_EMAIL.format(t="t", now="$2::timestamptz")
        sql = f"SELECT {expression} AS pending FROM contacts t WHERE t.id = $1"
        rows = await in_firm(office.id, lambda: fetch(sql, one.client.contact.id, clock.now()))
        found: str | None = rows[0]["pending"]
        return found

    assert await pending() is None
    email = new_address()
    await change(office, one, email=email)
    assert await pending() == email
    with clock.at(clock.now() + timedelta(hours=24)):
        assert await pending() is None
    await confirm(await confirmation_of(office))
    assert await pending() is None


async def test_after_confirming_one_signs_in_with_the_new_address_and_old_sessions_are_over() -> None:  # CON-9
    office = await office_of()
    one = await invited(office)
    before = await accept(one.token, GOOD_PASSWORD, address=somewhere(), device="")
    email = new_address()
    await change(office, one, email=email)
    await confirm(await confirmation_of(office))
    assert await sessions.authenticate(before.token, Door.PORTAL) is None
    await sign_in.sign_in(email, GOOD_PASSWORD, Door.PORTAL, address=somewhere(), device="")
    with pytest.raises(Unauthenticated):
        await sign_in.sign_in(str(one.client.contact.email), GOOD_PASSWORD, Door.PORTAL, address=somewhere(), device="")


async def test_a_login_with_another_address_keeps_it_and_its_sessions_end_all_the_same() -> None:  # CON-9
    office = await office_of()
    one = await invited(office)
    before = await accept(one.token, GOOD_PASSWORD, address=somewhere(), device="")
    login = new_address()
    await across_firms(lambda: User.filter(id=before.actor.user_id).update(email=login, email_key=login))
    await change(office, one, email=new_address())
    await confirm(await confirmation_of(office))
    assert (await user_with_id(before.actor.user_id)).email == login
    assert await sessions.authenticate(before.token, Door.PORTAL) is None


async def test_who_holds_the_mailbox_but_not_the_password_takes_over_nothing() -> None:  # CON-9
    office = await office_of()
    one = await active(office)
    await change(office, one, email=new_address())
    token = await confirmation_of(office)
    with pytest.raises(Unauthenticated) as refused:
        await confirm(token, OTHER_PASSWORD)
    assert refused.value.code == "SIGN_IN_FAILED"
    assert (await contact_now(office, one)).email == one.client.contact.email
    assert await state_of(token) is LinkState.VALID


async def test_a_newer_change_supersedes_and_saving_the_form_again_does_not() -> None:  # CON-9
    office = await office_of()
    one = await active(office)
    await change(office, one, email=new_address())
    first = await confirmation_of(office)
    await change(office, one, email=new_address())
    second = await confirmation_of(office)
    assert [await state_of(first), await state_of(second)] == [LinkState.SUPERSEDED, LinkState.VALID]
    await change(office, one, email=one.client.contact.email, first_name="Anna")
    assert await state_of(second) is LinkState.VALID
    states = [mail.state for mail in await mails_of(office.id, "EMAIL_CONFIRMATION")]
    assert states == [EmailState.CANCELLED, EmailState.QUEUED]


async def test_a_confirmation_works_once_for_24_hours() -> None:  # CON-9, security.md E2
    office = await office_of()
    one = await active(office)
    start = clock.now()
    with clock.at(start):
        await change(office, one, email=new_address())
    token = await confirmation_of(office)
    with clock.at(start + timedelta(hours=24)):
        assert await state_of(token) is LinkState.EXPIRED
    with clock.at(start + timedelta(hours=24, seconds=-1)):
        results = await asyncio.gather(*(confirm(token) for _ in range(4)), return_exceptions=True)
    assert sum(result is None for result in results) == 1
    assert {result.code for result in results if isinstance(result, DomainError)} == {"LINK_USED"}
    assert await state_of(token) is LinkState.USED
    assert await state_of("antmail_nothing") is LinkState.UNKNOWN


async def test_an_address_that_has_become_somebody_elses_login_is_refused_at_the_end() -> None:  # CON-9
    office = await office_of()
    one = await active(office)
    email = new_address()
    await change(office, one, email=email)
    await login_of(email, OTHER_PASSWORD)
    with pytest.raises(Conflict) as refused:
        await confirm(await confirmation_of(office))
    assert refused.value.code == "ADDRESS_IN_USE"
    assert (await contact_now(office, one)).email == one.client.contact.email


async def test_an_address_another_contact_got_meanwhile_is_refused_at_the_end() -> None:  # CON-9
    office = await office_of()
    one = await active(office)
    email = new_address()
    await change(office, one, email=email)
    await client_of(office.id, email=email, email_key=email)
    with pytest.raises(Conflict) as refused:
        await confirm(await confirmation_of(office))
    assert refused.value.code == "ADDRESS_IN_USE"


async def test_a_taken_or_malformed_address_is_refused_at_its_field() -> None:  # CON-1
    office = await office_of()
    one, person, other = await invited(office), await active(office), await client_of(office.id)
    for each in (one, person):
        assert await problems_of(office, each, email=other.contact.email) == [("email", "EMAIL_TAKEN")]
        for wrong in ("nobody", "a@b.example,c@d.example", "a@b.example\r\nBcc: c@d.example", "a\0@b.example"):
            assert await problems_of(office, each, email=wrong) == [("email", "EMAIL_INVALID")]
    assert await problems_of(office, person, email="nobody", first_name="") == [
        ("email", "EMAIL_INVALID"),
        ("firstName", "TEXT_REQUIRED"),
    ]


async def test_an_older_version_is_stale() -> None:  # API-3
    office = await office_of()
    one, person = await invited(office), await active(office)
    for each in (one, person):
        version = (await contact_now(office, each)).version
        await update_contact(office.owner, each.client.contact.id, version, email=new_address())
        with pytest.raises(Conflict) as refused:
            await update_contact(office.owner, each.client.contact.id, version, email=new_address())
        assert refused.value.code == "STALE"


async def test_who_may_not_manage_accounts_and_a_stranger_are_refused() -> None:
    office, other = await office_of(), await office_of()
    one = await invited(office)
    for actor, refusal in (
        (office.analyst, Forbidden),
        (one.client.actor, NotFound),
        (other.owner, NotFound),
    ):
        with pytest.raises(refusal):
            await update_contact(actor, one.client.contact.id, 1, email=new_address())


async def test_asking_and_confirming_stand_in_the_timeline() -> None:  # ACC-11
    office = await office_of()
    one = await active(office)
    email = new_address()
    await change(office, one, email=email)
    await confirm(await confirmation_of(office))
    events = await in_firm(
        office.id,
        lambda: AuditEvent.filter(action__startswith="email.", account_id=one.client.account.id).order_by("id"),
    )
    assert [(event.action, event.actor_kind) for event in events] == [
        ("email.change_requested", "STAFF"),
        ("email.changed", "CLIENT"),
    ]
    assert all(event.changes == {"email": [one.client.contact.email, email]} for event in events)
