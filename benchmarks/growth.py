"""Whether a list stays as fast when the firm grows: the same reads at several sizes, with PostgreSQL's own plans.

PostgreSQL itself writes down, by auto_explain, how long each statement took and by which plan.
"""

import asyncio
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final, TextIO

import orjson

from benchmarks import inside
from benchmarks.data import load
from benchmarks.data.words import surnames
from benchmarks.peers.peer import Question
from benchmarks.places import STATE
from benchmarks.works.work import text
from server.core import normalise
from server.embedded.postgres import EmbeddedPostgres

SIZES: Final = (10_000, 100_000, 1_000_000)
MOST: Final = 1.3
"""How many times longer a read of the largest firm may take than one of the smallest."""

_WARM: Final = 8
_TIMES: Final = 5
_SMALL: Final = {"tags", "staff_members", "firms", "sessions", "users"}
"""Tables in which a firm has few rows: read as a whole, as they should be."""

_ENTRY: Final = re.compile(r"duration: ([\d.]+) ms  plan:\n((?:\t.*\n)+)")
_SEQUENTIAL: Final = re.compile(r"Seq Scan on (\w+)")


@dataclass(frozen=True, slots=True)
class Read:
    """One kind of read, and what it is asked with."""

    name: str
    document: str
    variables: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Point:
    """One read at one size: the middle time of its statements in milliseconds, and what their plans read as a whole."""

    read: str
    accounts: int
    milliseconds: float
    sequential: tuple[str, ...]
    plan: str


def reads() -> list[Read]:
    """Lists and searches: for much, for a rare surname, of which a larger firm has more, and for a few telephones."""
    names, _ = surnames()
    common, rare = [
        [{"search": normalise.searchable(name)[:letters]} for name in names[start : start + 12]]
        for letters, start in ((4, 0), (9, 2_000))
    ]
    few = [{"search": f"6{number:08d}"[:8]} for number in range(1_000, 25_000, 2_000)]
    return [
        Read("first page", "page.graphql", [{"first": 50}]),
        Read("last page", "last.graphql", [{"last": 50}]),
        *(
            Read(f"{kind}: {what}", document, asked)
            for kind, document in (("search", "search.graphql"), ("typeahead", "typeahead.graphql"))
            for what, asked in (("much found", common), ("rare surname", rare), ("ten telephones", few))
        ),
    ]


def grown(sizes: Sequence[int], tell: load.Tell) -> list[Point]:
    """Every read at every size, on a server apart. To load a million accounts, once, takes a quarter of an hour."""
    postgres = load.start("growth")
    try:
        names = {accounts: asyncio.run(load.loaded(postgres.url, accounts, tell)) for accounts in sizes}
        with load.turn(tell):
            return [point for accounts, name in names.items() for point in _at(postgres, name, accounts, tell)]
    finally:
        postgres.stop()


def _at(postgres: EmbeddedPostgres, name: str, accounts: int, tell: load.Tell) -> list[Point]:
    url = load.on(postgres.url, name)
    told = ("session_preload_libraries = auto_explain", "auto_explain.log_min_duration = 0")
    for setting in told:
        asyncio.run(load.run(url, f'ALTER DATABASE "{name}" SET {setting}'))

    async def asking(_shown: TextIO) -> list[Point]:
        async with inside.signed_in(url) as ask:
            found = []
            for read in reads():
                tell(f"{read.name} at {accounts:,} accounts")
                questions = [_question(read, variables) for variables in read.variables]
                for question in questions * -(-_WARM // len(questions)):
                    await ask(question)
                answers = []
                with postgres.log.open("rb") as log:
                    log.seek(0, os.SEEK_END)
                    for question in questions * max(_TIMES, 60 // len(questions)):
                        await ask(question)
                        answers.append(log.read().decode(errors="replace"))
                found.append(_point(read, accounts, answers))
            return found

    try:
        return inside.run(asking)
    finally:
        asyncio.run(load.run(url, f'ALTER DATABASE "{name}" RESET ALL'))


def _question(read: Read, variables: dict[str, Any]) -> Question:
    return Question("/graphql", orjson.dumps({"query": text(read.document), "variables": variables}).decode())


def _point(read: Read, accounts: int, answers: Sequence[str]) -> Point:
    """From what was written down during each answer; the look at the session counts with the rest."""
    statements = [_ENTRY.findall(written) for written in answers]
    times = [sum(float(milliseconds) for milliseconds, _ in each) for each in statements]
    plans = [plan for each in statements for _, plan in each]
    sequential = {table for plan in plans for table in _SEQUENTIAL.findall(plan)} - _SMALL
    slowest = statements[times.index(max(times))]
    shown = "\n".join(f"{milliseconds} ms\n{plan}" for milliseconds, plan in slowest)
    return Point(read.name, accounts, median(times), tuple(sorted(sequential)), shown)


def head(sizes: Sequence[int]) -> tuple[str, ...]:
    """Of the table's columns."""
    return ("read", *(f"{size:,} accounts" for size in sizes), "ratio", "fault")


def table(points: Sequence[Point], sizes: Sequence[int]) -> list[tuple[str, ...]]:
    """A line a read: its time at each size, the ratio of the largest to the smallest, and what is wrong with it."""
    lines = []
    for read in dict.fromkeys(point.read for point in points):
        times = {point.accounts: point.milliseconds for point in points if point.read == read}
        ratio = times[sizes[-1]] / times[sizes[0]]
        scans = {table for point in points if point.read == read for table in point.sequential}
        faults = [f"reads all of {', '.join(sorted(scans))}"] * bool(scans) + [f"over {MOST} ×"] * (ratio > MOST)
        lines.append((read, *(f"{times[size]:.2f}" for size in sizes), f"{ratio:.2f}", "; ".join(faults)))
    return lines


def keep(points: Sequence[Point]) -> None:
    """Write the plans down, the slowest of each."""
    parts = [f"## {each.read}, {each.accounts:,} accounts: {each.milliseconds:.2f} ms\n{each.plan}" for each in points]
    (STATE / "plans.txt").write_text("\n".join(parts), encoding="utf-8")
