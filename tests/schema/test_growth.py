"""A list is not read whole to show a page of it, however many rows there are (decision 0028)."""

import asyncpg
import pytest
import pytest_asyncio

from server.core.database import credentials, execute, fetch, in_firm
from tests.factories.offices import Office, office_of
from tests.schema.asking import ask

SIZE = 4_000
BIG = ("accounts", "contacts", "account_contacts", "account_search")

NUMBERED = """
FROM (SELECT n, md5(n::text || '{firm}')::varchar(26) AS key, md5(n::text) AS name,
             CASE WHEN n % 1000 = 1 THEN 'rare' WHEN n % 10 = 1 THEN 'mark' ELSE 'other' END AS word
        FROM generate_series(1, {size}) n) numbered
"""
ACCOUNTS = f"""
INSERT INTO accounts (firm_id, id, number, name, name_key, type, category, stage, lifecycle, search_words, created_at,
                      last_activity_at, version)
SELECT '{{firm}}', 'acc_' || key, n, name, name, 'INDIVIDUAL', 'CLIENT', 'CLIENT',
       CASE n % 50 WHEN 0 THEN 'ARCHIVED' ELSE 'ACTIVE' END, 'name ' || n || ' ' || word,
       now() - n * interval '1 hour', now() - n % 77 * interval '1 day', 1 {NUMBERED}
"""
CONTACTS = f"""
INSERT INTO contacts (firm_id, id, first_name, last_name, email, email_key, search_words, created_at, version)
SELECT '{{firm}}', 'con_' || key, 'Person', name, key || '@client.example', key || '@client.example',
       'person p' || n || ' client example 600' || n || ' ' || word, now(), 1 {NUMBERED}
"""
LINKS = f"""
INSERT INTO account_contacts (firm_id, id, account_id, contact_id, login, notify, sync, commercial, operational,
                              created_at, version)
SELECT '{{firm}}', 'lnk_' || key, 'acc_' || key, 'con_' || key, n % 3 = 0, true, true, false, false, now(), 1 {NUMBERED}
"""

NODES = "nodes { name portalStatus staff { id } contacts { contact { name } } } pageInfo { endCursor }"
READS = {
    **{
        f"page by {sort}": f"{{ accounts(sort: {sort}, first: 20) {{ {NODES} }} }}"
        for sort in ("NAME_ASC", "NAME_DESC", "CREATED_ASC", "CREATED_DESC", "LAST_ACTIVITY_DESC")
    },
    **{
        f"search {typed!r}": f'{{ accounts(search: "{typed}", first: 20) {{ {NODES} }} }}'
        for typed in ("name", "name 7", "mark", "mark 12", "rare", "rare name", "nothing", "6003999", "client example")
    },
    "search and count": '{ accounts(search: "rare", first: 20) { totalCount } }',
    "search by activity": '{ accounts(search: "mark", sort: LAST_ACTIVITY_DESC, first: 20) { nodes { id } } }',
    "archived": "{ accounts(list: ARCHIVED, first: 20) { nodes { id } } }",
    "offline": "{ accounts(list: OFFLINE, first: 20) { nodes { id } } }",
    "pending": "{ accounts(list: PENDING_ACTIVATION, first: 20) { nodes { id } } }",
    **{
        f"typeahead {typed!r}": f'{{ contacts(search: "{typed}", first: 20) {{ nodes {{ name email }} }} }}'
        for typed in ("per", "person", "rare", "person 39", "6003999", "p7@")
    },
    "pending people": "{ pendingActivations(first: 20) { nodes { contact { name } } } }",
    "pending people found": '{ pendingActivations(search: "mark", first: 20) { nodes { contact { name } } } }',
    "pending person found": '{ pendingActivations(search: "rare", first: 20) { nodes { contact { name } } } }',
}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def crowd(connected: None, database_url: str) -> Office:
    """A firm with thousands of accounts, one person each; one in 10 has the word `mark`, one in 1,000 `rare`."""
    office = await office_of()

    async def fill() -> None:
        for sql in (ACCOUNTS, CONTACTS, LINKS):
            await execute(sql.format(firm=office.id, size=SIZE))

    await in_firm(office.id, fill)
    owner = await asyncpg.connect(**credentials(database_url))
    await owner.execute(f"ANALYZE {', '.join(BIG)}")
    await owner.close()
    return office


@pytest.mark.parametrize("read", READS)
async def test_no_read_of_a_page_scans_a_table(crowd: Office, read: str) -> None:
    async def scans() -> dict[str, int]:
        sql = "SELECT relname, seq_scan FROM pg_stat_xact_user_tables WHERE relname = ANY($1)"
        return {row["relname"]: row["seq_scan"] for row in await fetch(sql, list(BIG))}

    async def work() -> dict[str, int]:
        before = await scans()
        for _ in range(7):  # the fifth is the last whose plan knows the values
            await ask(crowd.owner, READS[read])
        return {table: count - before[table] for table, count in (await scans()).items()}

    assert await in_firm(crowd.id, work) == dict.fromkeys(BIG, 0)
