"""The operations of both frontends as they stand in their sources, and what each is sent with."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    NameNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    Visitor,
    parse,
    print_ast,
    type_from_ast,
    visit,
)
from graphql.type import GraphQLNonNull

from tests.factories.registers import Register
from tests.schema.walk import core

SOURCES = Path(__file__).resolve().parents[2] / "portal_frontend" / "src"
_DOCUMENT = re.compile(r"\bgraphql\(\s*`([^`]*)`")


@dataclass(frozen=True)
class Operation:
    """One operation of a frontend, with the fragments it needs."""

    frontend: str
    node: OperationDefinitionNode
    fragments: tuple[FragmentDefinitionNode, ...]

    @property
    def name(self) -> str:
        """Its name."""
        assert self.node.name is not None
        return self.node.name.value

    @property
    def root(self) -> str:
        """The first field it asks for."""
        first = self.node.selection_set.selections[0]
        assert isinstance(first, FieldNode)
        return first.name.value

    @property
    def query(self) -> str:
        """As written."""
        return "\n".join(print_ast(each) for each in (self.node, *self.fragments))

    @property
    def query_as_sent(self) -> str:
        """With the `__typename` that the client's cache adds on every level below the root."""
        parts = [visit(each, _AddTypename()) for each in (self.node, *self.fragments)]
        return "\n".join(print_ast(each) for each in parts)


class _AddTypename(Visitor):
    def leave_selection_set(self, node: SelectionSetNode, _key: Any, parent: Any, *_: Any) -> SelectionSetNode | None:
        if isinstance(parent, OperationDefinitionNode):
            return None
        typename = FieldNode(name=NameNode(value="__typename"), arguments=(), directives=())
        return SelectionSetNode(selections=(*node.selections, typename))


def operations(kind: OperationType) -> Iterator[Operation]:
    """All of one kind, by frontend and name."""
    for frontend in ("admin", "portal"):
        texts = [
            text
            for file in sorted((SOURCES / frontend).rglob("*.ts*"))
            if "generated" not in file.parts and ".test." not in file.name
            for text in _DOCUMENT.findall(file.read_text())
        ]
        nodes = [node for text in texts for node in parse(text).definitions]
        fragments = {node.name.value: node for node in nodes if isinstance(node, FragmentDefinitionNode)}
        for node in nodes:
            if isinstance(node, OperationDefinitionNode) and node.operation is kind:
                needed = _needed(node, fragments)
                yield Operation(frontend, node, tuple(fragments[name] for name in sorted(needed)))


def _needed(node: Any, fragments: dict[str, FragmentDefinitionNode]) -> set[str]:
    found: set[str] = set()
    waiting = [node]
    while waiting:
        spreads = re.findall(r"\.\.\.(\w+)(?<!\bon)", print_ast(waiting.pop()))
        for name in spreads:
            if name in fragments and name not in found:
                found.add(name)
                waiting.append(fragments[name])
    return found


def variables_of(operation: Operation, here: Register, cursors: dict[str, str]) -> Iterator[dict[str, Any]]:
    """What a query is sent with: one ordinary choice of all its variables, then each other value of each of them."""
    choices = {
        each.variable.name.value: _choices(operation, each.variable.name.value, type_from_ast(core, each.type), here)
        for each in operation.node.variable_definitions or ()
    }
    if "after" in choices and operation.root in cursors:
        choices["after"] = [None, cursors[operation.root]]
    usual = {name: values[0] for name, values in choices.items()}
    yield usual
    for name, values in choices.items():
        for value in values[1:]:
            yield usual | {name: value}


def _choices(operation: Operation, name: str, kind: Any, here: Register) -> list[Any]:
    required = isinstance(kind, GraphQLNonNull)
    plain = kind.of_type if required else kind
    if isinstance(plain, GraphQLEnumType):
        found: list[Any] = list(plain.values)
    elif isinstance(plain, GraphQLList):
        return [None, [], *([each] for each in _choices(operation, name, plain.of_type, here))]
    elif isinstance(plain, GraphQLInputObjectType):
        found = INPUTS_OF_QUERIES[plain.name](here)
    else:
        prefix = {"account": "acc", "portalAccount": "acc", "contact": "con"}.get(operation.root, "acc")
        scalars: dict[str, list[Any]] = {
            "ID": here.ids[prefix],
            "Int": [50, 1, 2],
            "String": ["", "ana", "+40 700", "nobody at all"] if name == "search" else [None],
            "Boolean": [True, False],
        }
        found = scalars[plain.name]
    return found if required else [*found, None]


INPUTS_OF_QUERIES: dict[str, Callable[[Register], list[Any]]] = {
    "AccountFilter": lambda here: [
        None,
        {"portalStatus": ["ACTIVE", "OFFLINE"]},
        {"staffId": here.ids["stf"][0], "type": ["COMPANY"]},
        {"category": ["CLIENT"], "stage": []},
    ],
    "InvitationPreviewInput": lambda here: [{"accountName": "Ana & Söhne", "firstName": "Ana", "message": "Hola"}],
}
