"""Operations made at random from the schema, valid and small: a hypothesis strategy.

A level is drawn first: which keys answer, each with its field, its arguments and the level below. It is then written
down in pieces: fields, the same key again with part of what is below it, inline and named fragments, fragments on the
interface, directives. So whatever stands under one key always fits together.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)
from hypothesis import strategies as st

from tests.schema.equality import Asked
from tests.schema.walk import core

DEEPEST = 6
MOST_FIELDS = 40
MOST_ROWS = 60
NEVER = {"invitationPreview"}
"""Roots that read nothing and cost much."""

OFTEN = ["accounts", "account", "node", "contacts", "viewer", "staff", "pendingActivations", "portalAccount"]
"""Roots with much below them."""

OF_KIND = {"account": "acc_", "portalAccount": "acc_", "contact": "con_", "staffId": "stf_"}
"""Which ids an argument mostly gets, by the root field or by its own name."""

Named = GraphQLObjectType | GraphQLInterfaceType


@dataclass(frozen=True)
class Words:
    """What arguments are filled with."""

    ids: list[str]
    cursors: list[str]
    texts: list[str]


class Enum(str):
    """The name of an enum's value: written without quotes."""


@dataclass
class Key:
    """What answers under one key."""

    name: str
    field: str
    arguments: str
    below: "Level | None"


@dataclass
class Level:
    """The keys asked of one type; of an interface also those of each type behind it."""

    on: Named
    keys: list[Key] = field(default_factory=list)
    of_types: list["Level"] = field(default_factory=list)


@st.composite
def operations(draw: st.DrawFn, words: Words) -> Asked:
    """One operation with its variables."""
    return _Writer(draw, words).operation()


class _Writer:
    def __init__(self, draw: st.DrawFn, words: Words) -> None:
        self._draw = draw
        self._words = words
        self._fields = 0
        self._fragments: list[str] = []
        self._declared: list[str] = []
        self._variables: dict[str, Any] = {}
        self._root = ""

    def operation(self) -> Asked:
        query = core.type_map["Query"]
        assert isinstance(query, GraphQLObjectType)
        level = Level(query)
        for n in range(self._pick([1, 1, 1, 2, 3])):
            name = self._pick([*OFTEN, *OFTEN, *sorted(set(query.fields) - NEVER)])
            level.keys.append(self._key(query.fields[name], name, f"r{n}" if n else name, 0, 1))
        body = self._written(level)
        declared = f"({', '.join(self._declared)})" if self._declared else ""
        return Asked("\n".join([f"query Made{declared} {body}", *self._fragments]), self._variables)

    # what is asked

    def _level(self, on: Named, depth: int, rows: int, suffix: str = "") -> Level:
        level = Level(on)
        names = [name for name, each in on.fields.items() if self._may_stand(each, depth, rows)]
        for _ in range(self._pick([1, 2, 2, 3, 4, 6])):
            name = self._pick(names)
            key = name + suffix
            taken = {each.name for each in level.keys}
            if key in taken or (not suffix and self._one_in(6)):
                key = f"{name}_{len(taken)}{suffix}"
            level.keys.append(self._key(on.fields[name], name, key, depth, rows))
        if isinstance(on, GraphQLInterfaceType):
            kinds = sorted(core.get_possible_types(on), key=lambda each: each.name)
            for kind in self._some(kinds, 1, 4):
                level.of_types.append(self._level(kind, depth, rows, suffix=f"_of{kind.name}"))
        return level

    def _may_stand(self, each: GraphQLField, depth: int, rows: int) -> bool:
        if is_leaf_type(get_named_type(each.type)):
            return True
        return depth < DEEPEST and rows < MOST_ROWS and self._fields < MOST_FIELDS

    def _key(self, definition: GraphQLField, name: str, key: str, depth: int, rows: int) -> Key:
        self._fields += 1
        if depth == 0:
            self._root = name
        given = {each: self._argument(each, argument) for each, argument in definition.args.items()}
        arguments = ", ".join(f"{each}: {text}" for each, text in given.items() if text is not None)
        named = get_named_type(definition.type)
        below = None
        if not is_leaf_type(named):
            assert isinstance(named, Named)
            rows *= 3 if _is_list(definition.type) or "first" in definition.args else 1
            below = self._level(named, depth + 1, rows)
        return Key(key, name, f"({arguments})" if arguments else "", below)

    # how it is written

    def _written(self, level: Level, keys: list[Key] | None = None) -> str:
        halved = level.keys[:1] if keys is None and self._one_in(4) else []
        pieces = [self._either(key) for key in halved]
        pieces += [self._field(key, whole=True) for key in (level.keys if keys is None else keys)[len(halved) :]]
        if self._one_in(3):
            pieces.append(self._directed("__typename"))
        if level.keys and self._one_in(4):
            pieces.append(self._field(self._pick(level.keys), whole=False))
        for kind in level.of_types:
            pieces.append(self._fragment(level.on.name, kind.on.name, self._written(kind)))
        if self._one_in(3):
            cut = self._draw(st.integers(0, len(pieces)))
            if pieces[cut:]:
                pieces = [
                    *pieces[:cut],
                    self._fragment(level.on.name, level.on.name, f"{{ {' '.join(pieces[cut:])} }}"),
                ]
        if isinstance(level.on, GraphQLObjectType) and level.on.interfaces and self._one_in(6):
            pieces.append(self._fragment(level.on.name, "Node", self._pick(["{ id }", "{ __typename }", _AMONG_NODES])))
        return f"{{ {' '.join(pieces)} }}"

    def _either(self, key: Key) -> str:
        """All that is asked below it, or a part, as a variable will have it."""
        chosen = self._variable(GraphQLNonNull(core.type_map["Boolean"]), self._draw(st.booleans()))
        whole = self._field(key, whole=True, directed=f" @include(if: {chosen})")
        return f"{whole} {self._field(key, whole=False, directed=f' @skip(if: {chosen})')}"

    def _field(self, key: Key, *, whole: bool, directed: str = "") -> str:
        below = ""
        if key.below is not None:
            part = None if whole or not key.below.keys else self._some(key.below.keys, 1, len(key.below.keys))
            below = " " + self._written(key.below, part)
        alias = "" if key.name == key.field else f"{key.name}: "
        node = f"{alias}{key.field}{key.arguments}"
        return f"{node}{directed}{below}" if directed else self._directed(node, below)

    def _fragment(self, here: str, on: str, body: str) -> str:
        """An inline fragment with or without its type, or a named one, spread once or twice."""
        way = self._pick(["inline", "bare", "named", "twice"])
        if way in ("inline", "bare"):
            return self._directed(f"... on {on}" if way == "inline" or on != here else "...", f" {body}")
        name = f"F{len(self._fragments)}"
        self._fragments.append(f"fragment {name} on {on} {body}")
        spread = self._directed(f"...{name}")
        return f"{spread} ...{name}" if way == "twice" and len(body) < 200 else spread

    def _directed(self, node: str, below: str = "") -> str:
        directives = ""
        if self._one_in(8):
            value = self._text(GraphQLNonNull(core.type_map["Boolean"]), self._draw(st.booleans()))
            directives += f" @{self._pick(['skip', 'include'])}(if: {value})"
        return f"{node}{directives}{below}"

    # values

    def _argument(self, name: str, argument: GraphQLArgument) -> str | None:
        """Its text: a literal or a variable; None where it is left out."""
        required = is_required_argument(argument)
        if not required and self._one_in(3) and name != "first":
            return None
        if name in ("last", "before") and not self._one_in(8):
            return None
        nullable = not isinstance(argument.type, GraphQLNonNull)
        value = None if nullable and self._one_in(12) else self._value(argument.type, name)
        return self._text(argument.type, value)

    def _text(self, kind: Any, value: Any) -> str:
        if not self._one_in(3):
            return _literal(value)
        return self._variable(kind, value)

    def _variable(self, kind: Any, value: Any) -> str:
        """A new variable that brings the value: as given, or as its default, or given in place of a default."""
        name = f"v{len(self._declared)}"
        way = self._pick(["given", "default", "both"])
        if value is None or way == "given":
            self._declared.append(f"${name}: {kind}")
            if value is not None or not self._one_in(3):
                self._variables[name] = _plain(value)
            return f"${name}"
        nullable = kind.of_type if isinstance(kind, GraphQLNonNull) and self._one_in(2) else kind
        self._declared.append(f"${name}: {nullable} = {_literal(value)}")
        if way == "both":
            self._variables[name] = _plain(value)
        return f"${name}"

    def _value(self, kind: Any, name: str) -> Any:
        if isinstance(kind, GraphQLNonNull):
            return self._value(kind.of_type, name)
        if isinstance(kind, GraphQLList):
            if self._one_in(6):
                return self._value(kind.of_type, name)
            return [self._value(kind.of_type, name) for _ in range(self._pick([0, 1, 2, 3]))]
        if isinstance(kind, GraphQLEnumType):
            return Enum(self._pick(list(kind.values)))
        if isinstance(kind, GraphQLInputObjectType):
            return {
                each: self._value(definition.type, each)
                for each, definition in kind.fields.items()
                if is_required_input_field(definition) or self._one_in(3)
            }
        return self._scalar(kind.name, name)

    def _scalar(self, kind: str, name: str) -> Any:
        if kind == "Int":
            return self._pick([2, 1, 3, 0, 5, 3, 2, 1, -1, 501, 101])
        if kind == "Boolean":
            return self._draw(st.booleans())
        if name in ("after", "before"):
            return self._pick(self._words.cursors)
        if kind != "ID":
            return self._pick(self._words.texts)
        prefix = OF_KIND.get(name) or OF_KIND.get(self._root, "")
        fitting = [] if self._one_in(6) else [each for each in self._words.ids if each.startswith(prefix)]
        return self._pick(fitting or self._words.ids)

    # chance

    def _pick(self, choices: list[Any]) -> Any:
        return self._draw(st.sampled_from(choices))

    def _some(self, choices: list[Any], least: int, most: int) -> list[Any]:
        numbers = st.lists(st.integers(0, len(choices) - 1), min_size=least, max_size=most, unique=True)
        return [choices[n] for n in self._draw(numbers)]

    def _one_in(self, n: int) -> bool:
        return bool(self._draw(st.integers(0, n - 1)) == n - 1)


_AMONG_NODES = "{ ... on Folder { position_ofFolder: position } ... on Contact { email_ofContact: email } }"


def _is_list(kind: Any) -> bool:
    return isinstance(kind.of_type if isinstance(kind, GraphQLNonNull) else kind, GraphQLList)


def _plain(value: Any) -> Any:
    """As a variable: enums are strings."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return str(value) if isinstance(value, str) else value


def _literal(value: Any) -> str:
    """As GraphQL writes it."""
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(_literal(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_literal(each)}' for name, each in value.items())}}}"
    return json.dumps(value)
