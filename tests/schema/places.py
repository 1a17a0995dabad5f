"""Where the planned and the naive read path are held against each other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
import pytest_asyncio

from schema.reading.keyset import encode
from server.core import clock
from tests.factories.registers import NOW, Register, register_of
from tests.factories.spoilt import spoil
from tests.schema.desk import Desk
from tests.schema.equality import Asked, planned
from tests.schema.generated import Words
from tests.schema.naive import NaiveReader

CURSORS = """{
  accounts(first: 2) { edges { cursor node { timeline(first: 2) { edges { cursor } } } } }
  newest: accounts(first: 2, sort: CREATED_DESC) { edges { cursor } }
  contacts(first: 2) { edges { cursor } }
  staff(first: 2) { edges { cursor } }
  pendingActivations(first: 1) { edges { cursor } }
}"""


@dataclass(frozen=True)
class Place:
    """A register, the words to ask it with, and the naive reader."""

    here: Register
    words: Words
    reader: NaiveReader
    cursors: dict[str, str]
    """Of lists, by the field."""
    spoilt: bool = False


@pytest.fixture(scope="module")
def desk(database_url: str) -> Iterator[Desk]:
    """The connection of the naive reader."""
    with Desk(database_url) as found:
        yield found


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def tidy(desk: Desk) -> Place:
    """A register as it should be."""
    return await _place(desk)


@pytest_asyncio.fixture(loop_scope="session", scope="module", params=["tidy", "spoilt"])
async def place(request: pytest.FixtureRequest, desk: Desk) -> Place:
    """A register as it should be; and one with values that no enum knows, and JSON of the wrong shape."""
    found = await _place(desk)
    if request.param == "spoilt":
        with clock.at(NOW):
            await spoil(found.here)
        return replace(found, spoilt=True)
    return found


async def _place(desk: Desk) -> Place:
    with clock.at(NOW):
        here, there = await register_of(), await register_of("Elsewhere")
        answer = await planned(here.office.owner, Asked(CURSORS, {}))
    ids = [each for of_kind in here.ids.values() for each in of_kind[:2]]
    foreign = [of_kind[0] for of_kind in there.ids.values()]
    cursors = [*_cursors(answer["data"]), encode(["2026-05-04 10:00:00+00", "acc_"]), "nonsense", ""]
    texts = ["ana", "gar", "Zoë B", "1000", "+40 700", "%", "", "nobody at all"]
    words = Words([*ids, *foreign, f"acc_{'0' * 26}", "x"], cursors, texts)
    return Place(here, words, NaiveReader(desk), {name: _cursors(page)[0] for name, page in answer["data"].items()})


def _cursors(data: Any) -> list[str]:
    if isinstance(data, list):
        return [each for item in data for each in _cursors(item)]
    if isinstance(data, dict):
        own = [data["cursor"]] if "cursor" in data else []
        return [*own, *(each for value in data.values() for each in _cursors(value))]
    return []
