"""What an operation costs: the rows it may touch, told from the document, its variables and the schema."""

from typing import Any, Final

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)

from schema.reading.keyset import DEFAULT_SIZE
from server.core.actor import Actor

LIST: Final = 2
"""How many rows a list that has no pages is taken to have."""

BUDGET_OF_STAFF: Final = 5_000
BUDGET_OF_CLIENTS: Final = 2_000
BUDGET_OF_STRANGERS: Final = 200

Fielded = GraphQLObjectType | GraphQLInterfaceType


def budget_of(actor: Actor) -> int:
    """How much one operation of this actor may cost."""
    if actor.is_staff:
        return BUDGET_OF_STAFF
    return BUDGET_OF_CLIENTS if actor.is_client else BUDGET_OF_STRANGERS


def cost_of(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: dict[str, FragmentDefinitionNode],
    variables: dict[str, Any],
) -> int:
    """Every object counts once for each row of the lists it stands in. The document must be valid."""
    root = schema.get_root_type(operation.operation)
    assert root is not None
    defaults = {
        each.variable.name.value: int(each.default_value.value)
        for each in operation.variable_definitions or ()
        if isinstance(each.default_value, IntValueNode)
    }
    return _Cost(schema, fragments, defaults | variables).of(operation.selection_set, root)


class _Cost:
    def __init__(
        self, schema: GraphQLSchema, fragments: dict[str, FragmentDefinitionNode], variables: dict[str, Any]
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._known: dict[str, int] = {}

    def of(self, selections: SelectionSetNode, on: Fielded) -> int:
        """What the objects below one row cost."""
        return sum(self._node(node, on) for node in selections.selections)

    def _node(self, node: Any, on: Fielded) -> int:
        if isinstance(node, FieldNode):
            return self._field(node, on)
        if isinstance(node, InlineFragmentNode):
            condition = node.type_condition.name.value if node.type_condition else on.name
            return self.of(node.selection_set, self._type(condition))
        if isinstance(node, FragmentSpreadNode):
            return self._spread(node.name.value)
        return 0

    def _field(self, node: FieldNode, on: Fielded) -> int:
        if node.selection_set is None or node.name.value.startswith("__"):
            return 0
        definition = on.fields[node.name.value]
        named = get_named_type(definition.type)
        if named.name == "PageInfo" or not isinstance(named, Fielded):
            return 0
        return self._rows(node, definition.type, named, on) * (1 + self.of(node.selection_set, named))

    def _rows(self, node: FieldNode, kind: Any, named: Fielded, on: Fielded) -> int:
        if named.name.endswith("Connection"):
            sizes = [self._size(each.value) for each in node.arguments or () if each.name.value in ("first", "last")]
            return max(sizes, default=DEFAULT_SIZE)
        if on.name.endswith(("Connection", "Edge")):
            return 1  # the connection has counted them
        is_list = isinstance(kind.of_type if isinstance(kind, GraphQLNonNull) else kind, GraphQLList)
        return LIST if is_list else 1

    def _size(self, value: Any) -> int:
        if isinstance(value, IntValueNode):
            return max(0, int(value.value))
        found = self._variables.get(value.name.value) if isinstance(value, VariableNode) else None
        return max(0, found) if isinstance(found, int) else DEFAULT_SIZE

    def _spread(self, name: str) -> int:
        if name not in self._known:
            fragment = self._fragments[name]
            self._known[name] = self.of(fragment.selection_set, self._type(fragment.type_condition.name.value))
        return self._known[name]

    def _type(self, name: str) -> Fielded:
        found = self._schema.type_map[name]
        assert isinstance(found, Fielded)
        return found
