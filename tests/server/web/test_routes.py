"""Every path there is, and whom it is for."""

from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute

from server.embedded import mailbox
from server.web.routes import POLICY, Who, checked
from tests.server.web.browser import application, browser


async def page(request: Request) -> Response:
    return PlainTextResponse("")


async def test_every_route_is_in_the_policy_and_every_policy_has_its_route() -> None:  # T5
    from pydantic import SecretStr

    from server.app import build_app
    from server.settings import Settings
    from tests.conftest import SECRET

    settings = Settings(development=True, secret_key=SecretStr(SECRET))
    app = build_app(settings, extra_routes=mailbox.routes(Path("nowhere")), connects=False)
    paths = [route.path for route in app.routes if isinstance(route, Route | WebSocketRoute)]
    assert len(paths) == len(app.routes)
    assert set(paths) <= set(POLICY)
    assert set(POLICY) - set(paths) <= {"/graphiql"}


async def test_a_route_nobody_thought_about_is_not_served() -> None:
    with pytest.raises(RuntimeError, match="policy"):
        checked([Route("/backdoor", page)], development=True)


async def test_what_is_for_developers_does_not_start_in_production() -> None:
    with pytest.raises(RuntimeError, match="policy"):
        checked(mailbox.routes(Path("nowhere")), development=False)


async def test_what_is_for_staff_refuses_strangers() -> None:
    guarded = [path for path, who in POLICY.items() if who is Who.STAFF]
    async with browser() as client:
        for path in guarded:
            headers = {"Content-Type": "image/png", "Antesala-Door": "STAFF"}
            answer = await client.put(path, content=b"x", headers=headers)
            assert answer.status_code == 401
            assert answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_the_process_lives_and_is_ready() -> None:  # E12, OPS-4
    async with browser(application()) as client:
        assert (await client.get("/healthz", headers={"Host": "10.1.2.3"})).json() == {"status": "ok"}
        ready = await client.get("/readyz")
        assert ready.json()["checks"]["database"] is True


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"1", b'"x"', b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"query": "{"}', b'{"query": 7}',
     b'{"query": "{ viewer { id } }", "variables": []}', b'{"query": "{ viewer { id } }\\u0000"}',
     b'{"query": "query($a: String) { firmLook(slug: $a) { name } }", "variables": {"a": "\\ud800"}}'],
)  # fmt: skip
async def test_a_malformed_body_is_never_our_fault(body: bytes) -> None:  # G6
    async with browser(application(development=True)) as client:
        answer = await client.post("/graphql", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code < 500
    assert "errors" in answer.json() or "data" in answer.json()
