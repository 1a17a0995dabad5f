"""Bring the answers of different servers to one form, so that equal data is equal."""

from datetime import UTC, datetime
from typing import Any, Final

_MOMENTS: Final = {"createdAt"}
_CURSORS: Final = {"cursor", "endCursor"}
_UNORDERED: Final = {"tags", "staff", "contacts"}
_LINKS: Final = ({"tag"}, {"staff"})
"""Rows of a linking table that hold nothing but what they link to."""


def same_form(value: Any, key: str = "") -> Any:
    """Cursors count as there or not, moments as moments, lists inside an account as sets."""
    if isinstance(value, dict):
        if value.keys() in _LINKS and key in _UNORDERED:
            return same_form(next(iter(value.values())))
        return {name: same_form(each, name) for name, each in value.items()}
    if isinstance(value, list):
        formed = [same_form(each, key) for each in value]
        return sorted(formed, key=lambda each: str(each["id"])) if key in _UNORDERED else formed
    if key in _CURSORS:
        return bool(value)
    if key in _MOMENTS and isinstance(value, str):
        return datetime.fromisoformat(value).astimezone(UTC)
    return value
