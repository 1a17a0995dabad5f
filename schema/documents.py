"""Documents ready to run: parsed, measured, validated, and kept for the next request with the same text."""

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import count
from sys import getsizeof
from typing import Any, Final

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    Node,
    OperationDefinitionNode,
    OperationType,
    parse,
    validate,
)

from schema.cost import Price
from schema.limits import MOST, TooComplex, measured
from schema.root import schema

core = schema._schema

MOST_TOKENS: Final = 3_000
LONGEST: Final = 100_000
DEEPEST: Final = 100
"""Brackets in each other; more would only keep the parser busy."""
HEAVIEST: Final = 16_000_000
"""Bytes that all kept documents may take together: some hundreds of usual ones, or twenty of the worst."""
NODE: Final = 250
"""Bytes that a node of a parsed document takes (measured 200 to 240)."""
WRONG: Final = 4_000
"""Bytes that are reckoned for the errors of one that cannot run."""

_STRINGS_AND_BRACKETS = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[\](){}]')
_numbers = count(1)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A document and what is known of it. With `errors` it cannot run."""

    errors: tuple[GraphQLError, ...] = ()
    ast: DocumentNode | None = None
    introspects: bool = False
    fragments: dict[str, FragmentDefinitionNode] = field(default_factory=dict)
    operations: dict[str, OperationDefinitionNode] = field(default_factory=dict)
    weight: int = 0
    """Bytes, about."""
    number: int = field(default_factory=_numbers.__next__)
    """Its own in this process, and never another one's: what is kept for a document is kept by it."""
    _prices: dict[str | None, Price] = field(default_factory=dict)
    """By the name that was asked for, of the few that it has."""

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation of this name; without a name the only one."""
        if name is not None:
            return self.operations.get(name)
        return next(iter(self.operations.values())) if len(self.operations) == 1 else None

    def cost(self, name: str | None, variables: dict[str, Any]) -> int:
        """What the operation of this name costs with these variables."""
        price = self._prices.get(name)
        if price is None:
            operation = self.operation(name)
            assert operation is not None
            price = self._prices[name] = Price(core, operation, self.fragments)
        return price.of(variables)

    def writes(self, name: str | None) -> bool:
        """Whether the operation of this name is more than a query."""
        found = self.operation(name)
        return found is not None and found.operation is not OperationType.QUERY


class Kept:
    """Documents by their text. Who was not asked for the longest goes, while all together weigh too much."""

    def __init__(self, heaviest: int = HEAVIEST) -> None:
        self.heaviest = heaviest
        self.weight = 0
        self._documents: OrderedDict[str, Document] = OrderedDict()

    def __len__(self) -> int:
        return len(self._documents)

    def document(self, query: str) -> Document:
        """The document of a query. Its errors are kept too: a wrong query costs no second look."""
        found = self._documents.get(query)
        if found is not None:
            self._documents.move_to_end(query)
            return found
        found = self._documents[query] = prepared(query)
        self.weight += found.weight
        while self.weight > self.heaviest:
            self.weight -= self._documents.popitem(last=False)[1].weight
        return found


kept = Kept()
document = kept.document


def prepared(query: str) -> Document:
    """The document of a query, made anew."""
    if len(query) > LONGEST:
        return _wrong(query, TooComplex("length", len(query), LONGEST))
    if (nesting := _nesting(query)) > DEEPEST:
        return _wrong(query, TooComplex("brackets", nesting, DEEPEST))
    try:
        ast = parse(query, max_tokens=MOST_TOKENS)
        figures = measured(ast)
    except GraphQLError as error:
        return _wrong(query, error)
    except RecursionError:
        return _wrong(query, TooComplex("depth", MOST["depth"] + 1, MOST["depth"]))
    if errors := validate(core, ast, max_errors=5, hide_suggestions=True):
        return _wrong(query, *errors)
    operations = [each for each in ast.definitions if isinstance(each, OperationDefinitionNode)]
    return Document(
        ast=ast,
        introspects=figures.introspects,
        fragments={each.name.value: each for each in ast.definitions if isinstance(each, FragmentDefinitionNode)},
        operations={each.name.value if each.name else "": each for each in operations},
        weight=2 * getsizeof(query) + NODE * _without_tokens(ast),
    )


def _wrong(query: str, *errors: GraphQLError) -> Document:
    """What is wrong, without the nodes and the source that errors hold on to."""
    return Document(tuple(_light(error) for error in errors), weight=getsizeof(query) + WRONG)


def _light(error: GraphQLError) -> GraphQLError:
    light = GraphQLError(error.message, extensions=error.extensions)
    light.locations = error.locations
    return light


def _without_tokens(ast: DocumentNode) -> int:
    """Let go of the lexer's tokens, which take as much as all nodes together; the number of nodes.

    Where a node stands is still known (`start` and `end` of its location).
    """
    nodes = 0
    waiting: list[Any] = [ast]
    while waiting:
        node = waiting.pop()
        nodes += 1
        if node.loc is not None:
            node.loc.start_token = node.loc.end_token = None
        for key in node.keys:
            below = getattr(node, key)
            if isinstance(below, Node):
                waiting.append(below)
            elif isinstance(below, tuple | list):
                waiting += [each for each in below if isinstance(each, Node)]
    return nodes


def _nesting(query: str) -> int:
    depth = deepest = 0
    for found in _STRINGS_AND_BRACKETS.findall(query):
        if found in "[({":
            depth += 1
            deepest = max(deepest, depth)
        elif found in "])}":
            depth -= 1
    return deepest
