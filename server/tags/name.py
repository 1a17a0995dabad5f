"""The name of a tag: short, and its own in the firm."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from server.core import normalise, text
from server.core.database import unique
from server.core.errors import Conflict, Invalid, Problem
from server.tags.models import Tag

LIMIT: Final = 40
_KEY_LIMIT: Final = 160

_CONSTRAINT: Final = "uid_tags_firm_id_dc1d60"
"""Unique (firm_id, name_key): it has the last word."""


def read(given: str) -> dict[str, Any]:
    """The columns of a name; blanks in a row are one, since they look like one. INVALID if a tag cannot have it."""
    name = " ".join(given.split())
    key = normalise.key(name)
    problem = text.problem_with("name", name, limit=LIMIT, required=True)
    if not problem and len(key) > _KEY_LIMIT:
        problem = Problem("name", "TEXT_TOO_LONG", {"limit": LIMIT})
    if problem:
        raise Invalid(problem)
    return {"name": name, "name_key": key, "search_words": normalise.searchable(name)}


@asynccontextmanager
async def guarded(columns: dict[str, Any]) -> AsyncIterator[None]:
    """Around a write: TAG_NAME_TAKEN, with the tag that has the name, so that one can take it or merge into it."""
    try:
        async with unique(_CONSTRAINT, _TakenError()):
            yield
    except _TakenError:
        other = await Tag.get_or_none(name_key=columns["name_key"])
        raise Conflict(
            "TAG_NAME_TAKEN",
            tag=other.name if other else columns["name"],
            tagId=str(other.id) if other else "",
        ) from None


class _TakenError(Exception):
    pass
