"""What a query asks for, as a tree: fragments, `@skip` and `@include` resolved, names as in Python."""

from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLResolveInfo,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
    is_object_type,
)
from graphql.execution.values import VariableValues, get_argument_values, get_directive_values
from graphql.type import GraphQLIncludeDirective, GraphQLObjectType, GraphQLSkipDirective


@dataclass(slots=True)
class Selected:
    """One selected field: under which key it answers, with which arguments, and what is asked below it."""

    key: str
    arguments: dict[str, Any]
    below: "Selection"


@dataclass(slots=True)
class Selection:
    """The fields asked of one type, by name; the same field may be asked twice under two keys."""

    fields: dict[str, list[Selected]] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def below(self, *path: str) -> "Selection":
        """What is asked at a path of fields, all keys taken together."""
        found = self
        for name in path:
            merged = Selection()
            for selected in found.fields.get(name, ()):
                merged.add(selected.below)
            found = merged
        return found

    def add(self, other: "Selection") -> None:
        """Take another selection of the same type in."""
        for name, selected in other.fields.items():
            self.fields.setdefault(name, []).extend(selected)


def selection_of(info: GraphQLResolveInfo[Any], concrete: str | None = None) -> Selection:
    """What is asked below the field that is being resolved; of an interface, what is asked of the `concrete` type."""
    reader = _Reader(info)
    named = info.schema.type_map[concrete] if concrete else get_named_type(info.return_type)
    found = Selection()
    for node in info.field_nodes:
        if node.selection_set:
            reader.read(node.selection_set, named, found)
    return found


class _Reader:
    def __init__(self, info: GraphQLResolveInfo[Any]) -> None:
        self.schema: GraphQLSchema = info.schema
        self.fragments: dict[str, FragmentDefinitionNode] = info.fragments
        self.variables = VariableValues(sources={}, coerced=cast("dict[str, Any]", info.variable_values))

    def read(self, selections: SelectionSetNode, on: Any, into: Selection) -> None:
        for node in selections.selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                self._field(node, on, into)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition.name.value if node.type_condition else None
                self._fragment(node.selection_set, condition, on, into)
            elif isinstance(node, FragmentSpreadNode):
                fragment = self.fragments[node.name.value]
                self._fragment(fragment.selection_set, fragment.type_condition.name.value, on, into)

    def _field(self, node: FieldNode, on: Any, into: Selection) -> None:
        name = node.name.value
        if name.startswith("__") or not isinstance(on, GraphQLObjectType):
            return
        definition = on.fields[name]
        arguments = get_argument_values(definition, node, self.variables)
        below = Selection()
        if node.selection_set:
            self.read(node.selection_set, get_named_type(definition.type), below)
        key = node.alias.value if node.alias else name
        python_name = definition.extensions["strawberry-definition"].python_name
        into.fields.setdefault(python_name, []).append(Selected(key, arguments, below))

    def _fragment(self, selections: SelectionSetNode, condition: str | None, on: Any, into: Selection) -> None:
        """Take in a fragment; below an interface only the fields of the type that is read count."""
        if condition is None or condition == on.name:
            self.read(selections, on, into)
            return
        wanted = self.schema.type_map[condition]
        if is_object_type(on) and is_abstract_type(wanted) and self.schema.is_sub_type(wanted, on):
            self.read(selections, on, into)

    def _included(self, node: Any) -> bool:
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not (skip and skip["if"]) and not (include and not include["if"])
