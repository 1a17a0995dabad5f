"""Conditions for rows that hold, for every word typed, a word that begins with it (ACC-6)."""

from typing import Final

from server.core.normalise import prefix_query
from server.core.scope import NONE, Condition, Shortcut

HOLDS: Final = "coalesce({t}.search @@ (SELECT {0}::text::tsquery), false)"
"""`coalesce` hides the operator from the planner. It would guess that one row in 200 holds the words, and of a firm
larger than the others that all its rows are better sorted than walked."""


def holding(search: str, shortcut: Shortcut | None = None) -> Condition:
    """Rows of a table with the column `search`; without a shortcut each of the firm's rows is looked at."""
    query = prefix_query(search)
    return Condition(HOLDS, (query,), shortcut) if query else NONE


def shortcut_to(
    found: str, looks: str, key: str = "{t}.id", around: tuple[str | None, str | None] = (None, None)
) -> Shortcut:
    """By an index of words, asked by two functions of the database; `key` holds the id (decision 0028)."""
    return Shortcut(f"{key} = ANY((SELECT {found})::text[])", f"(SELECT {looks})", "md5({t}.id) < '1'", *around)
