"""Conditions for rows that hold, for every word typed, a word that begins with it (ACC-6)."""

from server.core.normalise import prefix_query
from server.core.scope import Condition, Shortcut

HOLDS = "{t}.search @@ (SELECT {0}::text::tsquery)"


def holding(search: str, noun: str | None = None, key: str = "{t}.id") -> Condition:
    """Rows of a table with the column `search`; of `accounts` and `contacts` with the index of their words."""
    shortcut = shortcut_to(noun, key) if noun else None
    return Condition(HOLDS, (prefix_query(search),), shortcut)


def shortcut_to(noun: str, key: str) -> Shortcut:
    """By the index of the noun's words; `key` holds the noun's id."""
    return Shortcut(f"{key} = ANY((SELECT {noun}_found({{0}}))::text[])", f"{noun}_are_many({{0}})")
