"""The personal message of an invitation."""

from typing import Final

from server.core import text
from server.core.errors import Invalid, Problem

LIMIT: Final = 2_000


def checked_message(field: str, message: str | None) -> str | None:
    """The message as it is stored, None for a blank one. MESSAGE_TOO_LONG, CHARACTER_FORBIDDEN at `field`."""
    words = text.tidy(message)
    if words and len(words) > LIMIT:
        raise Invalid(Problem(field, "MESSAGE_TOO_LONG", {"limit": LIMIT}))
    if problem := text.problem_with(field, words, limit=LIMIT, lines=True):
        raise Invalid(problem)
    return words
