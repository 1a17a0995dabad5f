"""Who may change whom, and that an owner always stays."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from server.core import ids
from server.core.actor import Actor
from server.core.database import in_firm
from server.core.errors import Conflict, Forbidden, Invalid, NotFound
from server.core.permissions import PermissionSet, Role, permissions_of
from server.firms.look import firm_look
from server.identity.models import Door
from server.identity.sign_in import sign_in
from server.staff import found, state
from server.staff.create import create_staff
from server.staff.models import StaffMember, StaffState
from server.staff.update import update_staff
from tests.factories.offices import Office, actor_of, office_of, staff_member
from tests.factories.people import client_of
from tests.server.identity.people import PASSWORD, fresh_address


async def member(actor: Actor) -> StaffMember:
    return await in_firm(actor.firm_id, lambda: StaffMember.get(id=actor.person_id))


async def create(actor: Actor, **more: object) -> StaffMember:
    values = {"email": f"{ids.new_id('stf')}@kanzlei.example", "first_name": "Ana", "last_name": "Ruiz"}
    return await create_staff(actor, **({"role": Role.EMPLOYEE} | values | more))  # type: ignore[arg-type]  # of several types


async def test_a_new_colleague_is_invited_and_found_by_name() -> None:  # TEAM-5
    office = await office_of()
    made = await create(office.admin, first_name=" Ștefan ", permission_set=PermissionSet.ANALYST)
    assert (made.state, made.first_name, made.user_id) == (StaffState.INVITED, "Ștefan", None)
    assert "stefan" in made.search_words


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"email": "no address"}, "email", "EMAIL_INVALID"),
        ({"first_name": " "}, "firstName", "TEXT_REQUIRED"),
        ({"last_name": "x" * 81}, "lastName", "TEXT_TOO_LONG"),
        ({"first_name": "a\nb"}, "firstName", "CHARACTER_FORBIDDEN"),
        ({"language": "fr"}, "language", "LANGUAGE_UNKNOWN"),
        ({"role": Role.OWNER}, "role", "ROLE_ABOVE_YOURS"),
    ],
)
async def test_a_wrong_colleague_is_refused_by_field(values: dict[str, object], field: str, code: str) -> None:
    office = await office_of()
    with pytest.raises(Invalid) as refusal:
        await create(office.admin, **values)
    assert [(problem.field, problem.code) for problem in refusal.value.problems] == [(field, code)]


async def test_an_address_is_one_colleague_even_among_fifty_at_once() -> None:  # R2
    office = await office_of()
    tries = (create(office.owner, email="Ana.RUIZ@kanzlei.example") for _ in range(50))
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(result, StaffMember) for result in results) == 1
    assert {str(r.problems[0].code) for r in results if isinstance(r, Invalid)} == {"COLLEAGUE_EMAIL_TAKEN"}


async def test_only_an_owner_makes_or_changes_an_owner() -> None:  # T8
    office = await office_of()
    owner, admin, executive = [await member(a) for a in (office.owner, office.admin, office.executive)]
    for promoted in (admin, executive):
        with pytest.raises(Invalid) as refusal:
            await update_staff(office.admin, promoted.id, 1, role=Role.OWNER)
        assert refusal.value.problems[0].code == "ROLE_ABOVE_YOURS"
    with pytest.raises(Forbidden):
        await update_staff(office.admin, owner.id, 1, role=Role.ADMIN)
    with pytest.raises(Forbidden):
        await update_staff(office.admin, owner.id, 1, first_name="Renamed")
    with pytest.raises(Forbidden):
        await state.deactivate(office.admin, owner.id)
    assert (await update_staff(office.owner, admin.id, 1, role=Role.OWNER)).role is Role.OWNER


async def test_who_lost_the_owners_role_cannot_use_it_from_an_old_session() -> None:  # T8
    office = await office_of()
    admin = await member(office.admin)
    second = await update_staff(office.owner, admin.id, 1, role=Role.OWNER)
    await update_staff(actor_of(second), office.owner.person_id, 1, role=Role.ADMIN)
    with pytest.raises(Forbidden):
        await update_staff(office.owner, admin.id, 2, role=Role.EMPLOYEE)


async def test_employees_clients_and_strangers_change_nobody() -> None:
    office, other = await office_of(), await office_of()
    client = await client_of(office.id, active=True)
    analyst = office.analyst.person_id
    verbs: list[Callable[[Actor], Awaitable[object]]] = [
        lambda actor: update_staff(actor, analyst, 1, role=Role.ADMIN),
        lambda actor: state.deactivate(actor, analyst),
        lambda actor: state.reactivate(actor, analyst),
        lambda actor: create(actor),
    ]
    for verb in verbs:
        with pytest.raises(Forbidden):
            await verb(office.executive)
        with pytest.raises(NotFound):
            await verb(client.actor)
    for staff_id in (analyst, ids.new_id("stf"), "nonsense", ""):
        with pytest.raises(NotFound):
            await update_staff(other.owner, staff_id, 1, role=Role.ADMIN)
        with pytest.raises(NotFound):
            await state.deactivate(other.owner, staff_id)


async def test_an_older_version_of_a_colleague_is_stale() -> None:
    office = await office_of()
    await update_staff(office.owner, office.analyst.person_id, 1, first_name="Anna", default_access=True)
    with pytest.raises(Conflict, match="STALE"):
        await update_staff(office.owner, office.analyst.person_id, 1, first_name="Anne")


async def owners(office: Office, count: int) -> list[StaffMember]:
    """So many owners, the office's own among them."""

    async def more() -> list[StaffMember]:
        made = [await staff_member(office.id, f"Owner{n}", Role.OWNER) for n in range(count - 1)]
        return [*made, await StaffMember.get(id=office.owner.person_id)]

    return await in_firm(office.id, more)


async def active_owners(office: Office) -> int:
    return await in_firm(office.id, lambda: StaffMember.filter(role=Role.OWNER, state=StaffState.ACTIVE).count())


async def test_the_last_owner_stays() -> None:  # TEAM-5
    office = await office_of()
    with pytest.raises(Conflict, match="LAST_OWNER"):
        await update_staff(office.owner, office.owner.person_id, 1, role=Role.ADMIN)
    with pytest.raises(Conflict, match="LAST_OWNER"):
        await state.deactivate(office.owner, office.owner.person_id)
    invited = await create(office.owner, role=Role.OWNER)
    assert invited.state is StaffState.INVITED
    with pytest.raises(Conflict, match="LAST_OWNER"):
        await state.deactivate(office.owner, office.owner.person_id)


async def test_fifty_parallel_demotions_and_deactivations_leave_an_owner() -> None:  # T8
    office = await office_of()
    both = await owners(office, 2)
    acting = [actor_of(one) for one in both]
    tries = [
        update_staff(acting[n % 2], both[(n // 2) % 2].id, 1, role=Role.ADMIN)
        if n % 3
        else state.deactivate(acting[n % 2], both[(n // 2) % 2].id)
        for n in range(50)
    ]
    results = await asyncio.gather(*tries, return_exceptions=True)
    unexpected = [r for r in results if isinstance(r, Exception) and not isinstance(r, Conflict | Forbidden)]
    assert not unexpected
    assert await active_owners(office) == 1


async def test_a_founded_firm_lets_its_owner_in_at_once() -> None:  # OPS-3
    slug = ids.new_id("firm").replace("_", "-")
    owner = {"owner_email": f"owner@{slug}.example", "owner_first_name": "Eva", "owner_last_name": "Sanz"}
    firm = await found.create_firm("Gestoría Sanz", slug, **owner, owner_password=PASSWORD, language="es")
    came = await sign_in(owner["owner_email"], PASSWORD, Door.STAFF, address=fresh_address(), device="")
    assert came.actor.firm_id == firm.id
    assert came.actor.permissions == permissions_of(Role.OWNER, PermissionSet.EXECUTIVE)
    look = await firm_look(slug)
    assert look
    assert (look.name, look.language) == ("Gestoría Sanz", "es")
    with pytest.raises(Conflict, match="SLUG_TAKEN"):
        await found.create_firm("Other", slug, **owner | {"owner_email": "x@y.example"}, owner_password=PASSWORD)
    with pytest.raises(Invalid) as refusal:
        await found.create_firm("Other", f"{slug}-2", **owner, owner_password=PASSWORD)
    assert refusal.value.problems[0].code == "LOGIN_TAKEN"
    assert await firm_look(f"{slug}-2") is None


async def test_a_firm_is_not_founded_on_wrong_words() -> None:
    with pytest.raises(Invalid) as refusal:
        await found.create_firm(
            " ",
            "Not A Slug",
            owner_email="nobody",
            owner_first_name="",
            owner_last_name="x",
            owner_password="short",
            language="fr",
            time_zone="Mars",
        )
    assert {problem.code for problem in refusal.value.problems} == {
        "NAME_REQUIRED",
        "SLUG_INVALID",
        "EMAIL_INVALID",
        "TEXT_REQUIRED",
        "PASSWORD_TOO_SHORT",
        "LANGUAGE_UNKNOWN",
        "TIME_ZONE_UNKNOWN",
    }
