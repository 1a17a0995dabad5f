"""What is written down about what happened."""

from datetime import UTC, datetime

import pytest
from tortoise.exceptions import OperationalError

from server.accounts.models import Account, Category, Lifecycle
from server.audit import record as audit
from server.audit.actions import Action
from server.audit.models import AuditEvent
from server.core.actor import system
from server.core.database import execute, in_firm
from tests.factories.offices import office_of
from tests.factories.people import account_of


async def test_an_event_keeps_the_names_of_its_moment() -> None:  # ACC-11
    office = await office_of()

    async def work() -> AuditEvent:
        await audit.record(
            office.owner, "account.updated", account_id="acc_1", subject_id="con_1", subject_name="x" * 300
        )
        return await AuditEvent.get(account_id="acc_1")

    event = await in_firm(office.id, work)
    assert (event.actor_kind, event.actor_id, event.actor_name) == ("STAFF", office.owner.person_id, "Owner Muster")
    assert event.subject_name == "x" * 200
    assert event.changes == {}


async def test_the_system_acts_without_a_name() -> None:
    office = await office_of()

    async def work() -> AuditEvent:
        await audit.record(system(office.id), Action.INVITATION_REMINDED, account_id="acc_2")
        return await AuditEvent.get(account_id="acc_2")

    event = await in_firm(office.id, work)
    assert (event.actor_kind, event.actor_id, event.actor_name) == ("SYSTEM", None, "")


async def test_each_account_touched_gets_an_event_of_its_own() -> None:  # ACC-11
    office = await office_of()

    async def work() -> list[tuple[str | None, str]]:
        await audit.record_each(office.owner, "contact.updated", ["acc_1", "acc_2"], subject_id="con_1")
        await audit.record_each(office.owner, "contact.updated", [], subject_id="con_2")
        return [(event.account_id, event.subject_id) for event in await AuditEvent.all().order_by("account_id")]

    assert await in_firm(office.id, work) == [("acc_1", "con_1"), ("acc_2", "con_1"), (None, "con_2")]


async def test_what_is_not_on_the_list_of_actions_is_not_written() -> None:
    office = await office_of()
    with pytest.raises(ValueError):
        await in_firm(office.id, lambda: audit.record(office.owner, "account.exploded"))


async def test_an_event_cannot_be_changed_or_taken_away() -> None:
    office = await office_of()
    await in_firm(office.id, lambda: audit.record(office.owner, "firm.updated"))
    for sql in ("UPDATE audit_events SET action = 'x'", "DELETE FROM audit_events"):
        with pytest.raises(OperationalError):
            await in_firm(office.id, lambda sql=sql: execute(sql))  # type: ignore[misc]  # mypy: the lambda's default


async def test_a_failing_unit_leaves_no_event() -> None:
    office = await office_of()

    async def work() -> None:
        await audit.record(office.owner, "firm.updated")
        raise RuntimeError("boom")

    with pytest.raises(RuntimeError):
        await in_firm(office.id, work)
    assert await in_firm(office.id, lambda: AuditEvent.all().count()) == 0


async def test_a_difference_names_only_what_differs_as_the_api_says_it() -> None:
    office = await office_of()
    account = await in_firm(office.id, lambda: account_of(office.id, name="Alt"))
    new = {
        "name": "Neu",
        "category": Category.CLIENT,
        "lifecycle": Lifecycle.ARCHIVED,
        "company_address": {"street": "A 1", "city": None, "country": "DE"},
        "archived_at": datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    }
    assert audit.difference(account, new) == {
        "name": ["Alt", "Neu"],
        "lifecycle": ["ACTIVE", "ARCHIVED"],
        "companyAddress": [None, "A 1, DE"],
        "archivedAt": [None, "2026-01-02T03:04:00+00:00"],
    }
    assert isinstance(account, Account)
    assert account.name == "Alt"


def test_actions_are_in_alphabetical_order_and_name_a_noun_and_what_was_done() -> None:
    assert [action.name for action in Action] == sorted(action.name for action in Action)
    assert all(len(action.value.split(".")) == 2 for action in Action)
