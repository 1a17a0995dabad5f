"""Everything in one process for the machine of one person: database, mail sink, web server, worker.

Production runs the same parts apart from each other (`python -m server serve`, `… worker`), with its own PostgreSQL
and mail server.
"""

import asyncio
import contextlib
import gc
import json
import shutil
import signal
import socket
from collections.abc import AsyncIterator, Coroutine, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import structlog
import uvicorn
from starlette.types import ASGIApp
from uvicorn.loops.auto import auto_loop_factory

from schema.live.socket import LONGEST_MESSAGE
from server import worker
from server.app import build_app
from server.core import database
from server.core.faults import is_database_fault
from server.core.migrate import migrate
from server.demo import make
from server.embedded import mailbox
from server.embedded.postgres import erase, is_in_use
from server.embedded.sink import Sink
from server.machine import CannotRun, alone, listening, with_database
from server.settings import Settings
from server.welcome import SignIn, Welcome

log = structlog.get_logger()


class Web(uvicorn.Server):
    """A web server that leaves signals to us: the parts stop in an order of their own."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def run(settings: Settings) -> None:
    """Start all parts, show where they are, and work until Ctrl-C or SIGTERM; blocking."""
    with alone(settings.data), listening(settings) as listener, with_database(settings) as ready:
        in_loop(_work(_with_address(ready, listener), listener))


def in_loop(work: Coroutine[Any, Any, None]) -> None:
    """Run on the fastest event loop there is: uvloop, but where it does not exist; blocking.

    An answer is some thousand objects that end with it; looking for circles among them at every 700th costs a fifth of
    its time and finds none.
    """
    gc.set_threshold(100_000, 20, 50)
    with asyncio.Runner(loop_factory=auto_loop_factory()) as runner:
        runner.run(work)


def reset(settings: Settings) -> None:
    """Throw the embedded database and the caught e-mails away. Refuses while they are in use."""
    with alone(settings.data):
        if is_in_use(settings.data / "postgres"):
            raise CannotRun("The database is in use by another command; let it end first.")
        erase(settings.data / "postgres")
        shutil.rmtree(settings.data / "mailbox", ignore_errors=True)
        (settings.data / "sign-ins.json").unlink(missing_ok=True)


async def serve(settings: Settings) -> None:
    """The web server alone, until a signal."""
    with listening(settings) as listener:
        web = _web(build_app(settings))
        async with _signals() as stop:
            serving = asyncio.create_task(web.serve([listener]))
            await asyncio.wait({serving, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED)
            web.should_exit = True
            await serving


async def work(settings: Settings) -> None:
    """The worker alone, until a signal. A database that is away when it starts is waited for (K3)."""
    async with _signals() as stop:
        try:
            if await _connected(settings, stop):
                await worker.run(settings, stop)
        finally:
            await database.disconnect()


async def _connected(settings: Settings, stop: asyncio.Event) -> bool:
    """Connect, trying every second; False where it is told to stop before."""
    while not stop.is_set():
        try:
            await database.connect(settings.database_url, pool=settings.database_pool)
        except Exception as fault:
            if not is_database_fault(fault):
                raise
            log.warning("database.away", kind=type(fault).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), 1)
        else:
            return True
    return False


def _with_address(settings: Settings, listener: socket.socket) -> Settings:
    changes: dict[str, object] = {"development": True}
    if "base_url" not in settings.model_fields_set:
        changes["base_url"] = f"http://localhost:{listener.getsockname()[1]}"
    return settings.model_copy(update=changes)


async def _work(settings: Settings, listener: socket.socket) -> None:
    welcome = Welcome()
    await migrate(settings.database_owner_url or settings.database_url)
    caught = settings.data / "mailbox"
    sink = None if settings.smtp_host else await Sink.start(caught)
    if sink is not None:
        settings = settings.model_copy(update={"smtp_host": "127.0.0.1", "smtp_port": sink.port, "smtp_tls": "none"})
    web = _web(build_app(settings, extra_routes=mailbox.routes(caught) if sink else []))
    async with _signals() as stop:
        serving = asyncio.create_task(web.serve([listener]))
        try:
            await _started(web, serving)
            working = asyncio.create_task(worker.run(settings, stop))
            making = asyncio.create_task(_demo(settings.data, welcome))
            stopping = asyncio.create_task(stop.wait())
            await asyncio.wait({making, stopping, working, serving}, return_when=asyncio.FIRST_COMPLETED)
            if making.done():
                welcome.show(settings, making.result(), has_mailbox=sink is not None)
                await asyncio.wait({stopping, working, serving}, return_when=asyncio.FIRST_COMPLETED)
            welcome.goodbye()
            stop.set()
            await working  # before the web server, whose end closes the pool
        finally:
            web.should_exit = True
            await serving
    if sink is not None:
        await sink.stop()


async def _demo(data: Path, welcome: Welcome) -> list[SignIn]:
    """The sign-ins of the demo firm, which is made if there is no firm at all; kept beside the data."""
    kept = data / "sign-ins.json"

    async def is_empty() -> bool:
        return not await database.fetch("SELECT id FROM firms LIMIT 1")

    if await database.across_firms(is_empty):
        welcome.say("Making a firm with demo data")
        people = [SignIn(one.who, one.door, one.email, one.password) for one in await make.make()]
        kept.write_text(json.dumps([asdict(person) for person in people]))
    return [SignIn(**facts) for facts in json.loads(kept.read_text())] if kept.exists() else []


async def _started(web: Web, serving: "asyncio.Task[None]") -> None:
    while not web.started:
        if serving.done():
            await serving
            raise CannotRun("The web server did not start.")
        await asyncio.sleep(0.02)


def _web(app: ASGIApp) -> Web:
    return Web(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=5,
            ws_max_size=LONGEST_MESSAGE,
            ws_per_message_deflate=False,  # messages are small, and a compressor for each socket is not
            lifespan="on",
        )
    )


@contextlib.asynccontextmanager
async def _signals() -> AsyncIterator[asyncio.Event]:
    """An event that Ctrl-C, SIGTERM and a closed terminal set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    wanted = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    for number in wanted:
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in wanted:
            loop.remove_signal_handler(number)
