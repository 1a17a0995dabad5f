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

MOST_KNOWN: Final = 50
"""Sizes whose cost is remembered for one operation."""

BEYOND: Final = 2**31 - 1
"""What is larger is as good as endless, and counts no further: every reader of JSON can hold it."""
LONGEST_INT: Final = 12
"""Characters."""

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
    return Price(schema, operation, fragments).of(variables)


class Price:
    """What one operation costs. Reckoned once for each choice of the variables that say how large its lists are."""

    def __init__(
        self,
        schema: GraphQLSchema,
        operation: OperationDefinitionNode,
        fragments: dict[str, FragmentDefinitionNode],
    ) -> None:
        self._schema = schema
        self._operation = operation
        self._fragments = fragments
        self._defaults = {
            each.variable.name.value: _literal(each.default_value.value)
            for each in operation.variable_definitions or ()
            if isinstance(each.default_value, IntValueNode)
        }
        self._sizes: tuple[str, ...] | None = None
        """The variables that matter; known after the first reckoning."""
        self._known: dict[tuple[Any, ...], int] = {}

    def of(self, variables: dict[str, Any]) -> int:
        """The cost with these variables."""
        sizes = self._sizes
        if sizes is not None:
            known = self._known.get(tuple([_whole(variables.get(name, self._defaults.get(name))) for name in sizes]))
            if known is not None:
                return known
        return self._reckoned(self._defaults | variables)

    def _reckoned(self, variables: dict[str, Any]) -> int:
        root = self._schema.get_root_type(self._operation.operation)
        assert root is not None
        reckoning = _Cost(self._schema, self._fragments, variables)
        cost = reckoning.of(self._operation.selection_set, root)
        self._sizes = tuple(sorted(reckoning.sizes))
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known[tuple([_whole(variables.get(name)) for name in self._sizes])] = cost
        return cost


def _whole(value: Any) -> int | None:
    """As GraphQL takes an Int: 500.0 is 500 too."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return max(-1, min(value, BEYOND)) if isinstance(value, int) else None


def _literal(text: str) -> int:
    """An integer as it stands in a document, of whatever length."""
    if len(text) > LONGEST_INT:
        return -1 if text.startswith("-") else BEYOND
    return max(-1, min(int(text), BEYOND))


class _Cost:
    def __init__(
        self, schema: GraphQLSchema, fragments: dict[str, FragmentDefinitionNode], variables: dict[str, Any]
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._known: dict[str, int] = {}
        self.sizes: set[str] = set()
        """Names of the variables that say how large a list is."""

    def of(self, selections: SelectionSetNode, on: Fielded) -> int:
        """What the objects below one row cost."""
        return min(BEYOND, sum(self._node(node, on) for node in selections.selections))

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
            return max(0, _literal(value.value))
        if not isinstance(value, VariableNode):
            return DEFAULT_SIZE
        self.sizes.add(value.name.value)
        found = _whole(self._variables.get(value.name.value))
        return DEFAULT_SIZE if found is None else max(0, found)

    def _spread(self, name: str) -> int:
        if name not in self._known:
            fragment = self._fragments[name]
            self._known[name] = self.of(fragment.selection_set, self._type(fragment.type_condition.name.value))
        return self._known[name]

    def _type(self, name: str) -> Fielded:
        found = self._schema.type_map[name]
        assert isinstance(found, Fielded)
        return found
