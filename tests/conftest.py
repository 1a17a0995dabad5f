"""One PostgreSQL for the whole run, one database a worker, cloned from a migrated template.

Tests do not clean up behind each other: each makes a firm of its own, and firms cannot see each other.
"""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from server.core import database, tokens
from server.core.migrate import migrate
from server.embedded.postgres import EmbeddedPostgres

ROOT = Path(__file__).parent.parent
SECRET = "a secret of the tests, long enough to be one"

pytest_plugins = ["tests.factories.offices", "tests.factories.people"]


def pytest_configure(config: pytest.Config) -> None:
    """Start the server once, in the process that all workers descend from, and migrate the template."""
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    postgres = EmbeddedPostgres.start(ROOT / "var" / "test-postgres", durable=False)
    config.add_cleanup(postgres.stop)
    os.environ["ANTESALA_TEST_DATABASE"] = postgres.url
    os.environ["ANTESALA_TEST_RUN"] = str(os.getpid())
    asyncio.run(_make_template(postgres.url))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys last: their worker lives to the end of the run, and would deliver the e-mails that other tests queue."""
    items.sort(key=lambda item: "journeys" in item.path.parts)


@pytest.fixture(scope="session")
def database_url(worker_id: str) -> Iterator[str]:
    """The address of this worker's own database, fresh from the template."""
    url = os.environ["ANTESALA_TEST_DATABASE"]
    name = f"run_{os.environ['ANTESALA_TEST_RUN']}_{worker_id}"
    asyncio.run(_on_server(url, f'CREATE DATABASE "{name}" TEMPLATE "template_{_digest_of_migrations()}"'))
    yield on(url, name)
    asyncio.run(_on_server(url, f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest_asyncio.fixture(scope="session", loop_scope="session", autouse=True)
async def connected(database_url: str) -> AsyncIterator[None]:
    """The pool of the application, bound by row-level security as in production."""
    tokens.use_secret(SECRET)
    await database.connect(database_url, pool=20)
    yield
    await database.disconnect()


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def nobody_has_tried_anything(connected: None) -> None:
    """Limits count by network and address, which tests share: each begins with none used up."""
    await database.across_firms(lambda: database.execute("DELETE FROM rate_limits"))


def on(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return url.replace("/antesala?", f"/{name}?")


async def _make_template(url: str) -> None:
    name = f"template_{_digest_of_migrations()}"
    connection = await asyncpg.connect(**database.credentials(url))
    try:
        if await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            return
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}_new" WITH (FORCE)')
        await connection.execute(f'CREATE DATABASE "{name}_new"')
        await migrate(on(url, f"{name}_new"))
        await connection.execute(f'ALTER DATABASE "{name}_new" RENAME TO "{name}"')
    finally:
        await connection.close()


async def _on_server(url: str, sql: str) -> None:
    connection = await asyncpg.connect(**database.credentials(url))
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def _digest_of_migrations() -> str:
    files = [*sorted((ROOT / "server" / "migrations").glob("*.py")), ROOT / "server/core/isolation.py"]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
