"""Changing a contact's own fields, and finding contacts by what they hold."""

import asyncio
from typing import Any

import pytest

from server.audit.models import AuditEvent
from server.contacts import check
from server.contacts.models import Contact
from server.contacts.update import update_details
from server.core.address import Address
from server.core.database import fetch, in_firm
from server.core.errors import Conflict, Forbidden, Invalid, NotFound
from server.core.ids import new_id
from server.core.normalise import prefix_query
from tests.factories.offices import office_of
from tests.factories.people import account_of, client_of, contact_of, link_of


async def problems_of(actor: Any, contact: Contact, **changes: Any) -> list[tuple[str, str]]:
    """What a change is refused for."""
    with pytest.raises(Invalid) as refused:
        await update_details(actor, contact.id, 1, changes)
    return [(problem.field, problem.code) for problem in refused.value.problems]


async def test_what_is_given_is_written_and_every_account_tells_it() -> None:  # CON-1, ACC-11
    office = await office_of()
    client = await client_of(office.id)

    async def second() -> str:
        account = await account_of(office.id)
        await link_of(account, client.contact, login=False)
        return str(account.id)

    other = await in_firm(office.id, second)
    changes = {"first_name": " Anna ", "phone": "0721 123 456", "phone_country": "RO", "address": Address(city="Iași")}
    after = await update_details(office.executive, client.contact.id, 1, changes)
    assert (after.first_name, after.phone, after.phone_country, after.version) == ("Anna", "+40721123456", "RO", 2)
    assert {"anna", "0721", "0721123456"} <= set(after.search_words.split())
    rows = await in_firm(office.id, lambda: AuditEvent.filter(subject_id=client.contact.id))
    assert {event.account_id for event in rows} == {client.account.id, other}
    assert rows[0].changes == {
        "firstName": ["Ana", "Anna"],
        "phone": [None, "+40721123456"],
        "phoneCountry": [None, "RO"],
        "address": [None, "Iași"],
    }


async def test_everything_wrong_is_said_at_once() -> None:  # CON-1
    office = await office_of()
    contact = await in_firm(office.id, lambda: contact_of(office.id))
    found = await problems_of(
        office.owner,
        contact,
        first_name="",
        last_name="a\x00",
        email="a@b@c",
        phone="1",
        phone_country="RO",
        language="xx",
        address=Address(street="\u202e"),
    )
    assert sorted(found) == [
        ("address.street", "CHARACTER_FORBIDDEN"),
        ("email", "EMAIL_INVALID"),
        ("firstName", "TEXT_REQUIRED"),
        ("language", "LANGUAGE_UNKNOWN"),
        ("lastName", "CHARACTER_FORBIDDEN"),
        ("phone", "PHONE_INVALID"),
    ]


@pytest.mark.parametrize(
    ("mine", "theirs"), [("Straße@x.example", "STRASSE@x.example"), ("ana@x.example", "ANA@X.example")]
)
async def test_addresses_that_are_the_same_to_mail_servers_and_people_are_taken(mine: str, theirs: str) -> None:
    # CON-1, security.md A7
    office = await office_of()
    there = await in_firm(office.id, lambda: contact_of(office.id))
    contact = await in_firm(office.id, lambda: contact_of(office.id))
    if (await _write(office.owner, there, mine)) == "EMAIL_INVALID":
        return
    assert await problems_of(office.owner, contact, email=theirs) == [("email", "EMAIL_TAKEN")]


async def _write(actor: Any, contact: Contact, email: str) -> str:
    try:
        await update_details(actor, contact.id, 1, {"email": email})
    except Invalid as refused:
        return refused.problems[0].code
    return ""


async def test_an_email_belongs_to_one_contact_of_a_firm_and_to_any_of_another() -> None:  # CON-1
    office, stranger = await office_of(), await office_of()
    contacts = [await in_firm(office.id, lambda: contact_of(office.id)) for _ in range(8)]
    results = await asyncio.gather(
        *(update_details(office.owner, c.id, 1, {"email": "one@mail.example"}) for c in contacts),
        return_exceptions=True,
    )
    refused = [result for result in results if isinstance(result, Invalid)]
    [winner] = [result for result in results if isinstance(result, Contact)]
    assert {(p.code, p.params["contactId"]) for r in refused for p in r.problems} == {("EMAIL_TAKEN", winner.id)}
    assert len(refused) == 7
    theirs = await in_firm(stranger.id, lambda: contact_of(stranger.id))
    assert (await update_details(stranger.owner, theirs.id, 1, {"email": "one@mail.example"})).version == 2


async def test_a_login_keeps_its_email() -> None:  # CON-3
    office = await office_of()
    client, other = await client_of(office.id), await client_of(office.id, login=False)
    assert await problems_of(office.owner, client.contact, email=None) == [("email", "EMAIL_NEEDED_FOR_LOGIN")]
    after = await update_details(office.owner, other.contact.id, 1, {"email": " "})
    assert (after.email, after.email_key) == (None, None)


async def test_a_new_phone_is_read_with_the_country_it_had() -> None:  # CON-1
    office = await office_of()
    contact = await in_firm(office.id, lambda: contact_of(office.id, phone="+34600111222", phone_country="ES"))
    after = await update_details(office.owner, contact.id, 1, {"phone": "600 333 444"})
    assert (after.phone, after.phone_country) == ("+34600333444", "ES")
    after = await update_details(office.owner, contact.id, 2, {"phone": "+40721123456"})
    assert (after.phone, after.phone_country) == ("+40721123456", "RO")
    with pytest.raises(Invalid):
        await update_details(office.owner, contact.id, 3, {"phone_country": "ES"})


async def test_stale_and_unchanged() -> None:  # API-3
    office = await office_of()
    contact = await in_firm(office.id, lambda: contact_of(office.id))
    assert (await update_details(office.owner, contact.id, 1, {"first_name": contact.first_name})).version == 1
    await update_details(office.owner, contact.id, 1, {"first_name": "Eva"})
    with pytest.raises(Conflict) as refused:
        await update_details(office.owner, contact.id, 1, {"first_name": "Ida"})
    assert refused.value.code == "STALE"


async def test_a_strangers_contact_is_as_unknown_as_any_id() -> None:  # security.md T2
    office, stranger = await office_of(), await office_of()
    client = await client_of(office.id)
    for actor, contact_id in (
        (stranger.owner, client.contact.id),
        (stranger.owner, new_id("con")),
        (client.actor, client.contact.id),
    ):
        with pytest.raises(NotFound):
            await update_details(actor, contact_id, 1, {"first_name": "X"})
    with pytest.raises(Forbidden):
        await update_details(office.analyst, client.contact.id, 1, {"first_name": "X"})


@pytest.mark.parametrize(
    "typed",
    ["mar", "MARÍA", "lópez", "lopez mar", "m.lopez", "lopez@corr", "600 111", "600111222", "+34600", "0034 600"],
)
async def test_a_contact_is_found_by_the_beginning_of_any_word(typed: str) -> None:  # ACC-6, CON-2
    office = await office_of()
    values = {"first_name": "María", "last_name": "López", "email": "m.lopez@correo.example", "phone": "+34600111222"}
    words = check.words_of(**values)
    contact = await in_firm(office.id, lambda: contact_of(office.id, **values, search_words=words))
    sql = "SELECT id FROM contacts WHERE search @@ to_tsquery('simple', $1)"
    found = await in_firm(office.id, lambda: fetch(sql, prefix_query(typed)))
    assert [row["id"] for row in found] == [contact.id]
