"""The one statement of a plan: a level for every list, each level one JSON array per column.

Levels are named `l0`, `l1` … and their columns `c0`, `c1` …; a level finds its rows beside those of the level it stands
below. Only metadata of the schema becomes SQL text; everything from a request is a parameter, marked `$1`, `$2` ….
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from schema.reading.keyset import Page
from server.core import clock
from server.core.actor import Actor
from server.core.database import FIRM_FIRST, for_firm
from server.core.scope import Condition

_OF_PARENT = re.compile(r"\{t\}\.(\w+)")
_CHUNK = 50
"""Columns in one JSON array; PostgreSQL's functions take 100 arguments."""


@dataclass(frozen=True, slots=True)
class Call:
    """What the parameters of a statement are taken from, each time it runs."""

    actor: Actor
    condition: Condition
    page: Page | None = None


Parameter = Callable[[Call], object]


@dataclass(slots=True)
class Level:
    """The rows of one list: `select` is all behind its columns, which are added while the plan is made."""

    number: int
    rows: str
    """FROM, up to the joins."""
    rest: str = ""
    """WHERE and ORDER BY, behind the joins."""
    shown: int | None = None
    """How many of its rows stand in the answer, where it holds one more to tell whether another page follows."""
    columns: dict[str, int] = field(default_factory=dict)
    joins: list[str] = field(default_factory=list)

    def column(self, expression: str) -> int:
        """The number of the column that holds this expression."""
        return self.columns.setdefault(expression, len(self.columns))

    def text(self) -> str:
        """The level as a named part of the statement."""
        columns = ", ".join(f"{expression} AS c{number}" for expression, number in self.columns.items())
        return f"l{self.number} AS (SELECT {columns} FROM {' '.join([self.rows, *self.joins])}{self.rest})"

    def beside(self, on: str, alias: str, *, distinct: bool) -> tuple[str, str]:
        """The rows of this level to join a lower one to, and the condition with `{t}` told by their columns.

        `{c}` stays as it is. The id of the row `alias` is always column `{p}.c…` of what `parent_id` names.
        """
        needed = [self.column(f"{alias}.{name}") for name in dict.fromkeys(["id", *_OF_PARENT.findall(on)])]
        parent = f"p{self.number}"
        columns = ", ".join(f"c{number}" for number in dict.fromkeys(needed))
        limit = f" LIMIT {self.shown}" if self.shown is not None else ""
        rows = f"(SELECT {columns} FROM l{self.number}{limit})"
        if distinct:
            rows = f"(SELECT DISTINCT {columns} FROM {rows} shown)"
        told = _OF_PARENT.sub(lambda found: f"{parent}.c{self.column(f'{alias}.{found[1]}')}", on)
        return f"{rows} {parent}", told

    def parent_id(self, alias: str) -> str:
        """How a level below this one names the id of the row it stands below."""
        return f"p{self.number}.c{self.column(f'{alias}.id')}"


@dataclass(slots=True)
class Statement:
    """Levels and parameters, while the plan is made."""

    levels: list[Level] = field(default_factory=list)
    parameters: list[Parameter] = field(default_factory=list)
    _aliases: int = 0

    def level(self, rows: str, rest: str = "", shown: int | None = None) -> Level:
        """One more level."""
        made = Level(len(self.levels), rows, rest, shown)
        self.levels.append(made)
        return made

    def alias(self) -> str:
        """A fresh name for a row."""
        self._aliases += 1
        return f"t{self._aliases}"

    def bind(self, parameter: Parameter) -> str:
        """The mark of a new parameter; the first is the firm."""
        self.parameters.append(parameter)
        return f"${len(self.parameters) + 1}"

    def now(self) -> "Lazily":
        """The time of the clock, for texts that ask for it."""
        return Lazily(lambda: f"{self.bind(lambda _: clock.now())}::timestamptz")

    def text(self) -> str:
        """The whole statement: one row, of each level one text or more."""
        arrays = []
        for level in self.levels:
            numbers = [*level.columns.values()]
            for first in range(0, len(numbers), _CHUNK):
                columns = ", ".join(f"json_agg(c{number})" for number in numbers[first : first + _CHUNK])
                arrays.append(for_firm(f"(SELECT json_build_array({columns})::text FROM l{level.number})"))
        parts = [FIRM_FIRST, *(level.text() for level in self.levels)]
        return f"WITH {', '.join(parts)} SELECT {', '.join(arrays)}"


class Lazily:
    """A value for `format` that is made only where the text asks for it."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __format__(self, _: str) -> str:
        return self._make()
