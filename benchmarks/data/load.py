"""A database filled once and kept: each run works on a copy of it."""

import asyncio
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias

import asyncpg

from benchmarks.data import rows, words
from benchmarks.places import ROOT, STATE
from server.core.database import credentials
from server.core.migrate import migrate
from server.embedded.postgres import EmbeddedPostgres
from server.identity.passwords import hash_password

PASSWORD: Final = "a password of the benchmark"

FOR_ALL: Final = ("random_page_cost = 1.1",)
"""What this server tells PostgreSQL of the disks, told to it for every server."""

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
Tell = Callable[[str], None]
"""Says what is being done."""


def start(name: str = "postgres") -> EmbeddedPostgres:
    """The server of all runs, or one apart. Nothing waits for the disk, so that it is programs that are compared."""
    return EmbeddedPostgres.start(STATE / name, durable=False)


def on(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return url.replace("/antesala?", f"/{name}?")


async def connect(url: str) -> Connection:
    """As the owner of everything, whom row-level security does not bind."""
    return await asyncpg.connect(**credentials(url))


@contextmanager
def turn(tell: Tell) -> Iterator[None]:
    """Who measures waits for others to end: two at once would measure one another."""
    STATE.mkdir(parents=True, exist_ok=True)
    with (STATE / "turn.lock").open("w") as lock:
        tell("waiting for another run to end")
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def copied(accounts: int, tell: Tell) -> Iterator[tuple[EmbeddedPostgres, str]]:
    """A running server, and the URL of a copy of the loaded database that is this run's alone."""
    with turn(tell):
        tell("starting PostgreSQL")
        postgres, name = start(), f"run_{os.getpid()}"
        try:
            asyncio.run(_copy(postgres.url, accounts, tell, name))
            yield postgres, on(postgres.url, name)
        finally:
            asyncio.run(run(postgres.url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
            postgres.stop()


async def _copy(url: str, accounts: int, tell: Tell, name: str) -> None:
    source = await loaded(url, accounts, tell)
    tell("copying the database")
    for left in await _databases(url, "run"):
        if not Path(f"/proc/{left.removeprefix('run_')}").exists():
            await run(url, f'DROP DATABASE "{left}" WITH (FORCE)')
    await run(url, f'CREATE DATABASE "{name}" TEMPLATE "{source}" STRATEGY file_copy')
    for setting in FOR_ALL:
        await run(url, f'ALTER DATABASE "{name}" SET {setting}')


async def loaded(url: str, accounts: int, tell: Tell) -> str:
    """The name of the database with this many accounts in its large firm; filled if it is not there yet."""
    name = f"load_{_digest()}_{accounts}"
    kept = await _databases(url, "load")
    if name in kept:
        return name
    for old in kept:
        if old.endswith((f"_{accounts}", "_unfinished")):
            await run(url, f'DROP DATABASE "{old}" WITH (FORCE)')
    unfinished = f"{name}_unfinished"
    await run(url, f'CREATE DATABASE "{unfinished}"')
    tell("migrating")
    await migrate(on(url, unfinished))
    await fill(on(url, unfinished), rows.firms(accounts), tell)
    await run(url, f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')
    return name


async def fill(url: str, firms: list[rows.Firm], tell: Tell) -> None:
    """Write the rows of the firms, then let the planner look at them."""
    password_hash = await hash_password(PASSWORD)
    connection = await connect(url)
    total, done = sum(firm.accounts for firm in firms), 0
    try:
        indexes = await _without_word_indexes(connection)
        for firm in firms:
            await _write(connection, rows.office(firm, password_hash))
            for part in rows.register(firm):
                await _write(connection, part)
                done += len(part["accounts"])
                tell(f"loading {done:,} of {total:,} accounts")
        tell("indexing")
        await connection.execute("SET maintenance_work_mem = '1GB'")
        for index in indexes:
            await connection.execute(index)
        tell("looking at the tables (VACUUM ANALYZE)")
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()


async def _without_word_indexes(connection: Connection) -> list[str]:
    """Drop the indexes of words, which are made faster afterwards; the statements that make them."""
    found = await connection.fetch(
        "SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made"
        " FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_am ON pg_am.oid = relam"
        " WHERE amname = 'gin' AND relnamespace = 'public'::regnamespace"
    )
    for index in found:
        await connection.execute(f"DROP INDEX {index['name']}")
    return [index["made"] for index in found]


async def _write(connection: Connection, parts: rows.Rows) -> None:
    """COPY table by table.

    What stands beside accounts is written before them, without a look at keys, which are right by construction, and
    without triggers: those of the accounts find it all there.
    """
    async with connection.transaction():
        for table, found in parts.items():
            columns = await _columns(connection, table)
            names = [name for name in found[0] if name in columns]
            role = "replica" if table in rows.BESIDE_ACCOUNTS else "origin"
            await connection.execute(f"SET LOCAL session_replication_role = {role}")
            records = (tuple(row[name] for name in names) for row in found)
            await connection.copy_records_to_table(table, records=records, columns=names)


async def _columns(connection: Connection, table: str) -> set[str]:
    """The columns that can be written."""
    found = await connection.fetch(
        "SELECT attname FROM pg_attribute"
        " WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
        table,
    )
    return {row["attname"] for row in found}


async def _databases(url: str, kind: str) -> list[str]:
    connection = await connect(url)
    try:
        found = await connection.fetch("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", f"{kind}_")
        return [row["datname"] for row in found]
    finally:
        await connection.close()


async def run(url: str, sql: str) -> None:
    """Some SQL as the owner."""
    connection = await connect(url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def _digest() -> str:
    """Of what the data depends on."""
    sources: list[Path] = [
        *sorted((ROOT / "server" / "migrations").glob("*.py")),
        ROOT / "server" / "core" / "isolation.py",
        ROOT / "server" / "core" / "normalise.py",
        Path(rows.__file__),
        Path(words.__file__),
    ]
    return hashlib.sha256(b"".join(file.read_bytes() for file in sources)).hexdigest()[:10]
