"""What a query asks for: fragments, `@skip` and `@include` resolved, in the order of the answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLResolveInfo,
    InlineFragmentNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_subfields
from graphql.execution.values import VariableValues, get_argument_values
from graphql.type import TypeNameMetaFieldDef

TYPENAME = "__typename"


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of the answer: its key, its name in Python, its definition and arguments, and the nodes asking it."""

    key: str
    name: str
    field: GraphQLField
    arguments: dict[str, Any]
    nodes: list[FieldDetails]


class Selection:
    """Reads the fields below the one that is being resolved, as the specification collects them."""

    def __init__(self, info: GraphQLResolveInfo[Any]) -> None:
        self.info = info
        self.schema = info.schema
        self.fragments = {name: FragmentDetails(each) for name, each in info.fragments.items()}
        self.variables = VariableValues(sources={}, coerced=cast("dict[str, Any]", info.variable_values))
        self.root = [FieldDetails(node, None) for node in info.field_nodes]

    def below(self, nodes: list[FieldDetails], on: GraphQLObjectType) -> list[Asked]:
        """What is asked of the object type `on` by these nodes."""
        collected = collect_subfields(self.schema, self.fragments, self.variables, self.info.operation, on, nodes)
        return [self._asked(key, found, on) for key, found in collected.grouped_field_set.items()]

    def object_type(self, name: str) -> GraphQLObjectType:
        """The object type of this name."""
        found = self.schema.type_map[name]
        assert isinstance(found, GraphQLObjectType)
        return found

    def _asked(self, key: str, nodes: list[FieldDetails], on: GraphQLObjectType) -> Asked:
        node = nodes[0].node
        name = node.name.value
        if name == TYPENAME:
            return Asked(key, TYPENAME, TypeNameMetaFieldDef, {}, nodes)
        field = on.fields[name]
        arguments = get_argument_values(field, node, self.variables)
        return Asked(key, field.extensions["strawberry-definition"].python_name, field, arguments, nodes)


def object_type(asked: Asked) -> GraphQLObjectType:
    """The type of the objects a field answers with."""
    found = get_named_type(asked.field.type)
    assert isinstance(found, GraphQLObjectType)
    return found


def variables_below(info: GraphQLResolveInfo[Any]) -> tuple[str, ...]:
    """The variables that stand anywhere below the field that is being resolved: they shape the answer."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    waiting: list[SelectionSetNode] = [node.selection_set for node in info.field_nodes if node.selection_set]
    while waiting:
        for node in waiting.pop().selections:
            parts: list[Any] = [*(node.directives or ())]
            if isinstance(node, FieldNode):
                parts.append(node)
            for part in parts:
                found.update(dict.fromkeys(_variables(argument.value for argument in part.arguments or ())))
            if isinstance(node, FragmentSpreadNode):
                if node.name.value not in seen:
                    seen.add(node.name.value)
                    waiting.append(info.fragments[node.name.value].selection_set)
            elif isinstance(node, FieldNode | InlineFragmentNode) and node.selection_set:
                waiting.append(node.selection_set)
    return tuple(sorted(found))


def _variables(values: Iterator[Any]) -> Iterator[str]:
    waiting = [*values]
    while waiting:
        value = waiting.pop()
        if isinstance(value, VariableNode):
            yield value.name.value
        waiting += getattr(value, "values", None) or ()
        waiting += [each.value for each in getattr(value, "fields", None) or ()]
