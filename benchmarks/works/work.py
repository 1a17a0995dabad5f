"""The works: their questions, whom they are put to, and the goals they are measured by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks.data.rows import CONTACTS, Firm, id_of
from benchmarks.data.words import surnames
from server.core import normalise

DOCUMENTS: Final = Path(__file__).parent / "documents"

Variables = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Goals:
    """What this server is to reach; None where nothing is asked."""

    postgraphile: float
    """Requests a second, as a multiple of PostGraphile's."""
    limit: float | None
    """The same, of the hand-written statement's."""
    p99_below_p50: bool = False
    """Whether the slowest of a hundred answers is to come before PostGraphile's middle one."""


@dataclass(frozen=True, slots=True)
class Work:
    """One question, asked with varying variables."""

    name: str
    title: str
    goals: Goals
    variables: Callable[[Firm, int], list[Variables]]
    """What the connection of this number asks, one after the other, over and over."""
    connections: tuple[int, ...] = (8,)
    has_limit: bool = True


def text(name: str) -> str:
    """A document of a work, as it is sent."""
    return _read(DOCUMENTS / name)


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _page(_firm: Firm, _connection: int) -> list[Variables]:
    return [{"first": 50}]


def _one(firm: Firm, connection: int) -> list[Variables]:
    accounts = Random(connection).sample(range(firm.accounts), 50)
    return [{"id": id_of("acc", firm.first_account + account)} for account in accounts]


def _search(_firm: Firm, connection: int) -> list[Variables]:
    names = Random(connection).sample(surnames()[0][:600], 30)
    return [{"search": normalise.searchable(name)[:4]} for name in names]


def _many(_firm: Firm, _connection: int) -> list[Variables]:
    return [{}]


def _toggle(firm: Firm, connection: int) -> list[Variables]:
    """Links of its own for each connection, each off and on again, so that wherever one stops all are on."""
    accounts = range(connection * 20, connection * 20 + 20)
    links = [id_of("lnk", (firm.first_account + account) * CONTACTS) for account in accounts]
    return [{"id": link, "notify": notify} for link in links for notify in (False, True)]


WORKS: Final = (
    Work(
        "page",
        "first 50 accounts with tags, staff, contacts, cursor",
        Goals(5, 0.9, p99_below_p50=True),
        _page,
        connections=(8, 32),
    ),
    Work("one", "one account with the same nesting", Goals(2.5, 0.8), _one),
    Work("search", "search by prefix, 20 rows", Goals(2, 0.8), _search),
    Work("many", "500 accounts × 3 contacts", Goals(3.7, 0.9), _many),
    Work("toggle", "one toggle changed, object returned", Goals(1, None), _toggle, has_limit=False),
)
