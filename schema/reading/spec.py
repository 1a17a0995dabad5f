"""How a GraphQL type is read: which table, who may see its rows, and what its fields are made of.

A field is the column of the same name unless said otherwise:

- `sql("…")`: an expression over the row `{t}`;
- `derived(columns, function)`: a plain function of some columns;
- `one(Type, on)`, `many(Type, on, order)`: rows `{c}` of another type, found from the row `{t}`;
- `paged(Type, on, sort)`: a connection inside the row;
- `RESOLVED`: nothing is read, a resolver of its own makes the value.

Types name each other as text (`schema.contacts.types:Contact`), since they do so in circles.
"""

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
class Related:
    """Rows `{c}` of another type beside the row `{t}`."""

    type: str
    on: str
    order: str = "{c}.id"
    many: bool = True
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Paged:
    """A connection of rows `{c}` of another type beside the row `{t}`."""

    type: str
    on: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class Resolved:
    """Made by a resolver of its own."""


RESOLVED = Resolved()

Source = Sql | Derived | Related | Paged | Resolved


@dataclass(frozen=True, slots=True)
class Spec:
    """How one GraphQL type is read. `staff_only` types answer clients with NOT_FOUND wherever they stand."""

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


def sql(expression: str) -> Sql:
    """A field made of an SQL expression over `{t}`."""
    return Sql(expression)


def derived(needs: Sequence[str], make: Callable[[Row], Any]) -> Derived:
    """A field made by a function from other fields of the row."""
    return Derived(tuple(needs), make)


def one(target: str, on: str, *, order: str = "{c}.id") -> Related:
    """The first row of another type, or null."""
    return Related(target, on, order, many=False)


def many(target: str, on: str, *, order: str = "{c}.id", via: str | None = None) -> Related:
    """All rows of another type, in order; `via` names a linking table `x` to join."""
    return Related(target, on, order, via=via)


def paged(target: str, on: str, sort: Sort) -> Paged:
    """A connection inside the row."""
    return Paged(target, on, sort)
