"""From the columns of a statement to the answer: functions put together once per plan, each making a whole column.

Each maker takes the answer of the statement and gives a list with one finished value for each row. Where a value
breaks the schema's word (null in a non-null place, an unknown enum value, refused arguments), a maker raises `Unfit`,
and the same rows are made `raw`: objects as `Keyed`, values as they are. graphql-core then completes those, and finds
the errors and their places by the specification.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, cast

from graphql import (
    GraphQLEnumType,
    GraphQLOutputType,
    get_named_type,
    is_non_null_type,
)

from schema.reading.keyset import encode
from schema.reading.values import Keyed, Part, Unfit, finisher, keyer, leaf, names_of, or_null

Maker = Callable[["Answer"], Sequence[Any]]

PLAIN = frozenset({"Boolean", "Float", "ID", "Int", "String"})
"""What columns hold as GraphQL answers it."""


class Answer:
    """The columns of each level, as the statement gave them."""

    __slots__ = ("levels", "raw")

    def __init__(self, levels: list[list[list[Any]]], *, raw: bool = False) -> None:
        self.levels = levels
        self.raw = raw


def column(level: int, index: int) -> Maker:
    """One column as it is."""
    return lambda answer: answer.levels[level][index]


def kept(marks: Maker, inner: Maker) -> Maker:
    """The inner values where the mark is not null."""

    def made(answer: Answer) -> Sequence[Any]:
        there, values = marks(answer), inner(answer)
        if None not in there:
            return values
        return [value for mark, value in zip(there, values, strict=True) if mark is not None]

    return made


def constant(ids: Maker, value: Any) -> Maker:
    """The same for each row."""
    return lambda answer: [value] * len(ids(answer))


def derived(names: Sequence[str], needs: Sequence[Maker], make: Callable[[dict[str, Any]], Any]) -> Maker:
    """What a plain function makes of some columns; what it raises is that row's error."""

    def attempted(row: dict[str, Any]) -> Any:
        try:
            return make(row)
        except Exception as fault:
            return fault

    def made(answer: Answer) -> list[Any]:
        rows = [dict(zip(names, row, strict=True)) for row in zip(*(need(answer) for need in needs), strict=True)]
        if answer.raw:
            return [attempted(row) for row in rows]
        try:
            return [make(row) for row in rows]
        except Exception:
            raise Unfit from None

    return made


def refused(ids: Maker, reason: Exception) -> Maker:
    """The same error for each row."""

    def made(answer: Answer) -> list[Exception]:
        values = [reason.with_traceback(None)] * len(ids(answer))  # the plan is kept: it must not gather frames
        if values and not answer.raw:
            raise Unfit
        return values

    return made


def objects(keys: Sequence[str], makers: Sequence[Maker]) -> Maker:
    """Objects with these keys, in this order; there is at least one."""
    build = _builder(len(keys))

    def made(answer: Answer) -> list[Any]:
        columns = [maker(answer) for maker in makers]
        if answer.raw:
            return [Keyed(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]
        return build(keys, columns)

    return made


@cache
def _builder(width: int) -> Callable[[Sequence[str], Sequence[Sequence[Any]]], list[Any]]:
    """A function that makes dicts of so many keys and columns. Its text is made of the number alone, no word of a query
    is in it; a literal is three times as fast as `dict(zip(…))`, and this is where a large answer spends its time.
    """
    names = [(f"k{n}", f"v{n}") for n in range(width)]
    keys, values = (", ".join(each) for each in zip(*names, strict=True))
    pairs = ", ".join(f"{key}: {value}" for key, value in names)
    text = f"def build(keys, columns):\n    {keys}, = keys\n    return [{{{pairs}}} for {values}, in zip(*columns)]"
    made: dict[str, Any] = {}
    exec(text, made)
    return cast("Callable[[Sequence[str], Sequence[Sequence[Any]]], list[Any]]", made["build"])


def spread(marks: Maker, inner: Maker) -> Maker:
    """The inner values where the mark is not null, null where it is."""

    def made(answer: Answer) -> Sequence[Any]:
        there, values = marks(answer), inner(answer)
        if None not in there:
            return values
        rest = iter(values)
        return [None if mark is None else next(rest) for mark in there]

    return made


def grouped(ids: Maker, parents: Maker, inner: Maker) -> Maker:
    """For each of the `ids` the list of the inner values whose parent it is."""

    def made(answer: Answer) -> list[list[Any]]:
        found: dict[Any, list[Any]] = {}
        for parent, value in zip(parents(answer), inner(answer), strict=True):
            found.setdefault(parent, []).append(value)
        return [found.get(each, []) for each in ids(answer)]

    return made


def cursors(keys: Sequence[Maker]) -> Maker:
    """The cursor of each row."""
    return lambda answer: [encode(list(row)) for row in zip(*(key(answer) for key in keys), strict=True)]


def checked(kind: GraphQLOutputType, inner: Maker) -> Maker:
    """The inner values, if there is no null among them where the type forbids it."""
    if not is_non_null_type(kind):
        return inner

    def made(answer: Answer) -> Sequence[Any]:
        values = inner(answer)
        if None in values and not answer.raw:
            raise Unfit
        return values

    return made


def leaves(kind: GraphQLOutputType, inner: Maker) -> Maker:
    """Scalars and enums of columns as GraphQL answers them."""
    named = get_named_type(kind)
    if named.name in PLAIN:
        return checked(kind, inner)
    finish = (
        or_null(leaf(named)) if not isinstance(named, GraphQLEnumType) else {None: None, **names_of(named)}.__getitem__
    )

    def made(answer: Answer) -> Sequence[Any]:
        values = inner(answer)
        try:
            return values if answer.raw else [*map(finish, values)]
        except KeyError:
            raise Unfit from None

    return checked(kind, made)


def values(kind: GraphQLOutputType, within: Sequence[Part], inner: Maker) -> Maker:
    """Whole values (JSON, what a function made) with everything that is asked within them."""
    finish, keyed = finisher(kind, within), keyer(kind, within)

    def made(answer: Answer) -> list[Any]:
        if answer.raw:
            return [value if isinstance(value, Exception) else keyed(value) for value in inner(answer)]
        try:
            return [finish(value) for value in inner(answer)]
        except (AttributeError, TypeError):  # JSON of another shape than the type's
            raise Unfit from None

    return made
