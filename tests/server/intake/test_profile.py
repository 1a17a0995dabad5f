import pytest

from server.audit.models import AuditEvent
from server.contacts.models import Contact
from server.core.actor import Actor, ActorKind
from server.core.database import in_firm
from server.core.errors import Invalid, Unauthenticated
from server.intake.profile import update_profile
from server.staff.models import StaffMember
from tests.factories.offices import office_of
from tests.factories.people import client_of


async def test_a_colleague_edits_their_own_name_and_language() -> None:  # TEAM-7
    office = await office_of()
    await update_profile(office.analyst, first_name=" Zoë ", language="RO")
    me = await in_firm(office.id, lambda: StaffMember.get(id=office.analyst.person_id))
    assert (me.first_name, me.last_name, me.language, me.version) == ("Zoë", "Muster", "ro", 2)
    assert "zoe" in me.search_words


async def test_a_client_edits_their_own_and_the_firm_sees_it_in_the_timeline() -> None:  # TEAM-7, ACC-11
    office = await office_of()
    client = await client_of(office.id, active=True)
    await update_profile(client.actor, last_name="Ionescu", language="de")
    me = await in_firm(office.id, lambda: Contact.get(id=client.contact.id))
    assert (me.name, me.language, me.version) == ("Ana Ionescu", "de", 2)
    assert "ionescu" in me.search_words
    [event] = await in_firm(office.id, lambda: AuditEvent.filter(action="profile.updated"))
    assert event.account_id == client.account.id
    assert event.changes == {"lastName": ["Popescu", "Ionescu"], "language": [None, "de"]}


async def test_what_does_not_differ_leaves_no_trace() -> None:
    office = await office_of()
    client = await client_of(office.id, active=True)
    await update_profile(client.actor, last_name="Popescu")
    assert await in_firm(office.id, lambda: AuditEvent.all().count()) == 0


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"first_name": " "}, ("firstName", "TEXT_REQUIRED")),
        ({"last_name": "x" * 81}, ("lastName", "TEXT_TOO_LONG")),
        ({"first_name": "a\nb"}, ("firstName", "CHARACTER_FORBIDDEN")),
        ({"language": "fr"}, ("language", "LANGUAGE_UNKNOWN")),
    ],
)
async def test_wrong_input_is_refused_at_its_field(changes: dict[str, str], problem: tuple[str, str]) -> None:
    office = await office_of()
    with pytest.raises(Invalid) as refused:
        await update_profile(office.owner, **changes)
    assert [(each.field, each.code) for each in refused.value.problems] == [problem]


async def test_a_stranger_has_no_profile() -> None:
    with pytest.raises(Unauthenticated):
        await update_profile(Actor(kind=ActorKind.STRANGER), first_name="Ana")
