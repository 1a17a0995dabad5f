"""The application called in this process, without sockets: for looking at it from near."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Final, TextIO, TypeVar

import orjson
import uvloop
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.types import Message

from benchmarks.data.load import PASSWORD
from benchmarks.data.rows import OWNER_EMAIL
from benchmarks.peers.peer import SECRET, Question
from benchmarks.places import STATE
from server import logs
from server.app import build_app
from server.settings import Settings

T = TypeVar("T")

_HOST: Final = "localhost"

Headers = list[tuple[bytes, bytes]]
Ask = Callable[[Question], Coroutine[Any, Any, bytes]]
"""Puts a question as a staff member who is signed in; the body of the answer."""


def run(work: Callable[[TextIO], Coroutine[Any, Any, T]]) -> T:
    """Run it on the loop that production uses. What production logs is written beside the results.

    The work is handed where to write what is to be shown.
    """
    with os.fdopen(os.dup(1), "w") as shown, (STATE / "inside.log").open("wb") as log:
        os.dup2(log.fileno(), 1)
        try:
            logs.for_a_machine()
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                return runner.run(work(shown))
        finally:
            os.dup2(shown.fileno(), 1)


@asynccontextmanager
async def signed_in(database_url: str) -> AsyncIterator[Ask]:
    """The whole application on a database, and the owner of the large firm in it."""
    settings = Settings(database_url=database_url, secret_key=SecretStr(SECRET), base_url=f"http://{_HOST}")
    app = build_app(settings)
    async with app.router.lifespan_context(app):
        headers = await _come_in(app)

        async def ask(question: Question) -> bytes:
            _, answered = await _call(app, question, headers)
            return answered

        yield ask


async def _come_in(app: Starlette) -> Headers:
    headers = [(b"host", _HOST.encode()), (b"content-type", b"application/json"), (b"antesala-door", b"STAFF")]
    who = {"email": OWNER_EMAIL, "password": PASSWORD, "door": "STAFF"}
    body = orjson.dumps({"documentId": "sign-in", "variables": {"input": who}}).decode()
    begun, _ = await _call(app, Question("/graphql", body), headers)
    cookie = next(value for name, value in begun["headers"] if name == b"set-cookie")
    return [*headers, (b"cookie", cookie.partition(b";")[0])]


async def _call(app: Starlette, question: Question, headers: Headers) -> tuple[Message, bytes]:
    """One call of the application: how its answer begins, and its body. Refuses an answer with errors."""
    body, sent = question.body.encode(), list[Message]()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": question.path,
        "raw_path": question.path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [*headers, (b"content-length", str(len(body)).encode())],
        "client": ("127.0.0.1", 50000),
        "server": (_HOST, 80),
        "state": {},
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    answered = b"".join(message.get("body", b"") for message in sent[1:])
    if sent[0]["status"] != 200 or b'"errors":' in answered:
        raise RuntimeError(f"{sent[0]['status']}: {answered[:2000]!r}")
    return sent[0], answered
