"""One value of a column as GraphQL answers it: a scalar, an enum, or JSON with objects and lists in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLOutputType,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from schema.reading.selection import TYPENAME

Convert = Callable[[Any], Any]


class Unfit(Exception):
    """The rows break the schema's word somewhere; graphql-core has to say where."""


class Keyed(dict[str, Any]):
    """An object that is left to graphql-core: its values by the keys of the answer."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is asked within a value: under which key, by which name, of which type, and of the objects in it."""

    key: str
    name: str
    kind: GraphQLOutputType
    within: "Sequence[Part]"


def finisher(kind: GraphQLOutputType, within: Sequence[Part]) -> Convert:
    """A function that finishes one value of this type."""
    if is_non_null_type(kind):
        return _needed(finisher(kind.of_type, within))
    if is_list_type(kind):
        return or_null(_each(finisher(kind.of_type, within)))
    if is_leaf_type(kind):
        return or_null(leaf(kind))
    return or_null(_object(kind, [(part, finisher(part.kind, part.within)) for part in within], dict))


def keyer(kind: GraphQLOutputType, within: Sequence[Part]) -> Convert:
    """A function that keys the objects in one value of this type, and leaves all else to graphql-core."""
    if is_non_null_type(kind):
        return keyer(kind.of_type, within)
    if is_leaf_type(kind):
        return lambda value: value
    if is_list_type(kind):
        each = _each(keyer(kind.of_type, within))
        return lambda value: each(value) if isinstance(value, list) else value
    keyed = _object(kind, [(part, keyer(part.kind, part.within)) for part in within], Keyed)
    faulty = _object(kind, [(part, lambda fault: fault) for part in within], Keyed)

    def key(value: Any) -> Any:
        if value is None or isinstance(value, dict):
            return None if value is None else keyed(value)
        return faulty(dict.fromkeys((part.name for part in within), AttributeError("not an object")))

    return key


def leaf(kind: Any) -> Convert:
    """A function that finishes one scalar or enum value that is not null."""
    if isinstance(kind, GraphQLEnumType):
        names = names_of(kind)

        def name_of(value: Any) -> Any:
            try:
                return names[value]
            except (KeyError, TypeError):
                raise Unfit from None

        return name_of

    def serialized(value: Any) -> Any:
        try:
            return kind.coerce_output_value(value)
        except Exception:
            raise Unfit from None

    return serialized


def names_of(kind: GraphQLEnumType) -> dict[Any, str]:
    """The names of an enum by what columns hold."""
    return {getattr(each.value, "value", each.value): name for name, each in kind.values.items()}


def _object(kind: Any, parts: Sequence[tuple[Part, Convert]], made: type[dict[str, Any]]) -> Convert:
    makers = [(part.key, part.name, convert) for part, convert in parts]

    def finish(value: dict[str, Any]) -> dict[str, Any]:
        return made((key, kind.name if name == TYPENAME else convert(value.get(name))) for key, name, convert in makers)

    return finish


def _each(convert: Convert) -> Convert:
    def every(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise Unfit
        return [convert(one) for one in value]

    return every


def _needed(convert: Convert) -> Convert:
    def needed(value: Any) -> Any:
        if value is None:
            raise Unfit
        return convert(value)

    return needed


def or_null(convert: Convert) -> Convert:
    """The same, which leaves null as it is."""
    return lambda value: None if value is None else convert(value)
