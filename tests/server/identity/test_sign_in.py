"""Coming in: who may, who may not, and that a refusal tells nothing."""

import pytest

from server.core.actor import ActorKind
from server.core.errors import Unauthenticated
from server.identity import sessions
from server.identity.hashing import hashing
from server.identity.models import Door
from server.identity.sign_in import sign_in
from tests.factories.offices import office_of
from tests.server.identity.people import PASSWORD, client_with_login, colleague_with_login, fresh_address


async def test_a_colleague_comes_in_by_the_staff_door() -> None:  # SEC-1
    office = await office_of()
    member = await colleague_with_login(office.id)
    signed_in = await sign_in(member.email, PASSWORD, Door.STAFF, address=fresh_address(), device="Firefox on Linux")
    assert signed_in.actor.kind is ActorKind.STAFF
    assert signed_in.actor.person_id == member.id
    again = await sessions.authenticate(signed_in.token, Door.STAFF)
    assert again == signed_in.actor


async def test_a_client_comes_in_by_the_portal_door_only() -> None:
    office = await office_of()
    client = await client_with_login(office.id)
    email = str(client.contact.email)
    signed_in = await sign_in(email, PASSWORD, "PORTAL", address=fresh_address(), device="")
    assert signed_in.actor.kind is ActorKind.CLIENT
    assert await sessions.authenticate(signed_in.token, Door.STAFF) is None
    with pytest.raises(Unauthenticated):
        await sign_in(email, PASSWORD, "STAFF", address=fresh_address(), device="")


async def test_unknown_address_no_login_and_wrong_password_answer_and_work_alike() -> None:  # INV-9, A6
    office = await office_of()
    client = await client_with_login(office.id, login=False)
    member = await colleague_with_login(office.id)
    tries = [
        ("nobody@nowhere.example", PASSWORD),
        (str(client.contact.email), PASSWORD),
        (member.email, "not the password at all"),
        ("nul\0@nowhere.example", PASSWORD),
        ("\ud800@nowhere.example", PASSWORD),
    ]
    for email, password in tries:
        before = hashing.verified
        with pytest.raises(Unauthenticated) as refusal:
            await sign_in(email, password, "STAFF", address=fresh_address(), device="")
        assert refusal.value.code == "SIGN_IN_FAILED"
        assert hashing.verified == before + 1
