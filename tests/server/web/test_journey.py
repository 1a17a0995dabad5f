"""In and out over HTTP, with the cookies a browser would keep."""

import re
from typing import Any

import httpx
import pytest

from server.core.permissions import Role
from tests.factories.offices import office_of
from tests.registering import registered
from tests.server.identity.people import PASSWORD, client_with_login, colleague_with_login, fresh_address
from tests.server.web.browser import HTTP, HTTPS, browser

SIGN_IN = "mutation($input: SignInInput!) { signIn(input: $input) { viewer { door id name email can } } }"
VIEWER = "{ viewer { door id } }"
NEW = "nine quiet boats at harbour"


async def ask(
    client: httpx.AsyncClient, query: str, door: str = "STAFF", **variables: object
) -> tuple[httpx.Response, dict[str, Any]]:
    """The answer and its JSON, without what it cost."""
    headers = {"Antesala-Door": door, "Origin": str(client.base_url).rstrip("/"), "Accept-Language": "en"}
    body = {"documentId": registered(query), "variables": variables}
    answer = await client.post("/graphql", json=body, headers=headers)
    said = answer.json()
    said.pop("extensions", None)
    return answer, said


def credentials(email: object, door: str = "STAFF", password: str = PASSWORD) -> dict[str, object]:
    return {"email": str(email), "password": password, "door": door}


@pytest.mark.parametrize(
    ("base_url", "cookie"),
    [
        (HTTP, r"sid-staff=[\w-]{43}; Path=/; HttpOnly; SameSite=Strict"),
        (HTTPS, r"__Host-sid-staff=[\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure"),
    ],
)
async def test_a_colleague_comes_in_works_and_goes(base_url: str, cookie: str) -> None:  # SEC-1, A12, A13
    office = await office_of()
    member = await colleague_with_login(office.id, Role.ADMIN)
    async with browser(base_url=base_url, peer=fresh_address()) as client:
        assert (await ask(client, VIEWER))[1] == {"data": {"viewer": None}}
        answer, said = await ask(client, SIGN_IN, input=credentials(member.email))
        assert said["data"]["signIn"]["viewer"]["id"] == member.id
        assert re.fullmatch(cookie, answer.headers["Set-Cookie"])
        assert answer.headers["Cache-Control"] == "no-store"
        assert (await ask(client, VIEWER))[1]["data"]["viewer"] == {"door": "STAFF", "id": member.id}
        assert (await ask(client, VIEWER, "PORTAL"))[1]["data"]["viewer"] is None
        kept = dict(client.cookies)
        answer, _ = await ask(client, "mutation { signOut { done } }")
        assert "Max-Age=0" in answer.headers["Set-Cookie"]
        assert "Clear-Site-Data" in answer.headers
        client.cookies.update(kept)
        assert (await ask(client, VIEWER))[1]["data"]["viewer"] is None, "the session ended on the server too"


async def test_one_browser_can_be_in_at_both_doors() -> None:
    office = await office_of()
    member, own = await colleague_with_login(office.id), await client_with_login(office.id)
    async with browser(peer=fresh_address()) as client:
        await ask(client, SIGN_IN, input=credentials(member.email))
        answer, _ = await ask(client, SIGN_IN, "PORTAL", input=credentials(own.contact.email, "PORTAL"))
        assert re.fullmatch(r"sid-portal=[\w-]{43}; Path=/; HttpOnly; SameSite=Lax", answer.headers["Set-Cookie"])
        assert (await ask(client, VIEWER))[1]["data"]["viewer"]["door"] == "STAFF"
        assert (await ask(client, VIEWER, "PORTAL"))[1]["data"]["viewer"]["door"] == "PORTAL"


async def test_every_refusal_at_the_door_is_the_same_answer() -> None:  # INV-9, A6
    office = await office_of()
    off = await client_with_login(office.id, login=False)
    member = await colleague_with_login(office.id)
    seen = set()
    for email, password in [
        ("nobody@nowhere.example", PASSWORD),
        (off.contact.email, PASSWORD),
        (member.email, PASSWORD),
        (off.contact.email, "wrong on purpose"),
    ]:
        async with browser(peer=fresh_address()) as client:
            answer, said = await ask(client, SIGN_IN, "PORTAL", input=credentials(email, "PORTAL", password))
        said["errors"][0]["extensions"].pop("requestId")
        headers = {name for name in answer.headers if name != "x-request-id"}
        seen.add((answer.status_code, str(said), frozenset(headers), answer.headers["Content-Length"]))
    assert len(seen) == 1
    assert "SIGN_IN_FAILED" in str(seen)


async def test_too_many_tries_are_told_when_to_come_back() -> None:  # A8
    async with browser(peer=fresh_address()) as client:
        for _ in range(5):
            await ask(client, SIGN_IN, input=credentials("somebody@tries.example"))
        _, said = await ask(client, SIGN_IN, input=credentials("somebody@tries.example"))
    extensions = said["errors"][0]["extensions"]
    assert extensions["code"] == "RATE_LIMITED"
    assert re.search(r" (5\d|60) s ", said["errors"][0]["message"])


async def test_after_a_change_of_password_one_is_still_in_with_a_new_token() -> None:  # TEAM-7, A11
    office = await office_of()
    member = await colleague_with_login(office.id)
    change = "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { done } }"
    async with browser(peer=fresh_address()) as client:
        await ask(client, SIGN_IN, input=credentials(member.email))
        before = dict(client.cookies)
        await ask(client, change, input={"current": PASSWORD, "new": NEW})
        assert (await ask(client, VIEWER))[1]["data"]["viewer"]["id"] == member.id
        assert dict(client.cookies) != before
        client.cookies.clear()
        client.cookies.update(before)
        assert (await ask(client, VIEWER))[1]["data"]["viewer"] is None


async def test_recovery_answers_alike_for_everybody() -> None:  # INV-9
    office = await office_of()
    member = await colleague_with_login(office.id)
    recover = "mutation($input: RequestRecoveryInput!) { requestRecovery(input: $input) { done } }"
    async with browser(peer=fresh_address()) as client:
        for email in (member.email, "nobody@nowhere.example", "not an address", ""):
            _, said = await ask(client, recover, input={"email": email, "door": "STAFF"})
            assert said == {"data": {"requestRecovery": {"done": True}}}
