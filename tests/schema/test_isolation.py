"""Three firms, every role and a stranger: nothing of a firm is read or written from another (security.md B1)."""

import hashlib
from collections.abc import AsyncIterator, Iterable, Iterator

import asyncpg
import orjson
import pytest
import pytest_asyncio

from server.core.actor import Actor, ActorKind
from server.core.database import credentials
from tests.factories.canaries import Cage, cage
from tests.schema.asking import answer_of
from tests.schema.walk import Fill, Operation, operations, pairs, reached, roots

STRANGER = Actor(kind=ActorKind.STRANGER)

NEVER_FILLED = {
    "Account.archivedAt",
    "Email.nextAttemptAt",
    "Invitation.acceptedAt",
    "OtherFirm.id",
    "OtherFirm.name",
    "Viewer.otherFirms",
}
"""Fields that hold nothing in a cage: of states that exclude the others, or of several firms."""

OPEN_BY_DESIGN = {"firmLook", "invitationPreview"}
"""The looks of a firm are for strangers at its door; a preview shows the words it is given."""


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def cages() -> list[Cage]:
    """Three firms full of canaries."""
    return [await cage() for _ in range(3)]


def _fill(text: str, an_id: str) -> Fill:
    """Arguments of one id and one text wherever they are asked for."""
    values = {"ID": an_id, "String": text, "Int": 1, "Boolean": True, "DateTime": "2026-01-01T00:00:00Z"}
    return lambda kind, name: values[kind]


def _operations(kind: str, text: str, ids: Iterable[str]) -> Iterator[Operation]:
    """Every root field with these words in its arguments, with all of them and with the required ones; each id once."""
    for name, field in roots(kind):
        for optional in (True, False):
            made: set[bytes] = set()
            for each in ids:
                asked = list(operations(kind, name, field, _fill(text, each), optional=optional))
                if (key := orjson.dumps(asked[0].variables)) not in made:
                    made.add(key)
                    yield from asked


async def test_own_eyes_reach_every_field(cages: list[Cage]) -> None:
    """The test of the test: with one's own ids all fields of all types come into view."""
    seen: set[str] = set()
    here = cages[0]
    for role in ("owner", "client"):
        for asked in _operations("Query", here.canary, here.ids.values()):
            seen |= reached((await answer_of(here.actors[role], asked.query, **asked.variables))["data"])
    assert sorted(pairs() - seen) == sorted(NEVER_FILLED)


@pytest.mark.parametrize("role", ["owner", "admin", "executive", "analyst", "client", "stranger"])
async def test_no_query_reads_a_foreign_canary(cages: list[Cage], role: str) -> None:  # T1, T10
    here = cages[0]
    actor = STRANGER if role == "stranger" else here.actors[role]
    tried = 0
    for there in cages[1:]:
        for asked in _operations("Query", there.canary, there.ids.values()):
            answer = orjson.dumps(await answer_of(actor, asked.query, **asked.variables)).decode()
            assert asked.field in OPEN_BY_DESIGN or not any(other.canary in answer for other in cages[1:]), asked.field
            tried += 1
    assert tried > 100


async def _digests(owner: asyncpg.Connection, firms: list[str]) -> dict[tuple[str, str], str]:
    """What each table holds of each firm."""
    tables = await owner.fetch(
        "SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND column_name = 'firm_id' AND table_name IN (SELECT tablename FROM pg_tables)"
    )
    found = {}
    for [table] in tables:
        for firm in firms:
            rows = await owner.fetch(
                f"SELECT to_jsonb(t)::text AS row FROM {table} t WHERE firm_id = $1 ORDER BY 1", firm
            )
            text = "\n".join(row["row"] for row in rows)
            found[table, firm] = hashlib.sha256(text.encode()).hexdigest()
    return found


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def owner(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection that sees everything."""
    connection = await asyncpg.connect(**credentials(database_url))
    yield connection
    await connection.close()


@pytest.mark.parametrize("role", ["owner", "executive", "client"])
async def test_no_mutation_touches_a_foreign_firm(
    cages: list[Cage], owner: asyncpg.Connection, role: str
) -> None:  # T2
    here, *others = cages
    firms = [str(other.office.id) for other in others]
    before = await _digests(owner, firms)
    for other in others:
        for asked in _operations("Mutation", other.canary, other.ids.values()):
            if asked.field != "signOut":
                await answer_of(here.actors[role], asked.query, **asked.variables)
    assert await _digests(owner, firms) == before


async def test_a_strangers_id_answers_as_an_unknown_one_everywhere(cages: list[Cage]) -> None:  # T2
    here, there, _ = cages
    compared = 0
    for kind in ("Query", "Mutation"):
        for name, field in roots(kind):
            for prefix, each in there.ids.items():
                answers = set()
                for value in (each, f"{prefix}_{'0' * 26}"):
                    for asked in operations(kind, name, field, _fill("x y", value), optional=False):
                        if value not in orjson.dumps(asked.variables).decode():
                            continue
                        answer = await answer_of(here.office.owner, asked.query, **asked.variables)
                        answers.add(orjson.dumps(answer).decode().replace(value, "ID"))
                        compared += 1
                assert len(answers) <= 1, (name, prefix)
    assert compared > 200
