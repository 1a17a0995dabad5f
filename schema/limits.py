"""What an operation may ask for: measured in one linear pass over the document, before it is validated.

Validation itself takes long on hostile documents, so nothing reaches it that is too deep, too wide or too repetitive.
A fragment is measured once, however often it is spread: its figures are added, never its nodes walked again.
"""

from dataclasses import dataclass
from typing import Any, Final

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

MOST: Final = {
    "depth": 15,
    "fields": 2_000,
    "repeats": 30,
    "aliases": 100,
    "directives": 50,
    "fragments": 50,
    "operations": 5,
    "introspection": 500,
}
"""The most of each; fields count as often as their fragments are spread, those of introspection apart.

The longest introspection of a tool has 239.
"""

_INTROSPECTION: Final = frozenset({"__schema", "__type"})


@dataclass(slots=True)
class Figures:
    """What was counted."""

    depth: int = 0
    fields: int = 0
    repeats: int = 0
    aliases: int = 0
    directives: int = 0
    fragments: int = 0
    operations: int = 0
    introspection: int = 0
    introspects: bool = False

    def beyond(self) -> str | None:
        """The first figure that is over its limit."""
        return next((name for name, most in MOST.items() if getattr(self, name) > most), None)


class TooComplex(GraphQLError):
    """The operation asks for more than it may: `extensions` say of what, how much, and the limit."""

    def __init__(self, what: str, found: int, limit: int) -> None:
        super().__init__(
            f"The query is too complex: {what} {found}, of at most {limit}.",
            extensions={"code": "QUERY_TOO_COMPLEX", "what": what, "found": found, "limit": limit},
        )


def measured(document: DocumentNode) -> Figures:
    """Count; raises TooComplex at the first figure that is over its limit."""
    measure = _Measure(document)
    figures = measure.figures
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            figures.operations += 1
            part = measure.selections(definition.selection_set, 1)
            figures.depth = max(figures.depth, part.depth)
            figures.fields += part.fields
            figures.repeats += part.repeats
    if what := figures.beyond():
        raise TooComplex(what, getattr(figures, what), MOST[what])
    return figures


@dataclass(frozen=True, slots=True)
class _Part:
    depth: int
    fields: int
    repeats: int
    keys: tuple[str, ...]


class _Measure:
    def __init__(self, document: DocumentNode) -> None:
        self.figures = Figures()
        self._fragments = {
            each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)
        }
        self.figures.fragments = len(self._fragments)
        self._known: dict[str, _Part | None] = {}

    def selections(self, selections: SelectionSetNode, depth: int) -> _Part:
        """The figures of a selection set; `repeats` are fields that stand under a key already taken."""
        if depth > MOST["depth"]:
            raise TooComplex("depth", depth, MOST["depth"])
        deepest, fields, repeats = 0, 0, 0
        keys: list[str] = []
        for node in selections.selections:
            self.figures.directives += len(node.directives or ())
            part = self._node(node, depth)
            deepest, fields, repeats = max(deepest, part.depth), fields + part.fields, repeats + part.repeats
            keys += part.keys
            if fields > MOST["fields"]:
                raise TooComplex("fields", fields, MOST["fields"])
        return _Part(deepest, fields, repeats + len(keys) - len(set(keys)), tuple(dict.fromkeys(keys)))

    def _node(self, node: Any, depth: int) -> _Part:
        if isinstance(node, FieldNode):
            return self._field(node, depth)
        if isinstance(node, InlineFragmentNode):
            return self.selections(node.selection_set, depth)
        if isinstance(node, FragmentSpreadNode):
            return self._fragment(node.name.value)
        return _Part(0, 0, 0, ())

    def _field(self, node: FieldNode, depth: int) -> _Part:
        self.figures.aliases += node.alias is not None
        key = node.alias.value if node.alias else node.name.value
        if node.name.value in _INTROSPECTION:
            self.figures.introspects = True
            self._introspect(node)
            return _Part(1, 1, 0, (key,))
        if node.selection_set is None:
            return _Part(1, 1, 0, (key,))
        below = self.selections(node.selection_set, depth + 1)
        return _Part(below.depth + 1, below.fields + 1, below.repeats, (key,))

    def _introspect(self, node: FieldNode) -> None:
        """Count what is asked of the schema; a field under a name of its own counts as ten, for it is answered anew."""
        waiting: list[Any] = [(node, frozenset[str]())]
        while waiting:
            each, within = waiting.pop()
            self.figures.introspection += 10 if isinstance(each, FieldNode) and each.alias else 1
            if self.figures.introspection > MOST["introspection"]:
                raise TooComplex("introspection", self.figures.introspection, MOST["introspection"])
            if isinstance(each, FragmentSpreadNode):
                name = each.name.value
                each = self._fragments.get(name) if name not in within else None
                within |= {name}
            if each is not None and each.selection_set:
                waiting += [(below, within) for below in each.selection_set.selections]

    def _fragment(self, name: str) -> _Part:
        """Measured at its first spread; a circle, or one that is not there, counts nothing: validation refuses it."""
        if name not in self._known:
            self._known[name] = None
            fragment = self._fragments.get(name)
            if fragment is not None:
                self._known[name] = self.selections(fragment.selection_set, 1)
        return self._known[name] or _Part(0, 0, 0, ())
