"""From cookie to actor, over HTTP."""

import asyncio
import contextvars
from datetime import timedelta

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.accounts.models import Account, Lifecycle
from server.contacts.models import AccountContact
from server.core import clock
from server.core.database import across_firms, in_firm
from server.core.permissions import Role
from server.identity import sessions
from server.identity.models import Door, Session, User
from server.identity.sessions import SignedIn
from server.identity.sign_in import sign_in
from server.staff import state
from server.staff.models import StaffMember
from server.web import cookies
from server.web.authentication import Authentication
from server.web.client import Proxies
from server.web.device import readable
from tests.factories.offices import office_of
from tests.factories.people import account_of, link_of
from tests.server.identity.people import PASSWORD, client_with_login, colleague_with_login, fresh_address
from tests.server.web.browser import HTTP, HTTPS, application, browser, who, with_route


def asking(secure: bool = False, proxies: str = "") -> Starlette:
    """The application with a page that says who one is."""
    ask = Middleware(Authentication, secure, Proxies.of(proxies))
    app = application(HTTPS if secure else HTTP)
    return with_route(app, Route("/who", who, methods=["GET", "POST"], middleware=[ask]))


async def signed_in(email: object, door: Door) -> SignedIn:
    return await sign_in(str(email), PASSWORD, door, address=fresh_address(), device="")


async def kind(client: httpx.AsyncClient, door: str | None = None, **sent: str) -> str:
    """Whom the application sees behind these cookies."""
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in sent.items())}
    if door is not None:
        headers["Antesala-Door"] = door
    return str((await client.get("/who", headers=headers)).json()["kind"])


async def test_the_door_header_says_whose_cookie_counts() -> None:
    office = await office_of()
    staff = await signed_in((await colleague_with_login(office.id)).email, Door.STAFF)
    client = await signed_in((await client_with_login(office.id)).contact.email, Door.PORTAL)
    both = {"sid-staff": staff.token, "sid-portal": client.token}
    async with browser(asking()) as page:
        assert await kind(page, "STAFF", **both) == "STAFF"
        assert await kind(page, "PORTAL", **both) == "CLIENT"
        assert await kind(page, None, **both) == "STAFF"
        assert await kind(page, None, **{"sid-portal": client.token}) == "CLIENT"
        assert await kind(page, "STAFF", **{"sid-portal": client.token}) == "STRANGER"
        assert await kind(page, "NO SUCH DOOR", **both) == "STRANGER"
        assert await kind(page, "STAFF", **{"sid-staff": client.token}) == "STRANGER"
        assert await kind(page, "PORTAL", **{"sid-portal": staff.token}) == "STRANGER"


@pytest.mark.parametrize("token", ["", "x", "x" * 10_000, "'; DROP TABLE sessions", "%00", "é"])
async def test_a_malformed_cookie_is_a_stranger(token: str) -> None:
    async with browser(asking()) as page:
        answer = await page.get("/who", headers=[(b"Cookie", f"sid-staff={token}".encode())])
    assert answer.json()["kind"] == "STRANGER"


async def test_a_stranger_is_spoken_to_in_the_language_of_the_browser() -> None:
    async def language(request: Request) -> Response:
        return JSONResponse(request.scope["actor"].language)

    ask = Middleware(Authentication, False, Proxies())
    async with browser(with_route(application(), Route("/who", language, middleware=[ask]))) as page:
        assert (await page.get("/who", headers={"Accept-Language": "ro-RO, ro"})).json() == "ro"


@pytest.mark.parametrize("ending", ["login off", "archived", "unlinked", "epoch", "signed out", "idle", "absolute"])
async def test_a_clients_session_ends_on_the_very_next_request(ending: str) -> None:  # T6, T7, CON-3
    office = await office_of()
    client = await client_with_login(office.id)
    came = await signed_in(client.contact.email, Door.PORTAL)
    moment = clock.now()

    async def firm_change() -> None:
        match ending:
            case "login off":
                await AccountContact.filter(id=client.link.id).update(login=False)
            case "archived":
                await Account.filter(id=client.account.id).update(lifecycle=Lifecycle.ARCHIVED)
            case "unlinked":
                await AccountContact.filter(id=client.link.id).delete()

    async with browser(asking()) as page:
        assert await kind(page, "PORTAL", **{"sid-portal": came.token}) == "CLIENT"
        await in_firm(office.id, firm_change)
        if ending == "epoch":
            await across_firms(lambda: User.filter(id=client.contact.user_id).update(epoch=1))
        if ending == "signed out":
            await sessions.sign_out(came.actor)
        if ending == "idle":
            moment += timedelta(minutes=61)
        if ending == "absolute":
            for half_hours in range(1, 24):
                with clock.at(moment + timedelta(minutes=30 * half_hours)):
                    assert await kind(page, "PORTAL", **{"sid-portal": came.token}) == "CLIENT"
            moment += timedelta(hours=12)
        with clock.at(moment):
            assert await kind(page, "PORTAL", **{"sid-portal": came.token}) == "STRANGER"


async def test_one_remaining_account_keeps_a_client_in() -> None:  # T7, CON-8
    office = await office_of()
    client = await client_with_login(office.id)

    async def second() -> None:
        await link_of(await account_of(office.id), client.contact)
        await AccountContact.filter(id=client.link.id).delete()

    came = await signed_in(client.contact.email, Door.PORTAL)
    await in_firm(office.id, second)
    assert await sessions.authenticate(came.token, Door.PORTAL)


async def test_a_deactivated_colleague_is_out_at_once_and_a_demoted_one_loses_rights_at_once() -> None:  # A12, TEAM-5
    office = await office_of()
    member = await colleague_with_login(office.id, Role.ADMIN)
    came = await signed_in(member.email, Door.STAFF)
    assert len(came.actor.permissions) > 3
    await in_firm(office.id, lambda: StaffMember.filter(id=member.id).update(role=Role.EMPLOYEE))
    now = await sessions.authenticate(came.token, Door.STAFF)
    assert now
    assert now.permissions < came.actor.permissions
    await state.deactivate(office.owner, str(member.id))
    assert await sessions.authenticate(came.token, Door.STAFF) is None
    await state.reactivate(office.owner, str(member.id))
    assert await sessions.authenticate(came.token, Door.STAFF) is None, "an old session does not come back"


async def test_staff_are_idle_after_half_an_hour_and_seen_once_a_minute() -> None:  # E1
    office = await office_of()
    member = await colleague_with_login(office.id)
    start = clock.now()
    with clock.at(start):
        came = await signed_in(member.email, Door.STAFF)

    async def seen() -> object:
        return (await StaffMember.get(id=member.id)).last_seen_at

    with clock.at(start + timedelta(seconds=59)):
        assert await sessions.authenticate(came.token, Door.STAFF)
        assert await in_firm(office.id, seen) == start
    with clock.at(start + timedelta(seconds=60)):
        assert await sessions.authenticate(came.token, Door.STAFF)
        assert await in_firm(office.id, seen) == start + timedelta(seconds=60)
    with clock.at(start + timedelta(seconds=60, minutes=29, microseconds=999_999)):
        assert await sessions.authenticate(came.token, Door.STAFF)
    with clock.at(start + timedelta(minutes=31 + 30 + 1)):
        assert await sessions.authenticate(came.token, Door.STAFF) is None


async def test_a_session_locked_by_other_work_still_authenticates() -> None:
    office = await office_of()
    member = await colleague_with_login(office.id)
    came = await signed_in(member.email, Door.STAFF)

    async def busy() -> None:
        await StaffMember.select_for_update().get(id=member.id)
        await Session.select_for_update().get(id=came.actor.session_id)
        with clock.at(clock.now() + timedelta(minutes=2)):
            elsewhere = contextvars.Context().run(  # outside of this unit, on a connection of its own
                lambda: asyncio.ensure_future(sessions.authenticate(came.token, Door.STAFF))
            )
            assert await elsewhere

    await in_firm(office.id, busy)


async def test_cookies_are_bound_to_host_and_path_and_unreadable_for_scripts() -> None:  # A13
    plain, secure = Response(), Response()
    cookies.set_session(plain, Door.PORTAL, "token", False)
    cookies.set_session(secure, "STAFF", "token", True)
    assert plain.headers["Set-Cookie"] == "sid-portal=token; Path=/; HttpOnly; SameSite=Lax"
    assert secure.headers["Set-Cookie"] == "__Host-sid-staff=token; Path=/; HttpOnly; SameSite=Strict; Secure"
    cookies.clear_session(secure, Door.STAFF, True)
    assert secure.headers.getlist("Set-Cookie")[1].endswith("Max-Age=0")


async def test_over_https_only_the_bound_cookie_is_believed() -> None:
    office = await office_of()
    staff = await signed_in((await colleague_with_login(office.id)).email, Door.STAFF)
    async with browser(asking(secure=True), HTTPS) as page:
        assert await kind(page, "STAFF", **{"__Host-sid-staff": staff.token}) == "STAFF"
        assert await kind(page, "STAFF", **{"sid-staff": staff.token}) == "STRANGER"


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "1.2.3.4", "203.0.113.9"),
        ("10.0.0.1", "1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
        ("10.0.0.1", "1.2.3.4, nonsense", "10.0.0.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "2001:db8::1", "2001:db8::1"),
    ],
)
async def test_only_our_own_proxies_are_believed_about_addresses(
    peer: str, forwarded: str, address: str
) -> None:  # T13
    async with browser(asking(proxies="10.0.0.0/24, 10.0.1.1"), peer=peer) as page:
        answer = await page.get("/who", headers={"X-Forwarded-For": forwarded})
    assert answer.json()["address"] == address


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox on Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 Version/17.5 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537 Chrome/128.0 Safari/537.36 Edg/128.0", "Edge on Linux"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("evil\x1b[31m <script>" + "x" * 5_000, None),
        ("", ""),
    ],
)
async def test_a_device_is_named_as_a_person_would(sent: str, shown: str | None) -> None:
    device = readable(sent)
    assert len(device) <= 200
    assert device.isprintable()
    if shown is not None:
        assert device == shown
