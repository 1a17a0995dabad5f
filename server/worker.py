"""The other root: sends the e-mails, does the jobs, and minds the timers, until it is told to stop.

Runs inside `make run` and as a process of its own (`python -m server worker`); any number of them may run at once.
"""

import asyncio
import contextlib
import importlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import asyncpg
import orjson
import structlog
from pgqueuer import PgQueuer
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.core.executors import DatabaseRetryEntrypointExecutor, EntrypointExecutorParameters
from pgqueuer.models import Job, Schedule

from server.core import jobs, tokens
from server.core.database import APP_ROLE, across_firms, credentials, execute
from server.mail import origin
from server.mail.deliver import Pace, deliver
from server.mail.smtp import MailServer
from server.settings import Settings

log = structlog.get_logger()

JOB_MODULES = (
    "server.identity.recovery_job",
    "server.identity.sweep_job",
    "server.invitations.fresh",
    "server.invitations.pending",
    "server.invitations.remind",
)
"""Every module that registers a job or a timer; a test finds the one that is missing here."""

MOST_TRIES = 5
GRACE = 15.0
"""Seconds a stopping worker gives its running jobs."""


class JobFailed(Exception):
    """What the queue learns of a failed job: the kind of error, and nothing of what was in it."""


async def run(settings: Settings, stop: asyncio.Event, *, pace: Pace | None = None) -> None:
    """Work until `stop` is set, then finish what is in hand. The pool must be open and the tables migrated.

    `pace` is for tests that cannot wait a minute for the second attempt.
    """
    tokens.use_secret(settings.secret_key.get_secret_value())
    origin.use_base_url(settings.base_url)
    for module in JOB_MODULES:
        importlib.import_module(module)
    async with asyncio.TaskGroup() as parts:
        parts.create_task(
            deliver(
                mail_server(settings),
                sender=settings.mail_from,
                database_url=settings.database_url,
                stop=stop,
                pace=pace,
            )
        )
        parts.create_task(mind(settings.database_url, stop))


def mail_server(settings: Settings) -> MailServer:
    """The mail server the settings name."""
    return MailServer(
        host=settings.smtp_host or "localhost",
        port=settings.smtp_port,
        user=settings.smtp_user,
        password=settings.smtp_password.get_secret_value(),
        tls=settings.smtp_tls,
        introduce_as=origin.host(),
    )


async def mind(database_url: str, stop: asyncio.Event) -> None:
    """Do jobs and timers until `stop`; when the database goes away, wait for it and go on (K3)."""
    while not stop.is_set():
        try:
            await _mind_over_one_connection(database_url, stop)
        except Exception as fault:
            log.warning("jobs.interrupted", fault=type(fault).__name__)
        if not stop.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), 1)


async def _mind_over_one_connection(database_url: str, stop: asyncio.Event) -> None:
    connection: Any = await asyncpg.connect(
        **credentials(database_url),
        timeout=5,
        server_settings={"application_name": "antesala jobs", "role": APP_ROLE},
    )
    lost = asyncio.Event()
    connection.add_termination_listener(lambda _: lost.set())
    queue = _queue(connection)
    working = asyncio.create_task(queue.run(shutdown_on_listener_failure=True))
    ends = [asyncio.create_task(stop.wait()), asyncio.create_task(lost.wait())]
    try:
        await asyncio.wait([working, *ends], return_when=asyncio.FIRST_COMPLETED)
        if stop.is_set() and not lost.is_set():
            queue.shutdown.set()
            await asyncio.wait([working], timeout=GRACE)
        if working.done():
            await working
    finally:
        for task in (working, *ends):
            task.cancel()
        await asyncio.wait([working], timeout=5)
        connection.terminate()


def _queue(connection: Any) -> PgQueuer:
    """A queue that knows every handler and timer of the domains."""
    queue = PgQueuer(AsyncpgDriver(connection))
    for name, handler in jobs.handlers.items():
        queue.entrypoint(name, executor_factory=_patient)(_job(name, handler))
    for name, (cron, timer) in jobs.timers.items():
        queue.schedule(name, cron, clean_old=True)(_timer(name, timer))
    return queue


def _patient(parameters: EntrypointExecutorParameters) -> DatabaseRetryEntrypointExecutor:
    """Five tries, the pause between them doubling from two seconds."""
    return DatabaseRetryEntrypointExecutor(
        parameters=parameters, max_attempts=MOST_TRIES - 1, initial_delay=timedelta(seconds=2)
    )


def _job(name: str, handler: jobs.Handler) -> Callable[[Job], Awaitable[None]]:
    async def do(job: Job) -> None:
        payload = orjson.loads(job.payload or b"{}")
        await _done(name, lambda: handler(payload), attempt=job.attempts)

    return do


def _timer(name: str, timer: jobs.Timer) -> Callable[[Schedule], Awaitable[None]]:
    async def do(schedule: Schedule) -> None:
        await _done(name, timer)

    return do


async def _done(name: str, work: Callable[[], Awaitable[None]], **context: int) -> None:
    """Do it. A failure is logged by its kind and place; its words may hold a person's data and go nowhere."""
    try:
        await work()
    except Exception as fault:
        log.error("job.failed", job=name, fault=type(fault).__name__, at=_place(fault), **context)
        raise JobFailed(f"{name}: {type(fault).__name__}") from None


def _place(fault: BaseException) -> str:
    """Where it was raised, as `file:line`."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""


@jobs.timer("worker.sweep", "43 * * * *")
async def sweep() -> None:
    """Throw away what nobody reads any more: what the queue did weeks ago."""

    async def work() -> None:
        await execute("DELETE FROM pgqueuer_log WHERE created < now() - interval '14 days'")
        await execute("DELETE FROM pgqueuer_statistics WHERE created < now() - interval '90 days'")

    await across_firms(work)
