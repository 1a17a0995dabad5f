"""The application behind a real server and a real socket."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest_asyncio
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from tortoise.connection import get_connection

from server.core.database import fetch, in_firm
from server.web.authentication import Authentication
from server.web.client import Proxies
from tests.server.web.browser import application, with_route


class Quiet(uvicorn.Server):
    """Leaves the test's signals alone."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


async def slow(request: Request) -> Response:
    """Half a second of the database, in a unit of work."""
    await in_firm("firm_slow", lambda: fetch("SELECT pg_sleep(0.3)"))
    return JSONResponse({"done": True})


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def address() -> AsyncIterator[tuple[str, int]]:
    """Where the server listens."""
    listener = socket.create_server(("127.0.0.1", 0))
    host, port = listener.getsockname()[:2]
    ask = Middleware(Authentication, False, Proxies())
    app = with_route(application(f"http://{host}"), Route("/slow", slow, middleware=[ask]))
    server = Quiet(uvicorn.Config(app, log_level="error", access_log=False, server_header=False, lifespan="off"))
    serving = asyncio.create_task(server.serve([listener]))
    while not server.started:
        await asyncio.sleep(0.01)
    yield host, port
    server.should_exit = True
    await serving
    listener.close()


async def sent(address: tuple[str, int], raw: bytes) -> bytes:
    """The answer to these bytes, up to the end of the connection."""
    reader, writer = await asyncio.open_connection(*address)
    writer.write(raw)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), 20)
    writer.close()
    return answer


def head(address: tuple[str, int], first: str, *headers: str) -> bytes:
    return "\r\n".join([f"{first} HTTP/1.1", f"Host: {address[0]}", *headers, "", ""]).encode()


async def test_twenty_clients_that_drop_leave_the_pool_whole(address: tuple[str, int]) -> None:  # R3
    for _ in range(2):
        for _ in range(20):
            _, writer = await asyncio.open_connection(*address)
            writer.write(head(address, "GET /slow", "Cookie: sid-staff=x"))
            await writer.drain()
            writer.close()
    pool = get_connection("default")._pool
    async with httpx.AsyncClient(base_url=f"http://{address[0]}:{address[1]}", timeout=30) as client:
        answers = await asyncio.gather(*(client.get("/slow") for _ in range(40)))
    assert {answer.status_code for answer in answers} == {200}
    async with asyncio.timeout(20):  # what the dropped ones began is finished, then every connection is free
        while pool.get_idle_size() < pool.get_size():
            await asyncio.sleep(0.05)


async def test_no_server_is_named_and_every_answer_is_guarded(address: tuple[str, int]) -> None:  # A17
    for raw in (
        head(address, "GET /healthz", "Connection: close"),
        head(address, "GET /nothing.here", "Connection: close"),
        head(address, "POST /graphql", "Content-Type: text/plain", "Content-Length: 2", "Connection: close") + b"{}",
    ):
        answer = (await sent(address, raw)).decode().lower()
        assert "\r\nserver:" not in answer
        assert "x-content-type-options: nosniff" in answer
        assert "content-security-policy:" in answer


async def test_a_stream_without_end_is_cut_at_the_limit(address: tuple[str, int]) -> None:  # G4
    reader, writer = await asyncio.open_connection(*address)
    writer.write(head(address, "POST /graphql", "Content-Type: application/json", "Transfer-Encoding: chunked"))
    chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    answering, written = asyncio.ensure_future(reader.readuntil(b"}]}")), 0
    while written < 1_000 and not answering.done():
        writer.write(chunk)
        await writer.drain()
        await asyncio.sleep(0)
        written += 1
    answer = await answering
    writer.close()
    assert answer.startswith(b"HTTP/1.1 413")
    assert written < 100


async def test_a_message_that_is_too_large_gets_its_whole_answer(address: tuple[str, int]) -> None:
    async with httpx.AsyncClient(base_url=f"http://{address[0]}:{address[1]}") as client:
        answer = await client.post("/graphql", json={"query": "x" * 2_000_000})
    assert answer.status_code == 413
    assert answer.json()["errors"][0]["extensions"]["code"] == "PAYLOAD_TOO_LARGE"


async def test_a_forged_host_is_refused_on_the_wire(address: tuple[str, int]) -> None:  # A18
    for host in ("evil.example", f"{address[0]}.evil.example", "127.0.0.1@evil.example", ""):
        answer = await sent(address, f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        assert answer.startswith(b"HTTP/1.1 400")
