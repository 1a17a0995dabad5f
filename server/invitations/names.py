"""The names of a person, where they may be left as they are."""

from typing import Final

from server.core import text
from server.core.errors import Invalid

LIMIT: Final = 80


def checked_names(first_name: str | None, last_name: str | None) -> dict[str, str]:
    """The columns of the names that were given. TEXT_REQUIRED for a blank one, TEXT_TOO_LONG, CHARACTER_FORBIDDEN."""
    given = {"first_name": ("firstName", first_name), "last_name": ("lastName", last_name)}
    tidied = {column: (field, text.tidy(value) or "") for column, (field, value) in given.items() if value is not None}
    problems = [text.problem_with(field, value, limit=LIMIT, required=True) for field, value in tidied.values()]
    if found := [problem for problem in problems if problem]:
        raise Invalid(*found)
    return {column: value for column, (_, value) in tidied.items()}
