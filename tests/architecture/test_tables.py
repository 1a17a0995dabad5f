"""Every table is either walled or one of the few that belong to no firm; every reference stays inside its firm."""

from collections.abc import AsyncIterator

import asyncpg
import pytest_asyncio

from server.core.database import MODEL_MODULES, credentials

OF_NO_FIRM = {
    "users": "a login belongs to the person, not to a firm; the application's role cannot read it",
    "password_recoveries": "belongs to a login; the application's role cannot read it",
    "rate_limits": "counts strangers too; holds digests only",
    "pgqueuer": "the queue; payloads are ids",
    "pgqueuer_log": "the queue's",
    "pgqueuer_schedules": "the queue's",
    "pgqueuer_statistics": "the queue's",
    "tortoise_migrations": "the history of the tables",
}
"""Tables without `firm_id`, and why."""

HIDDEN_FROM_THE_APPLICATION = {"users", "password_recoveries", "tortoise_migrations"}

NOT_KEYS = {
    ("audit_events", "account_id"): "history outlives what it tells of",
    ("audit_events", "actor_id"): "history outlives what it tells of",
    ("audit_events", "subject_id"): "history outlives what it tells of",
    ("emails", "subject_id"): "a row of any table, in the same firm by row-level security",
    ("emails", "message_id"): "the Message-ID of RFC 5322",
    ("sessions", "person_id"): "a staff member or a contact",
}
"""Columns that end in `_id` and are no foreign key, and why."""


@pytest_asyncio.fixture(loop_scope="session")
async def owner(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection with the rights of the owner of the tables."""
    connection = await asyncpg.connect(**credentials(database_url))
    yield connection
    await connection.close()


async def _tables(owner: asyncpg.Connection) -> set[str]:
    rows = await owner.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return {row["tablename"] for row in rows}


async def test_every_table_is_walled_or_excused(owner: asyncpg.Connection) -> None:  # T3, security.md E6
    walled = {
        row["relname"]
        for row in await owner.fetch(
            "SELECT c.relname FROM pg_class c WHERE c.relrowsecurity AND c.relforcerowsecurity"
            " AND (SELECT array_agg(p.policyname::text ORDER BY p.policyname) FROM pg_policies p"
            "      WHERE p.tablename = c.relname AND p.cmd = 'ALL' AND p.with_check IS NOT NULL)"
            " = ARRAY['firm', 'system']"
        )
    }
    tables = await _tables(owner)
    assert tables == walled | set(OF_NO_FIRM)
    assert not walled & set(OF_NO_FIRM)


async def test_every_walled_table_has_a_firm_and_the_keys_for_it(owner: asyncpg.Connection) -> None:
    for table in await _tables(owner) - set(OF_NO_FIRM) - {"firms"}:
        keys = {
            row["definition"]
            for row in await owner.fetch(
                "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::text::regclass",
                table,
            )
        }
        assert "UNIQUE (firm_id, id)" in keys, table
        assert "FOREIGN KEY (firm_id) REFERENCES firms(id) ON DELETE CASCADE" in keys, table


async def test_no_reference_can_point_into_another_firm(owner: asyncpg.Connection) -> None:  # T2
    columns = await owner.fetch(
        "SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t"
        " USING (table_schema, table_name) WHERE t.table_type = 'BASE TABLE' AND t.table_schema = 'public'"
        " AND c.column_name LIKE '%\\_id' AND c.column_name <> 'firm_id'"
    )
    checked = 0
    for table, column in columns:
        if table in OF_NO_FIRM or (table, column) in NOT_KEYS:
            continue
        definitions = [
            row["definition"]
            for row in await owner.fetch(
                "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint"
                " WHERE contype = 'f' AND conrelid = $1::text::regclass",
                table,
            )
        ]
        if column == "user_id":
            assert "FOREIGN KEY (user_id) REFERENCES users(id)" in definitions, (table, column)
        else:
            assert any(found.startswith(f"FOREIGN KEY (firm_id, {column}) REFERENCES ") for found in definitions), (
                table,
                column,
            )
            alone = [found for found in definitions if found.startswith(f"FOREIGN KEY ({column}) ")]
            assert not alone, (table, column, "a second key, with an ON DELETE of its own")
        checked += 1
    assert checked >= 15


async def test_the_application_role_is_bound_and_cannot_read_logins(owner: asyncpg.Connection) -> None:
    for role in ("antesala_app", "antesala_system"):
        row = await owner.fetchrow("SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = $1", role)
        assert row is not None
        assert not any(row.values())
    for table in await _tables(owner):
        readable = await owner.fetchval("SELECT has_table_privilege('antesala_app', $1, 'SELECT')", table)
        assert readable is (table not in HIDDEN_FROM_THE_APPLICATION), table


async def test_every_model_module_is_known_to_the_database() -> None:
    from tortoise import Tortoise

    modules = {model.__module__ for model in Tortoise.apps["antesala"].values()}
    assert modules == set(MODEL_MODULES)
