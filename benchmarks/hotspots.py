"""Where the time of a request goes: the application called in this process, without sockets, under a profiler."""

import asyncio
import cProfile
import os
import pstats
import time
from collections.abc import Callable
from typing import Any, Final, TextIO

import orjson
import uvloop
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.types import Message

from benchmarks.data.load import PASSWORD
from benchmarks.data.rows import OWNER_EMAIL, Firm
from benchmarks.peers.peer import OURS, SECRET, Question
from benchmarks.works.work import Work
from server import logs
from server.app import build_app
from server.settings import Settings

_WARM: Final = 30
_HOST: Final = "localhost"

Headers = list[tuple[bytes, bytes]]


def profiled(work: Work, firm: Firm, database_url: str, requests: int, lines: int) -> None:
    """Print the time of a request as it is, then the functions that take most of it under the profiler."""
    settings = Settings(database_url=database_url, secret_key=SecretStr(SECRET), base_url=f"http://{_HOST}")
    with os.fdopen(os.dup(1), "w") as shown, open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 1)  # a line a request is written as in production, and not shown
        logs.for_a_machine()
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_profiled(build_app(settings), work, firm, requests, lines, shown))


async def _profiled(app: Starlette, work: Work, firm: Firm, requests: int, lines: int, shown: TextIO) -> None:
    questions = [OURS.ask(work, variables) for variables in work.variables(firm, 0)]
    async with app.router.lifespan_context(app):
        headers = await _signed_in(app)

        async def ask(count: int) -> None:
            for number in range(count):
                await _answer(app, questions[number % len(questions)], headers)

        await ask(_WARM)
        wall, cpu = time.perf_counter(), time.process_time()
        await ask(requests)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        profile = cProfile.Profile()
        profile.enable()
        await ask(requests)
        profile.disable()
    print(
        f"{work.name}: {wall / requests * 1000:.2f} ms a request, {cpu / requests * 1000:.2f} ms of it Python",
        file=shown,
    )
    statistics = pstats.Stats(profile, stream=shown)
    for order in ("tottime", "cumulative"):
        statistics.strip_dirs().sort_stats(order).print_stats(lines)


async def _signed_in(app: Starlette) -> Headers:
    headers = [(b"host", _HOST.encode()), (b"content-type", b"application/json"), (b"antesala-door", b"STAFF")]
    who = {"email": OWNER_EMAIL, "password": PASSWORD, "door": "STAFF"}
    body = orjson.dumps({"documentId": "sign-in", "variables": {"input": who}}).decode()
    begun, _ = await _answer(app, Question("/graphql", body), headers)
    cookie = next(value for name, value in begun["headers"] if name == b"set-cookie")
    return [*headers, (b"cookie", cookie.partition(b";")[0])]


async def _answer(app: Callable[..., Any], question: Question, headers: Headers) -> tuple[Message, bytes]:
    """One call of the application: how its answer begins, and its body."""
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
