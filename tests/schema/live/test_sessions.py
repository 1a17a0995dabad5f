"""A socket lives no longer than the session it was opened with, and does not keep that alive."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from schema.live import socket
from server.core import clock
from server.core.database import execute, in_firm
from server.core.permissions import PermissionSet
from server.identity import sessions
from server.identity.models import Door, Session, User
from server.intake import set_access
from server.staff import state, update
from server.staff.models import StaffMember
from tests.factories.offices import Office, office_of
from tests.factories.people import Client, client_of
from tests.schema.live.talking import HOST, ORIGIN, Served, signed_in
from tests.schema.live.test_events import an_account, change

END = Callable[[Office], Awaitable[object]]


async def _sign_out(office: Office) -> None:
    async def whose() -> Session:
        return await Session.get(person_id=office.executive.person_id)

    session = await in_firm(office.id, whose)
    await sessions.sign_out(replace(office.executive, session_id=session.id))


async def _deactivate(office: Office) -> None:
    await state.deactivate(office.owner, office.executive.person_id)


async def _revoke(office: Office) -> None:
    await in_firm(office.id, lambda: sessions.end_all_of(person_id=office.executive.person_id))


async def _new_password(office: Office) -> None:
    async def work() -> None:
        member = await StaffMember.get(id=office.executive.person_id)
        await execute("SET LOCAL ROLE antesala_system")
        await User.filter(id=member.user_id).update(epoch=1)

    await in_firm(office.id, work)


async def _time(office: Office) -> None:
    async def work() -> None:
        await Session.filter(person_id=office.executive.person_id).update(idle_until=clock.now())

    await in_firm(office.id, work)


@pytest.mark.parametrize("end", [_sign_out, _deactivate, _revoke, _new_password, _time])
async def test_at_the_next_event_an_ended_session_is_told_nothing(server: Served, end: END) -> None:  # A12
    office = await office_of()
    account_id = await an_account(office)
    async with server.inside(await signed_in(office, "executive")) as talk:
        await talk.subscribe()
        await end(office)
        await change(office, account_id)
        with pytest.raises(Exception, match="4401"):
            await talk.hear()
        assert await talk.closed() == (4401, "Unauthorized")


@pytest.mark.parametrize("end", [_sign_out, _deactivate])
async def test_what_concerns_the_person_closes_at_once(server: Served, end: END) -> None:
    office = await office_of()
    async with server.inside(await signed_in(office, "executive")) as talk:
        await end(office)
        assert await talk.closed(within=2) == (4401, "Unauthorized")


@pytest.mark.parametrize("end", [_revoke, _new_password, _time])
async def test_an_idle_socket_ends_soon_after_its_session(
    server: Served, monkeypatch: pytest.MonkeyPatch, end: END
) -> None:
    assert socket.LOOK_EVERY == 30
    monkeypatch.setattr(socket, "LOOK_EVERY", 0.2)
    office = await office_of()
    async with server.inside(await signed_in(office, "executive")) as talk:
        await talk.say("ping")
        await talk.hear()
        await end(office)
        assert await talk.closed(within=2) == (4401, "Unauthorized")


async def test_lost_permissions_close_and_whoever_comes_again_is_asked_anew(server: Served) -> None:
    office = await office_of()
    token = await signed_in(office, "executive")
    async with server.inside(token) as talk:
        await talk.subscribe()
        member = await in_firm(office.id, lambda: StaffMember.get(id=office.executive.person_id))
        await update.update_staff(office.owner, member.id, member.version, permission_set=PermissionSet.ANALYST)
        assert await talk.closed() == (4403, "Forbidden")
    async with server.inside(token) as talk:
        await talk.subscribe()


async def _client(office: Office) -> tuple[Client, str]:
    client = await client_of(office.id, active=True)

    async def work() -> str:
        return await sessions.start(client.actor.user_id, office.id, Door.PORTAL, client.contact.id, 0, "", "")

    return client, await in_firm(office.id, work)


async def test_a_client_whose_login_is_turned_off_is_closed_at_once(server: Served) -> None:  # T6, T7
    office = await office_of()
    client, token = await _client(office)
    async with server.inside(token, Door.PORTAL) as talk:
        await set_access.set_access(office.owner, client.link.id, login=False)
        assert await talk.closed(within=2) == (4401, "Unauthorized")


async def test_an_open_subscription_does_not_keep_the_session_alive(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "LOOK_EVERY", 0.1)
    office = await office_of()
    account_id = await an_account(office)
    token = await signed_in(office, "executive")

    async def until() -> object:
        found = await in_firm(office.id, lambda: Session.get(person_id=office.executive.person_id))
        return found.idle_until, found.last_seen_at

    before = await until()
    async with server.inside(token) as talk:
        await talk.subscribe()
        await change(office, account_id)
        await talk.told()
        await asyncio.sleep(0.3)
    assert await until() == before  # a look by a hand would have marked it: the session is fresh
    cookie = {"Cookie": f"sid-staff={token}", "Origin": ORIGIN}
    question = {"query": "{ viewer { id } }"}
    async with httpx.AsyncClient(base_url=f"http://{HOST}:{server.port}", headers=cookie) as page:
        by_itself = await page.post("/graphql", json=question, headers={"Antesala-By-Itself": "1"})
        assert by_itself.json()["data"]["viewer"]["id"]
        assert await until() == before
        await page.post("/graphql", json=question)
        assert await until() != before


async def test_a_session_that_is_past_its_time_opens_no_socket(server: Served) -> None:
    office = await office_of()
    with clock.at(clock.now() - timedelta(hours=13)):
        token = await signed_in(office)
    async with server.talk(f"sid-staff={token}") as talk:
        await talk.say("connection_init", payload={"door": "STAFF"})
        assert await talk.closed() == (4401, "Unauthorized")


async def test_the_door_says_which_of_two_sessions_counts(server: Served) -> None:
    office = await office_of()
    _, portal = await _client(office)
    cookies = f"sid-staff={await signed_in(office)}; sid-portal={portal}"
    for door, code in (("PORTAL", "OPERATION_NOT_REGISTERED"), ("STAFF", None)):
        async with server.talk(cookies) as talk:
            await talk.say("connection_init", payload={"door": door})
            await talk.hear()
            if code is None:
                await talk.subscribe()
                continue
            await talk.say("subscribe", "1", {"query": "subscription { accountChanged { actions } }"})
            assert (await talk.hear())["payload"][0]["extensions"]["code"] == code
