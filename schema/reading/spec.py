"""How a GraphQL type is read: which table, who may see its rows, and what its fields are made of.

A field is the column of the same name unless said otherwise:

- `sql("…")`: an expression over the row `{t}`;
- `derived(columns, function)`: a plain function of some columns;
- `one(Type, on)`: the row `{c}` of another type beside the row `{t}`, or null;
- `many(Type, on, order)`: all such rows; `linked(Type, table, parent, child, order)`: those that a table links;
- `paged(Type, on, sort)`: a connection inside the row.

Types name each other as text (`schema.contacts.types:Contact`), since they do so in circles.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from server.core.actor import Actor
from server.core.scope import Condition

T = TypeVar("T")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sql:
    """An SQL expression over the row `{t}`; `{now}` stands for the time of the clock."""

    expression: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A function of the named columns (or other fields made of SQL)."""

    needs: tuple[str, ...]
    make: Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class Sort:
    """An order over rows `{t}`: expressions with the SQL type of each, all in one direction, the id added last."""

    keys: tuple[tuple[str, str], ...]
    descending: bool = False


@dataclass(frozen=True, slots=True)
class One:
    """The row `{c}` beside the row `{t}`. Without an order there is never more than one; with one, the first counts."""

    type: str
    on: str
    order: str | None


@dataclass(frozen=True, slots=True)
class Many:
    """The rows `{c}` beside the row `{t}`, in order."""

    type: str
    on: str
    order: str


@dataclass(frozen=True, slots=True)
class Linked:
    """The rows `{c}` that the table `table` links to the row `{t}` by its columns `parent` and `child`."""

    type: str
    table: str
    parent: str
    child: str
    order: str


@dataclass(frozen=True, slots=True)
class Paged:
    """A connection of rows `{c}` of another type beside the row `{t}`."""

    type: str
    on: str
    sort: Sort


Source = Sql | Derived | One | Many | Linked | Paged


@dataclass(frozen=True, slots=True)
class Spec:
    """How one GraphQL type is read. `staff_only` types answer clients with NOT_FOUND wherever they stand.

    The text of `visible(actor)` may depend on the actor's kind and permissions alone; the rest goes into its values.
    """

    table: str
    visible: Callable[[Actor], Condition]
    staff_only: bool
    sources: Mapping[str, Source] = field(default_factory=dict)

    def source(self, name: str) -> Source:
        """What the field is made of."""
        return self.sources.get(name) or Sql(f"{{t}}.{name}")


_specs: dict[type, Spec] = {}


def reads(
    table: str, visible: Callable[[Actor], Condition], *, staff_only: bool = True, **sources: Source
) -> Callable[[type[T]], type[T]]:
    """Say how a Strawberry type is read."""

    def register(cls: type[T]) -> type[T]:
        _specs[cls] = Spec(table, visible, staff_only, sources)
        return cls

    return register


def spec_of(cls: type) -> Spec:
    """The way to read a type; an unregistered type is an error of ours."""
    return _specs[cls]


@cache
def named(place: str) -> type:
    """The type at `module:Name`."""
    module, name = place.split(":")
    found: type = getattr(import_module(module), name)
    return found


_TO_PARENT = re.compile(r"\{c\}\.\w+ = \{t\}\.id")


def is_of_parent(on: str) -> bool:
    """Whether the condition lets a row stand beside one row `{t}` only."""
    return _TO_PARENT.fullmatch(on) is not None


def sql(expression: str) -> Sql:
    """A field made of an SQL expression over `{t}`."""
    return Sql(expression)


def derived(needs: Sequence[str], make: Callable[[Row], Any]) -> Derived:
    """A field made by a function from other fields of the row."""
    return Derived(tuple(needs), make)


def one(target: str, on: str, *, order: str | None = None) -> One:
    """The only row of another type, or the first in order; else null."""
    return One(target, on, order)


def many(target: str, on: str, *, order: str = "{c}.id") -> Many:
    """All rows of another type that meet the condition, in order."""
    return Many(target, on, order)


def linked(target: str, table: str, *, parent: str, child: str, order: str = "{c}.id") -> Linked:
    """All rows of another type that a linking table names, in order."""
    return Linked(target, table, parent, child, order)


def paged(target: str, on: str, sort: Sort) -> Paged:
    """A connection inside the row."""
    return Paged(target, on, sort)
