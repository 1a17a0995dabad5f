"""New accounts side by side, by people who may not, and what the timeline says."""

import asyncio

import pytest

from server.accounts.models import Account
from server.audit.models import AuditEvent
from server.contacts.models import Contact
from server.core.database import in_firm
from server.core.errors import Forbidden, Invalid, NotFound
from server.intake.create_account import create_account
from server.intake.draft import NewAccount
from tests.factories.offices import Office, office_of
from tests.factories.people import client_of
from tests.server.intake.drafts import COMPANY, INDIVIDUAL, ana, counts, made, one, problems_of


async def test_who_may_not_manage_accounts_makes_none() -> None:  # TEAM-2
    office, stranger = await office_of(), await client_of((await office_of()).id)
    draft = NewAccount(type=INDIVIDUAL, contacts=(one(),))
    with pytest.raises(Forbidden):
        await create_account(office.analyst, draft)
    with pytest.raises(NotFound):
        await create_account((await client_of(office.id)).actor, draft)
    with pytest.raises(NotFound):
        await create_account(stranger.actor, draft)


async def test_too_many_at_once_are_refused_before_anything_is_looked_at() -> None:
    office = await office_of()
    draft = NewAccount(type=INDIVIDUAL, contacts=(one(),) * 51, staff_ids=("stf_x",) * 101)
    assert await problems_of(office, draft) == [("contacts", "LIST_TOO_LONG"), ("staffIds", "LIST_TOO_LONG")]


async def test_parallel_creation_gives_distinct_numbers_and_names() -> None:  # ACC-2
    office = await office_of()
    draft = NewAccount(type=COMPANY, company_name="Gleich GmbH", contacts=(one(contact=ana(email=None)),))
    made_ids = await asyncio.gather(*(create_account(office.owner, draft) for _ in range(20)))
    accounts = await in_firm(office.id, lambda: Account.filter(id__in=made_ids).order_by("number"))
    assert [account.number for account in accounts] == list(range(1, 21))
    assert {account.name for account in accounts} == {"Gleich GmbH", *(f"Gleich GmbH ({n})" for n in range(2, 21))}


async def test_two_at_once_with_one_new_address_make_one_contact() -> None:  # security.md R2
    office = await office_of()
    draft = NewAccount(type=INDIVIDUAL, contacts=(one(contact=ana(email="both@race.example")),))
    results = await asyncio.gather(*(create_account(office.owner, draft) for _ in range(12)), return_exceptions=True)
    refused = [result for result in results if isinstance(result, Invalid)]
    assert len(refused) == 11
    assert {(p.field, p.code) for r in refused for p in r.problems} == {("contacts.0.contact.email", "EMAIL_TAKEN")}
    contact = await in_firm(office.id, lambda: Contact.get(email_key="both@race.example"))
    assert {p.params["contactId"] for r in refused for p in r.problems} == {contact.id}
    assert await in_firm(office.id, lambda: Account.all().count()) == 1


async def test_400_interleaved_units_of_two_firms_mix_no_row() -> None:  # security.md T11
    first, second = await office_of(), await office_of()

    async def unit(office: Office, number: int) -> list[str]:
        if number % 4 == 0:
            await create_account(office.owner, NewAccount(type=INDIVIDUAL, contacts=(one(contact=ana(email=None)),)))
        return [str(account.firm_id) for account in await in_firm(office.id, lambda: Account.all())]

    seen = await asyncio.gather(*(unit(office, n) for n in range(200) for office in (first, second)))
    for position, firm_ids in enumerate(seen):
        assert set(firm_ids) <= {(first, second)[position % 2].id}
    for office in (first, second):
        assert (await counts(office))[0] == 50


async def test_the_timeline_tells_who_made_what() -> None:  # ACC-11
    office = await office_of()
    account = await made(office, NewAccount(type=COMPANY, company_name="Neu", contacts=(one(login=True),)))
    events = await in_firm(office.id, lambda: AuditEvent.filter(account_id=account.id).order_by("at", "action"))
    assert {event.action for event in events} == {"account.created", "contact.created", "contact.added"}
    created = next(event for event in events if event.action == "account.created")
    assert (created.actor_name, created.actor_kind) == ("Executive Muster", "STAFF")
    assert created.changes["companyName"] == [None, "Neu"]
    assert created.changes["number"] == [None, "1"]
    added = next(event for event in events if event.action == "contact.added")
    assert (added.subject_name, added.changes["login"]) == ("Ana Pop", [None, "true"])
