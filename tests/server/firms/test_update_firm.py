"""The firm's settings."""

from typing import Any

import pytest

from server.audit.models import AuditEvent
from server.core.actor import Actor, ActorKind
from server.core.address import Address
from server.core.database import in_firm
from server.core.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from server.firms.models import Firm
from server.firms.update import update_firm
from tests.factories.offices import office_of
from tests.factories.people import client_of


async def test_what_changes_is_written_and_stands_in_the_audit_from_to() -> None:  # TEAM-1
    office = await office_of()
    firm = await update_firm(
        office.owner,
        1,
        name="  Keller & Partner ",
        phone="030 901820",
        website="keller.example/büro",
        address=Address(street="Lindenstr. 1", city="Berlin", postal_code="10969", country="de"),
        time_zone="Europe/Berlin",
        accent_color="#AABBCC",
        reminder_days=[10, 3, 3],
        language="de",
    )
    assert (firm.name, firm.phone, firm.version) == ("Keller & Partner", "+4930901820", 2)
    assert (firm.website, firm.accent_color, firm.reminder_days) == ("https://keller.example/büro", "#aabbcc", [3, 10])
    events = await in_firm(office.id, lambda: AuditEvent.filter(action="firm.updated").all())
    assert events[0].changes["name"] == ["Kanzlei Keller", "Keller & Partner"]
    assert "timeZone" in events[0].changes


async def test_nothing_changed_is_nothing_written() -> None:
    office = await office_of()
    firm = await update_firm(office.admin, 1, name="Kanzlei Keller")
    assert firm.version == 1


async def test_an_older_version_is_stale() -> None:
    office = await office_of()
    await update_firm(office.owner, 1, name="One")
    with pytest.raises(Conflict, match="STALE"):
        await update_firm(office.owner, 1, name="Two")


@pytest.mark.parametrize(
    ("column", "value", "field", "code"),
    [
        ("name", " ", "name", "NAME_REQUIRED"),
        ("name", None, "name", "NAME_REQUIRED"),
        ("name", "x" * 121, "name", "TEXT_TOO_LONG"),
        ("name", "a\r\nBcc: b@evil.example", "name", "CHARACTER_FORBIDDEN"),
        ("name", "nul\0", "name", "CHARACTER_FORBIDDEN"),
        ("email", "not an address", "email", "EMAIL_INVALID"),
        ("email", "a@b.example, c@d.example", "email", "EMAIL_INVALID"),
        ("phone", "12", "phone", "PHONE_INVALID"),
        ("phone", "9" * 1000, "phone", "PHONE_INVALID"),
        ("phone", "030 901820", "phone", "PHONE_INVALID"),
        ("website", "javascript://x.example/%0aalert(1)", "website", "URL_INVALID"),
        ("website", "https://user:secret@x.example", "website", "URL_INVALID"),
        ("website", "http://[::1", "website", "URL_INVALID"),
        ("website", "https://x.example/" + "y" * 300, "website", "URL_INVALID"),
        ("website", "localhost", "website", "URL_INVALID"),
        ("time_zone", "Mars/Olympus", "timeZone", "TIME_ZONE_UNKNOWN"),
        ("time_zone", "../../etc/passwd", "timeZone", "TIME_ZONE_UNKNOWN"),
        ("language", "fr", "language", "LANGUAGE_UNKNOWN"),
        ("language", None, "language", "TEXT_REQUIRED"),
        ("accent_color", "red", "accentColor", "COLOR_INVALID"),
        ("accent_color", "#12345g", "accentColor", "COLOR_INVALID"),
        ("client_invitation_days", 0, "clientInvitationDays", "DAYS_OUT_OF_RANGE"),
        ("client_invitation_days", 91, "clientInvitationDays", "DAYS_OUT_OF_RANGE"),
        ("staff_invitation_days", 31, "staffInvitationDays", "DAYS_OUT_OF_RANGE"),
        ("reminder_days", [3, 0], "reminderDays.1", "DAYS_OUT_OF_RANGE"),
        ("reminder_days", list(range(1, 12)), "reminderDays", "LIST_TOO_LONG"),
        ("address", Address(country="XX"), "address.country", "COUNTRY_UNKNOWN"),
        ("tell_on_access_removed", None, "tellOnAccessRemoved", "TEXT_REQUIRED"),
    ],
)
async def test_every_wrong_value_is_named_by_its_field(column: str, value: Any, field: str, code: str) -> None:
    office = await office_of()
    with pytest.raises(Invalid) as refusal:
        await update_firm(office.owner, 1, **{column: value})
    assert [(problem.field, problem.code) for problem in refusal.value.problems] == [(field, code)]


async def test_all_wrong_fields_are_named_at_once_and_nothing_is_half_written() -> None:
    office = await office_of()
    with pytest.raises(Invalid) as refusal:
        await update_firm(office.owner, 1, name="Good", email="bad", accent_color="bad")
    assert [problem.field for problem in refusal.value.problems] == ["email", "accentColor"]
    assert (await in_firm(office.id, lambda: Firm.get(id=office.id))).name == "Kanzlei Keller"


async def test_optional_fields_can_be_emptied() -> None:
    office = await office_of(email="a@b.example", website="https://x.example")
    firm = await update_firm(office.owner, 1, email=None, website=" ", phone=None, address=Address())
    assert (firm.email, firm.website, firm.phone, firm.address) == (None, None, None, None)


async def test_who_may_not_manage_the_firm_is_refused() -> None:
    office, other = await office_of(), await office_of()
    client = await client_of(office.id, active=True)
    with pytest.raises(Forbidden):
        await update_firm(office.executive, 1, name="Mine")
    with pytest.raises(NotFound):
        await update_firm(client.actor, 1, name="Mine")
    with pytest.raises(Unauthenticated):
        await update_firm(Actor(ActorKind.STRANGER, firm_id=office.id), 1, name="Mine")
    await update_firm(other.owner, 1, name="Theirs")
    assert (await in_firm(office.id, lambda: Firm.get(id=office.id))).name == "Kanzlei Keller"
