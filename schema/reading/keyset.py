"""Cursors and page arguments of connections."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from schema.reading.spec import Sort
from server.core.actor import Actor
from server.core.errors import Invalid, Problem

DEFAULT_SIZE = 20
MOST_FOR_STAFF = 500
MOST_FOR_CLIENTS = 100

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00")
"""A moment as PostgreSQL writes it into our cursors; Python reads many more forms, some of which it refuses."""


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


def most_of(actor: Actor) -> int:
    """The largest page of this actor."""
    return MOST_FOR_STAFF if actor.is_staff else MOST_FOR_CLIENTS


def keys_of(sort: Sort) -> tuple[tuple[str, str], ...]:
    """The keys of an order with their SQL types; the id makes it a total one."""
    return (*sort.keys, ("{t}.id", "text"))


def refuse_foreign(page: Page, sort: Sort) -> None:
    """Refuse a cursor of another list, or of another order of this one."""
    if page.start is None:
        return
    keys = keys_of(sort)
    if len(page.start) != len(keys) or not all(
        _reads_as(kind, value) for value, (_, kind) in zip(page.start, keys, strict=True)
    ):
        raise Invalid(Problem("before" if page.backward else "after", "CURSOR_INVALID"))


def _reads_as(kind: str, value: str) -> bool:
    if kind != "timestamptz":
        return True
    try:
        return _MOMENT.fullmatch(value) is not None and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


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
