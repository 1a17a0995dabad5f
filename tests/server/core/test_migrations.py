"""The tables can go up, down, and up again with rows in them."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator

import asyncpg
import pytest

from server.core.database import credentials

MIGRATE = "import asyncio, sys; from server.core.migrate import migrate; asyncio.run(migrate(*sys.argv[1:]))"

SCHEMA = """
SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
 WHERE table_schema = 'public' ORDER BY 1, 2
"""
WALLS = "SELECT tablename, policyname, qual FROM pg_policies ORDER BY 1, 2"
KEYS = "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint ORDER BY 1, 2"

ROWS = """
INSERT INTO firms (id, name, slug, language, time_zone, accent_color, allow_accounts_without_contacts,
  tell_on_access_removed, client_invitation_days, staff_invitation_days, reminder_days, last_account_number,
  created_at, version)
VALUES ('firm_1', 'Keller', 'keller', 'de', 'Europe/Berlin', '#2f5d8a', false, true, 30, 7, '[3]', 1, now(), 1);
INSERT INTO accounts (id, firm_id, number, name, name_key, type, category, stage, lifecycle, search_words,
  created_at, last_activity_at, version)
VALUES ('acc_1', 'firm_1', 1, 'Muster', 'muster', 'COMPANY', 'CLIENT', 'CLIENT', 'ACTIVE', 'muster', now(), now(), 1);
"""


@pytest.fixture
def empty() -> Iterator[str]:
    """A database of its own without tables."""
    url, name = os.environ["ANTESALA_TEST_DATABASE"], f"migrations_{os.getpid()}"
    asyncio.run(_on(url, f'CREATE DATABASE "{name}"'))
    yield url.replace("/antesala?", f"/{name}?")
    asyncio.run(_on(url, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def _on(url: str, sql: str) -> None:
    connection = await asyncpg.connect(**credentials(url))
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


async def _shape(url: str) -> list[list[tuple[object, ...]]]:
    connection = await asyncpg.connect(**credentials(url))
    try:
        return [[tuple(row) for row in await connection.fetch(sql)] for sql in (SCHEMA, WALLS, KEYS)]
    finally:
        await connection.close()


async def _rows(url: str) -> int:
    connection = await asyncpg.connect(**credentials(url))
    try:
        return int(await connection.fetchval("SELECT count(*) FROM accounts WHERE search_words = 'muster'"))
    finally:
        await connection.close()


def _start(url: str, *target: str) -> "subprocess.Popen[bytes]":
    """In a process of its own: the ORM's state is one a process."""
    return subprocess.Popen([sys.executable, "-c", MIGRATE, url, *target])


def test_up_down_and_up_again_with_rows(empty: str) -> None:
    assert _start(empty).wait(60) == 0
    first = asyncio.run(_shape(empty))
    asyncio.run(_on(empty, ROWS))

    assert _start(empty, "antesala.0001_initial").wait(60) == 0
    assert asyncio.run(_rows(empty)) == 1
    assert _start(empty).wait(60) == 0

    assert asyncio.run(_shape(empty)) == first
    assert asyncio.run(_rows(empty)) == 1


def test_processes_that_start_at_once_migrate_once(empty: str) -> None:
    processes = [_start(empty) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
