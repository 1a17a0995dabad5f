"""The one source of the time of day; tests set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

_set_to: datetime | None = None


def now() -> datetime:
    """The moment, aware, in UTC."""
    return _set_to or datetime.now(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Stop the clock at `moment` for a test, for the whole process."""
    global _set_to
    before, _set_to = _set_to, moment
    try:
        yield
    finally:
        _set_to = before


def later(moment: timedelta) -> datetime:
    """`moment` from now."""
    return now() + moment
