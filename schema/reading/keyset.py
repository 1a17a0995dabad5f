"""Cursors and page arguments of connections."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Any

import orjson

from server.core.errors import Invalid, Problem

DEFAULT_SIZE = 20


@dataclass(frozen=True, slots=True)
class Page:
    """A page asked for: `size` rows after (or, backward, before) the row with the keys `start`."""

    size: int = DEFAULT_SIZE
    start: tuple[str, ...] | None = None
    backward: bool = False


def page(
    first: int | None, after: str | None, last: int | None = None, before: str | None = None, *, most: int
) -> Page:
    """The page of Relay's four arguments. Refuses both directions at once and more than `most` rows."""
    backward = last is not None or before is not None
    if backward and (first is not None or after is not None):
        raise Invalid(Problem("last", "PAGE_BOTH_WAYS"))
    size = last if backward else first
    if size is None:
        size = DEFAULT_SIZE
    if not 0 <= size <= most:
        raise Invalid(Problem("last" if backward else "first", "PAGE_SIZE", {"most": most}))
    cursor = before if backward else after
    start = decode(cursor, "before" if backward else "after") if cursor is not None else None
    return Page(size, start, backward)


def encode(keys: list[Any]) -> str:
    """The cursor of a row with these sort keys."""
    return urlsafe_b64encode(orjson.dumps(keys)).decode().rstrip("=")


def decode(cursor: str, field: str) -> tuple[str, ...]:
    """The sort keys in a cursor of ours; anything else is refused."""
    try:
        keys = orjson.loads(urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except ValueError:
        keys = None
    if not isinstance(keys, list) or not all(isinstance(key, str) and "\0" not in key for key in keys):
        raise Invalid(Problem(field, "CURSOR_INVALID"))
    return tuple(keys)
