"""What every request meets before it comes to a route, and every answer before it leaves."""

import asyncpg
import pytest
import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.core.errors import Invalid, Problem, RateLimited
from server.web.headers import ALWAYS, UNLESS_SET
from server.web.language import preferred
from tests.server.web.browser import HTTP, HTTPS, application, browser, with_route


async def echo(request: Request) -> Response:
    return JSONResponse({"bytes": len(await request.body())})


def echoing() -> Route:
    return Route("/echo", echo, methods=["GET", "POST", "PUT"])


JSON = {"Content-Type": "application/json"}


async def test_every_answer_carries_the_headers_whatever_its_status() -> None:  # A17, E8
    async def broken(request: Request) -> Response:
        raise ValueError("secret of a person")

    async def refused(request: Request) -> Response:
        raise Invalid(Problem("name", "NAME_REQUIRED"))

    async def away(request: Request) -> Response:
        raise asyncpg.ConnectionDoesNotExistError("gone")

    async def throttled(request: Request) -> Response:
        raise RateLimited(7)

    app = application(HTTPS)
    for number, endpoint in enumerate([broken, refused, away, throttled]):
        with_route(app, Route(f"/try/{number}", endpoint))
    seen = set()
    async with browser(app, HTTPS) as client:
        answers = [
            await client.get("/"),
            await client.get("/no.such.file"),
            await client.get("/healthz"),
            await client.get("/readyz"),
            await client.delete("/healthz", headers=JSON),
            await client.post("/graphql", content=b"{}", headers={"Content-Type": "text/plain"}),
            await client.post("/graphql", content=b"x" * 2_000_000, headers=JSON),
            await client.post("/graphql", content=b"{}", headers=JSON | {"Origin": "https://evil.example"}),
            await client.get("/healthz/", headers={"Host": "evil.example"}),
            *[await client.get(f"/try/{number}") for number in range(4)],
        ]
    for answer in answers:
        seen.add(answer.status_code)
        for name in [*ALWAYS, *UNLESS_SET, "Content-Security-Policy", "X-Request-Id", "Strict-Transport-Security"]:
            assert name in answer.headers, (answer.request.url, name)
        assert "Server" not in answer.headers
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert "secret of a person" not in answer.text
    assert seen >= {200, 400, 403, 404, 405, 413, 415, 422, 429, 500, 503}


async def test_refusals_are_json_with_code_sentence_and_request_id() -> None:
    async def refused(request: Request) -> Response:
        raise Invalid(Problem("name", "NAME_REQUIRED"))

    async with browser(with_route(application(), Route("/try", refused))) as client:
        answer = await client.get("/try", headers={"Accept-Language": "fr, de-AT;q=0.8, en;q=0.5"})
    error = answer.json()["errors"][0]
    assert answer.status_code == 422
    assert error["message"] == "Bitte prüfen Sie die markierten Felder."
    assert error["extensions"]["requestId"] == answer.headers["X-Request-Id"]
    assert error["extensions"]["fields"][0] | {"message": ""} == {
        "field": "name",
        "code": "NAME_REQUIRED",
        "message": "",
        "params": {},
    }


async def test_a_fault_of_the_database_is_503_with_the_time_to_try_again() -> None:  # K3
    async def away(request: Request) -> Response:
        try:
            raise ConnectionRefusedError("no socket")
        except OSError as fault:
            raise RuntimeError("while asking") from fault

    async with browser(with_route(application(), Route("/try", away))) as client:
        answer = await client.get("/try")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"


async def test_a_request_id_is_accepted_from_nobody() -> None:
    async with browser() as client:
        answer = await client.get("/healthz", headers={"X-Request-Id": "mine"})
    assert answer.headers["X-Request-Id"] not in ("", "mine")


@pytest.mark.parametrize(
    "host",
    ["evil.example", "portal.example.evil", "evil.example:80", "portal.example@evil.example", "", "a b", "127.0.0.1",
     "portal.example, evil.example", "[::1]", "evil.example/portal.example"],
)  # fmt: skip
async def test_a_forged_host_is_refused(host: str) -> None:  # A18
    async with browser() as client:
        answer = await client.get("/", headers={"Host": host, "X-Forwarded-Host": "portal.example"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "HOST_UNKNOWN"


async def test_in_development_this_machine_is_home_under_every_name() -> None:
    async with browser(application("http://localhost:8000", development=True)) as client:
        for host in ("localhost:8000", "127.0.0.1:8000", "[::1]:8000", "localhost:5173"):
            assert (await client.get("/healthz", headers={"Host": host})).status_code == 200


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("POST", {"Content-Type": "application/x-www-form-urlencoded"}),
        ("POST", {"Content-Type": "text/plain"}),
        ("POST", {"Content-Type": "multipart/form-data; boundary=x"}),
        ("POST", {}),
        ("PUT", {"Content-Type": "image/png"}),
        ("POST", JSON | {"Origin": "https://evil.example"}),
        ("POST", JSON | {"Origin": "null"}),
        ("POST", JSON | {"Origin": "http://portal.example.evil"}),
        ("POST", JSON | {"Origin": "https://portal.example"}),
        ("POST", JSON | {"Sec-Fetch-Site": "cross-site"}),
        ("DELETE", {"Content-Type": "text/plain"}),
    ],
)
async def test_a_forged_form_changes_nothing(method: str, headers: dict[str, str]) -> None:  # A14
    async with browser(with_route(application(), echoing())) as client:
        answer = await client.request(method, "/echo", content=b"{}", headers=headers)
    assert answer.status_code in (403, 415)


async def test_our_own_pages_and_programs_may_post() -> None:
    async with browser(with_route(application(), echoing())) as client:
        for headers in (JSON, JSON | {"Origin": HTTP}, {"Content-Type": "application/json; charset=utf-8"}):
            assert (await client.post("/echo", content=b"{}", headers=headers)).json() == {"bytes": 2}
        picture = {"Content-Type": "image/png", "Antesala-Door": "STAFF"}
        assert (await client.put("/echo", content=b"12", headers=picture)).json() == {"bytes": 2}


async def test_a_body_is_counted_while_it_comes_and_its_length_may_lie() -> None:  # G4
    async def stream(parts: int):  # type: ignore[no-untyped-def]  # handed to httpx
        for _ in range(parts):
            yield b"x" * 65_536

    async with browser(with_route(application(), echoing())) as client:
        assert (await client.post("/echo", content=stream(16), headers=JSON)).json() == {"bytes": 1_048_576}
        assert (await client.post("/echo", content=stream(17), headers=JSON)).status_code == 413
        for length in ("99999999", "-1", "x", "9" * 40):
            answer = await client.post("/echo", content=b"{}", headers=JSON | {"Content-Length": length})
            assert answer.status_code == 413
        packed = await client.post("/echo", content=b"{}", headers=JSON | {"Content-Encoding": "gzip"})
        assert packed.status_code == 415


async def test_every_language_of_a_browser_finds_its_sentence() -> None:
    assert preferred("es-ES,es;q=0.9,en;q=0.8") == "es"
    assert preferred("en-GB,de;q=0.9") == "en"
    assert preferred("fr,ro;q=0.2") == "ro"
    assert preferred("fr;q=x,,;q=2,*") == "en"
    assert preferred("") == "en"


async def test_the_log_holds_no_persons_data() -> None:  # OPS-4, G8, A4
    async def broken(request: Request) -> Response:
        raise ValueError("canary in the error")

    app = with_route(application(development=True, graphql_get=True), Route("/try/{name}", broken))
    query = '{ firmLook(slug: "canary") { name } }'
    with structlog.testing.capture_logs() as lines:
        async with browser(app) as client:
            await client.get("/try/canary?q=canary", headers={"Cookie": "sid-staff=canary", "User-Agent": "canary"})
            await client.post("/graphql", json={"query": query})
            await client.post("/graphql", json={"query": "query canary {", "variables": {"canary": "canary"}})
            await client.get("/graphql", params={"query": query, "variables": '{"canary": "canary"}'})
            await client.post("/graphql", json={"documentId": "canary"})
            await client.get("/canary")
    assert "canary" not in str(lines)
    assert [line["route"] for line in lines if line["event"] == "request"] == [
        "/try/{name}",
        *["/graphql"] * 4,
        "/{path:path}",
    ]
    assert {line["event"] for line in lines} == {"request", "fault"}
