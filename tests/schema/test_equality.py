"""The planned read path answers as plain graphql-core with naive resolvers does, to the byte, errors included.

Operations are made at random from the schema, for every role, over a register in which everything occurs, and over
one in which things stand that must never be there. The same ones in every run; with EQUALITY_EXAMPLES=5000 in the
environment as many new ones.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from schema.cost import budget_of, cost_of
from schema.documents import core, document
from schema.limits import TooComplex
from schema.reading.keyset import encode
from server.core import clock
from server.core.actor import Actor
from tests.factories.registers import NOW, Register, register_of, spoil
from tests.schema.desk import Desk
from tests.schema.equality import Asked, assert_equal, naive, planned
from tests.schema.generated import Words, operations
from tests.schema.naive import NaiveReader

EXAMPLES = int(os.environ.get("EQUALITY_EXAMPLES", "0"))
ROLES = ["owner", "client", "executive", "client", "analyst", "owner", "stranger"]
"""Those oftener that see most, or least of what there is."""

CURSORS = """{
  a: accounts(first: 2) { edges { cursor node { timeline(first: 2) { edges { cursor } } } } }
  b: accounts(first: 2, sort: CREATED_DESC) { edges { cursor } }
  c: contacts(first: 2) { edges { cursor } }
  d: staff(first: 2) { edges { cursor } }
  e: pendingActivations(first: 1) { edges { cursor } }
}"""

made = settings(
    max_examples=EXAMPLES or 500,
    deadline=None,
    derandomize=not EXAMPLES,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)


@dataclass(frozen=True)
class Place:
    """A register, the words to ask it with, and the naive reader."""

    here: Register
    words: Words
    reader: NaiveReader


@pytest.fixture(scope="module")
def desk(database_url: str) -> Iterator[Desk]:
    """The connection of the naive reader."""
    with Desk(database_url) as found:
        yield found


@pytest_asyncio.fixture(loop_scope="session", scope="module", params=["tidy", "spoilt"])
async def place(request: pytest.FixtureRequest, desk: Desk) -> Place:
    """A register as it should be; and one with values that no enum knows, and JSON of the wrong shape."""
    found = await _place(desk)
    if request.param == "spoilt":
        with clock.at(NOW):
            await spoil(found.here)
    return found


async def _place(desk: Desk) -> Place:
    with clock.at(NOW):
        here, there = await register_of(), await register_of("Elsewhere")
        answer = await planned(here.office.owner, Asked(CURSORS, {}))
    ids = [each for of_kind in here.ids.values() for each in of_kind[:2]]
    foreign = [of_kind[0] for of_kind in there.ids.values()]
    cursors = [*_cursors(answer["data"]), encode(["2026-05-04 10:00:00+00", "acc_"]), "nonsense", ""]
    texts = ["ana", "gar", "Zoë B", "1000", "+40 700", "%", "", "nobody at all"]
    return Place(here, Words([*ids, *foreign, f"acc_{'0' * 26}", "x"], cursors, texts), NaiveReader(desk))


def _cursors(data: Any) -> list[str]:
    if isinstance(data, list):
        return [each for item in data for each in _cursors(item)]
    if isinstance(data, dict):
        own = [data["cursor"]] if "cursor" in data else []
        return [*own, *(each for value in data.values() for each in _cursors(value))]
    return []


@pytest.mark.timeout(0 if EXAMPLES else 120)
@made
@given(data=st.data())
async def test_generated_operations_answer_alike(place: Place, data: st.DataObject) -> None:
    role = data.draw(st.sampled_from(ROLES), label="role")
    asked = data.draw(operations(place.words), label="operation")
    actor = place.here.actors[role]
    with clock.at(NOW):
        if not _runs(asked, actor):
            reject()
        assert_equal(asked, await planned(actor, asked), await naive(place.reader, actor, asked))


def _runs(asked: Asked, actor: Actor) -> bool:
    """Whether it comes to be executed at all: it is within its limits, and valid (or the generator is wrong)."""
    ready = document(asked.query)
    if ready.errors and isinstance(ready.errors[0], TooComplex):
        return False
    assert not ready.errors, f"\n{asked}\n{ready.errors}"
    operation = ready.operation(None)
    assert operation is not None
    return cost_of(core, operation, ready.fragments, asked.variables) <= budget_of(actor)
