"""Documents ready to run: parsed, measured, validated, and kept for the next request with the same text."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    OperationDefinitionNode,
    parse,
    validate,
)

from schema.limits import MOST, TooComplex, measured
from schema.root import schema

core = schema._schema

MOST_TOKENS: Final = 5_000
LONGEST: Final = 100_000
DEEPEST: Final = 100
"""Brackets in each other; more would only keep the parser busy."""
KEPT: Final = 500

_STRINGS_AND_BRACKETS = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[\](){}]')


@dataclass(frozen=True, slots=True)
class Document:
    """A document and what is known of it. With `errors` it cannot run."""

    errors: tuple[GraphQLError, ...] = ()
    ast: DocumentNode | None = None
    introspects: bool = False
    fragments: dict[str, FragmentDefinitionNode] = field(default_factory=dict)
    operations: dict[str, OperationDefinitionNode] = field(default_factory=dict)

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation of this name; without a name the only one."""
        if name is not None:
            return self.operations.get(name)
        return next(iter(self.operations.values())) if len(self.operations) == 1 else None


@lru_cache(KEPT)
def document(query: str) -> Document:
    """The document of a query. Its errors are kept too: a wrong query costs no second look."""
    if len(query) > LONGEST:
        return Document((TooComplex("length", len(query), LONGEST),))
    if (nesting := _nesting(query)) > DEEPEST:
        return Document((TooComplex("brackets", nesting, DEEPEST),))
    try:
        ast = parse(query, max_tokens=MOST_TOKENS)
        figures = measured(ast)
    except GraphQLError as error:
        return Document((error,))
    except RecursionError:
        return Document((TooComplex("depth", MOST["depth"] + 1, MOST["depth"]),))
    if errors := validate(core, ast, max_errors=5, hide_suggestions=True):
        return Document(tuple(errors))
    operations = [each for each in ast.definitions if isinstance(each, OperationDefinitionNode)]
    return Document(
        ast=ast,
        introspects=figures.introspects,
        fragments={each.name.value: each for each in ast.definitions if isinstance(each, FragmentDefinitionNode)},
        operations={each.name.value if each.name else "": each for each in operations},
    )


def _nesting(query: str) -> int:
    depth = deepest = 0
    for found in _STRINGS_AND_BRACKETS.findall(query):
        if found in "[({":
            depth += 1
            deepest = max(deepest, depth)
        elif found in "])}":
            depth -= 1
    return deepest
