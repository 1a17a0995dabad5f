"""Operations made from the schema: every field of every type, with the arguments a test wants to try."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)

from schema.root import schema

core = schema._schema
DEPTH = 5

Fill = Callable[[str, str], Any]
"""Gives the value for a scalar: its type's name and the argument's name."""


@dataclass(frozen=True)
class Operation:
    """A document with its variables, and the root field it asks."""

    field: str
    query: str
    variables: dict[str, Any]


def roots(kind: str) -> Iterator[tuple[str, GraphQLField]]:
    """The root fields of `Query` or `Mutation`."""
    root = core.type_map[kind]
    assert isinstance(root, GraphQLObjectType)
    yield from root.fields.items()


def operations(kind: str, name: str, field: GraphQLField, fill: Fill, *, optional: bool) -> Iterator[Operation]:
    """Operations that ask one root field for everything, with all its arguments or with the required ones.

    There is one for each type the field may answer with.
    """
    arguments = {
        each: argument
        for each, argument in field.args.items()
        if (optional or is_required_argument(argument)) and each not in ("last", "before")
    }
    declared = ", ".join(f"${each}: {argument.type}" for each, argument in arguments.items())
    passed = ", ".join(f"{each}: ${each}" for each in arguments)
    variables = {each: value_of(argument, each, fill, optional) for each, argument in arguments.items()}
    head = f"{kind.lower()}{f'({declared})' if declared else ''}"
    asked = f"{name}{f'({passed})' if passed else ''}"
    named = get_named_type(field.type)
    if is_abstract_type(named):
        for each in core.get_possible_types(named):
            below = f"{{ __typename ... on {each.name} {selection(each)} }}"
            yield Operation(name, f"{head} {{ {asked} {below} }}", variables)
    else:
        yield Operation(name, f"{head} {{ {asked} {selection(named)} }}", variables)


def selection(named: GraphQLNamedType, path: tuple[str, ...] = ()) -> str:
    """Everything below a type, but no type again below itself."""
    if is_leaf_type(named):
        return ""
    assert isinstance(named, GraphQLObjectType)
    parts = ["__typename"]
    for name, field in named.fields.items():
        below = get_named_type(field.type)
        page = "(first: 1)" if "first" in field.args else ""
        if is_leaf_type(below) or (below.name not in path and len(path) < DEPTH):
            parts.append(f"{name}{page}{selection(below, (*path, named.name))}")
    return "{ " + " ".join(parts) + " }"


def value_of(argument: GraphQLArgument | GraphQLInputField, name: str, fill: Fill, optional: bool) -> Any:
    """A value for an argument or an input field."""
    return _value(argument.type, name, fill, optional)


def _value(kind: Any, name: str, fill: Fill, optional: bool) -> Any:
    if isinstance(kind, GraphQLNonNull):
        return _value(kind.of_type, name, fill, optional)
    if isinstance(kind, GraphQLList):
        return [_value(kind.of_type, name, fill, optional)]
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLScalarType):
        return fill(kind.name, name)
    assert isinstance(kind, GraphQLInputObjectType)
    return {
        each: value_of(field, each, fill, optional)
        for each, field in kind.fields.items()
        if optional or is_required_input_field(field)
    }


def pairs() -> set[str]:
    """Every field of every object type that is reached from `Query`, as `Type.field`."""
    found: set[str] = set()
    waiting: list[GraphQLNamedType] = [core.type_map["Query"]]
    seen: set[str] = set()
    while waiting:
        named = waiting.pop()
        if named.name in seen:
            continue
        seen.add(named.name)
        if is_abstract_type(named):
            waiting += core.get_possible_types(named)
        if not isinstance(named, GraphQLObjectType):
            continue
        for name, field in named.fields.items():
            if named.name != "Query":
                found.add(f"{named.name}.{name}")
            waiting.append(get_named_type(field.type))
    return found


def reached(data: Any) -> set[str]:
    """Every `Type.field` of an answer that holds anything but null and the empty list."""
    found: set[str] = set()
    waiting = [data]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            kind = each.get("__typename")
            found |= {f"{kind}.{key}" for key, value in each.items() if value is not None and value != []}
            waiting += each.values()
    return found
