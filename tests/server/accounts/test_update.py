"""Changing an account: what is given, against the version that was seen."""

import asyncio
from typing import Any

import pytest

from server.accounts.models import Account, AccountStaff, AccountType, Category, Stage
from server.accounts.update import update_account
from server.audit.models import AuditEvent
from server.core.address import Address
from server.core.database import in_firm
from server.core.errors import Conflict, Forbidden, Invalid, NotFound
from server.core.ids import new_id
from server.core.unset import UNSET
from server.mail.models import Email
from server.staff.models import StaffMember, StaffState
from tests.factories.offices import Office, office_of, staff_member
from tests.factories.people import account_of, client_of


async def company(office: Office, **more: Any) -> Account:
    """A company's account."""
    values = {"type": AccountType.COMPANY, "company_name": "Alt GmbH", "company_address": {"city": "Berlin"}} | more
    return await in_firm(office.id, lambda: account_of(office.id, **values))


async def now(account: Account) -> Account:
    """As it is stored."""
    return await in_firm(str(account.firm_id), lambda: Account.get(id=account.id))


async def events(account: Account) -> list[AuditEvent]:
    """Its timeline, oldest first."""
    rows = await in_firm(str(account.firm_id), lambda: AuditEvent.filter(account_id=account.id).order_by("at"))
    return list(rows)


async def test_a_list_of_colleagues_has_an_end() -> None:  # TEAM-4
    office = await office_of()
    account = await company(office)
    with pytest.raises(Invalid) as refused:
        await update_account(office.owner, account.id, 1, staff_ids=[new_id("stf")] * 101)
    assert [(one.field, one.code) for one in refused.value.problems] == [("staffIds", "LIST_TOO_LONG")]


async def test_what_is_given_is_written_and_stands_in_the_timeline_from_to() -> None:  # ACC-4, ACC-11
    office = await office_of()
    account = await company(office, name="Alt")
    await update_account(
        office.owner,
        account.id,
        1,
        name="Neu",
        category=Category.BANK,
        stage=Stage.LEAD,
        company_address=Address(city="Köln"),
        company_name=UNSET,
    )
    after = await now(account)
    assert (after.name, after.name_key, after.category, after.stage) == ("Neu", "neu", Category.BANK, Stage.LEAD)
    assert (after.company_name, after.version) == ("Alt GmbH", 2)
    assert "neu" in after.search_words.split()
    assert after.last_activity_at > account.last_activity_at
    [event] = await events(account)
    assert event.action == "account.updated"
    assert event.changes == {
        "name": ["Alt", "Neu"],
        "category": ["CLIENT", "BANK"],
        "stage": ["CLIENT", "LEAD"],
        "companyAddress": ["Berlin", "Köln"],
    }


async def test_an_older_version_is_refused_as_stale() -> None:  # API-3
    office = await office_of()
    account = await company(office)
    await update_account(office.owner, account.id, 1, name="First")
    with pytest.raises(Conflict) as refused:
        await update_account(office.owner, account.id, 1, name="Second")
    assert refused.value.code == "STALE"
    assert (await now(account)).name == "First"


async def test_of_many_at_once_with_one_version_exactly_one_wins() -> None:  # security.md R1
    office = await office_of()
    account = await company(office)
    results = await asyncio.gather(
        *(update_account(office.owner, account.id, 1, name=f"Name {n}") for n in range(15)), return_exceptions=True
    )
    assert [result for result in results if not isinstance(result, Conflict)] == [account.id]
    assert (await now(account)).version == 2


async def test_nothing_that_differs_is_no_new_version() -> None:
    office = await office_of()
    account = await company(office, name="Same")
    await update_account(office.owner, account.id, 1, name="Same", category=Category.CLIENT, type=None)
    assert (await now(account)).version == 1
    assert await events(account) == []


async def test_a_name_that_differs_by_case_alone_is_its_own() -> None:  # ACC-5
    office = await office_of()
    account, other = await company(office, name="Nord"), await company(office, name="Süd")
    await update_account(office.owner, account.id, 1, name="NORD")
    with pytest.raises(Invalid) as refused:
        await update_account(office.owner, other.id, 1, name="nord")
    assert [(p.field, p.code, p.params) for p in refused.value.problems] == [
        ("name", "NAME_TAKEN", {"cleaned": "nord (2)"})
    ]


async def test_of_two_who_take_one_name_at_once_one_is_offered_another() -> None:  # ACC-5
    office = await office_of()
    accounts = [await company(office) for _ in range(10)]
    results = await asyncio.gather(
        *(update_account(office.owner, account.id, 1, name="Wanted") for account in accounts), return_exceptions=True
    )
    refused = [result for result in results if isinstance(result, Invalid)]
    assert len(refused) == 9
    assert {p.params["cleaned"] for r in refused for p in r.problems} == {"Wanted (2)"}


async def test_an_emptied_name_is_derived_anew() -> None:  # ACC-2
    office = await office_of()
    account = await company(office, name="Typed")
    await update_account(office.owner, account.id, 1, name="", company_name="Ganz Neu AG")
    assert (await now(account)).name == "Ganz Neu AG"
    client = await client_of(office.id, first_name="Zoe")
    await update_account(office.owner, client.account.id, 1, name=None)
    assert (await now(client.account)).name == "Zoe Popescu"
    nobody = await in_firm(office.id, lambda: account_of(office.id))
    with pytest.raises(Invalid) as refused:
        await update_account(office.owner, nobody.id, 1, name="")
    assert [(p.field, p.code) for p in refused.value.problems] == [("name", "NAME_REQUIRED")]


async def test_a_company_that_becomes_an_individual_keeps_its_past_in_the_timeline() -> None:  # ACC-11
    office = await office_of()
    account = await company(office)
    await update_account(office.owner, account.id, 1, type=AccountType.INDIVIDUAL)
    after = await now(account)
    assert (after.type, after.company_name, after.company_address) == (AccountType.INDIVIDUAL, None, None)
    [event] = await events(account)
    assert event.changes["companyName"] == ["Alt GmbH", None]
    with pytest.raises(Invalid) as refused:
        await update_account(office.owner, account.id, 2, company_name="X")
    assert [(p.field, p.code) for p in refused.value.problems] == [("companyName", "COMPANY_ONLY")]


async def test_all_that_is_wrong_is_said_at_once() -> None:
    office = await office_of()
    account = await company(office)
    with pytest.raises(Invalid) as refused:
        await update_account(
            office.owner, account.id, 1, name="CON", company_name="x" * 121, company_address=Address(country="ZZ")
        )
    assert {(p.field, p.code) for p in refused.value.problems} == {
        ("name", "NAME_RESERVED"),
        ("companyName", "TEXT_TOO_LONG"),
        ("companyAddress.country", "COUNTRY_UNKNOWN"),
    }


async def test_staff_are_replaced_and_only_the_new_ones_are_mailed() -> None:  # TEAM-4
    office = await office_of()
    account = await company(office)
    people = (office.owner.person_id, office.analyst.person_id)
    await update_account(office.owner, account.id, 1, staff_ids=people)
    added = (await in_firm(office.id, lambda: staff_member(office.id, "Nina"))).id
    await update_account(office.owner, account.id, 2, staff_ids=(office.analyst.person_id, added))
    rows = await in_firm(office.id, lambda: AccountStaff.filter(account_id=account.id))
    assert {row.staff_id for row in rows} == {office.analyst.person_id, added}
    mailed = await in_firm(office.id, lambda: Email.filter(kind="ACCOUNT_ASSIGNED").order_by("id"))
    assert [mail.to_name for mail in mailed] == ["Analyst Muster", "Nina Muster"]
    assert [event.changes for event in await events(account)] == [
        {"staff": [None, "Analyst Muster, Owner Muster"]},
        {"staff": ["Analyst Muster, Owner Muster", "Analyst Muster, Nina Muster"]},
    ]


async def test_a_deactivated_colleague_may_stay_but_not_be_added() -> None:  # TEAM-5
    office = await office_of()
    account, other = await company(office), await company(office)
    await update_account(office.owner, account.id, 1, staff_ids=(office.analyst.person_id,))
    leave = StaffMember.filter(id=office.analyst.person_id)
    await in_firm(office.id, lambda: leave.update(state=StaffState.DEACTIVATED))
    people = (office.analyst.person_id, office.admin.person_id)
    await update_account(office.owner, account.id, 2, staff_ids=people)
    with pytest.raises(NotFound):
        await update_account(office.owner, other.id, 1, staff_ids=people)


async def test_a_strangers_account_or_colleague_is_as_unknown_as_any_id() -> None:  # security.md T2
    office, stranger = await office_of(), await office_of()
    account = await company(office)
    for actor, account_id in ((stranger.owner, account.id), (stranger.owner, new_id("acc")), (office.owner, "x")):
        with pytest.raises(NotFound):
            await update_account(actor, account_id, 1, name="Mine")
    with pytest.raises(NotFound):
        await update_account(office.owner, account.id, 1, name="N", staff_ids=(stranger.owner.person_id,))
    assert (await now(account)).version == 1


async def test_who_only_reads_changes_nothing() -> None:  # TEAM-2
    office = await office_of()
    account = await company(office)
    with pytest.raises(Forbidden):
        await update_account(office.analyst, account.id, 1, name="N")


async def test_a_field_accounts_do_not_have_is_a_mistake_of_ours() -> None:  # security.md T9
    office = await office_of()
    account = await company(office)
    with pytest.raises(TypeError):
        await update_account(office.owner, account.id, 1, firm_id="firm_x")
