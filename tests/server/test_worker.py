"""The worker's jobs and timers, on the real queue."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from server import worker
from server.core import jobs
from server.core.database import across_firms, credentials, execute, fetch, in_firm
from server.core.ids import new_id

ROOT = Path(__file__).parents[2]
done: list[dict[str, Any]] = []
tries: list[int] = []


@jobs.handler("tests.note")
async def note(payload: dict[str, Any]) -> None:
    done.append(payload)


@jobs.handler("tests.fail_once")
async def fail_once(payload: dict[str, Any]) -> None:
    tries.append(1)
    if len(tries) == 1:
        raise ValueError("ana@client.example must stand in no log")
    done.append(payload)


@asynccontextmanager
async def minding(database_url: str) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.create_task(worker.mind(database_url, stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(task, 20)


@pytest.fixture(autouse=True)
def fresh() -> None:
    done.clear()
    tries.clear()


async def until_done(payload: dict[str, Any], seconds: float = 15) -> None:
    async with asyncio.timeout(seconds):
        while payload not in done:
            await asyncio.sleep(0.05)


async def put(name: str, payload: dict[str, Any]) -> None:
    await in_firm(new_id("firm"), lambda: jobs.enqueue(name, payload))


async def test_a_job_is_done_with_its_payload(database_url: str) -> None:
    async with minding(database_url):
        await asyncio.sleep(0.5)
        await put("tests.note", {"number": 1, "text": "Ñandú"})
        await until_done({"number": 1, "text": "Ñandú"}, seconds=5)


async def test_a_job_of_a_change_that_failed_is_not_done(database_url: str) -> None:
    async def work() -> None:
        await jobs.enqueue("tests.note", {"number": 2})
        raise RuntimeError("the change failed")

    with pytest.raises(RuntimeError, match="the change failed"):
        await in_firm(new_id("firm"), work)
    async with minding(database_url):
        await put("tests.note", {"number": 3})
        await until_done({"number": 3})
    assert {"number": 2} not in done


async def test_a_job_that_fails_is_done_again_and_its_words_stand_in_no_log(
    database_url: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    async with minding(database_url):
        await put("tests.fail_once", {"number": 4})
        await until_done({"number": 4})
    assert len(tries) == 2
    kept = await across_firms(lambda: fetch("SELECT * FROM pgqueuer_log WHERE entrypoint = 'tests.fail_once'"))
    assert kept
    printed = capsys.readouterr()
    for text in (str(kept), caplog.text, printed.out, printed.err):
        assert "ana@client.example" not in text


async def test_jobs_go_on_when_the_database_dropped_the_connection(database_url: str) -> None:  # K3
    async with minding(database_url):
        await put("tests.note", {"number": 5})
        await until_done({"number": 5})
        owner = await asyncpg.connect(**credentials(database_url))
        cut = await owner.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE application_name = 'antesala jobs' AND datname = current_database()"
        )
        await owner.close()
        assert cut == 1
        await put("tests.note", {"number": 6})
        await until_done({"number": 6})


async def test_a_stopping_worker_waits_for_the_job_it_has_begun(database_url: str) -> None:  # L4
    async with minding(database_url):
        await put("tests.slow", {"number": 7})
        async with asyncio.timeout(10):
            while not tries:
                await asyncio.sleep(0.02)
    assert done == [{"number": 7}]


@jobs.handler("tests.slow")
async def slow(payload: dict[str, Any]) -> None:
    tries.append(1)
    await asyncio.sleep(0.7)
    done.append(payload)


async def test_the_sweep_removes_what_is_old_and_nothing_else() -> None:
    async def prepare() -> None:
        for days in (1, 20):
            await execute(
                "INSERT INTO pgqueuer_log (created, job_id, status, priority, entrypoint)"
                " VALUES (now() - $1 * interval '1 day', 0, 'successful', 0, 'tests.swept')",
                days,
            )

    await across_firms(prepare)
    await worker.sweep()
    left = await across_firms(lambda: fetch("SELECT created FROM pgqueuer_log WHERE entrypoint = 'tests.swept'"))
    assert len(left) == 1


def test_the_worker_knows_every_module_that_registers_a_job_or_a_timer() -> None:
    registering = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "server").rglob("*.py")
        if re.search(r"^@jobs\.(handler|timer)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert registering - {"server.worker"} == set(worker.JOB_MODULES)
