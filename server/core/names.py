"""What a name may be that can become the name of a folder (ACC-5): one rule for the API, imports and drives.

What Windows, macOS or Linux cannot store, or would store as something else, is refused with a cleaned name to take
instead. Two names that differ by case, or by the way an accent is encoded, are the same (`normalise.key`).
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from server.core import normalise
from server.core.errors import Problem
from server.core.text import BIDI, INVISIBLE

LIMIT: Final = 120
KEY_LIMIT: Final = 240
"""The column of the key; a few letters grow eighteenfold when they are normalised."""

_SEPARATORS: Final = frozenset("/\\|:")
_FORBIDDEN: Final = frozenset(':"/\\|?*<>') | BIDI | INVISIBLE
_FORBIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE | re.DOTALL
)


def problem_with(field: str, name: str) -> Problem | None:
    """Why the name cannot be taken, else None. Whether it is taken already only its list knows."""
    if not name:
        return Problem(field, "NAME_REQUIRED")
    if character := next((c for c in name if _is_forbidden(c)), None):
        return Problem(field, "NAME_FORBIDDEN_CHARACTER", {"character": _shown(character), "cleaned": clean(name)})
    if name != _trimmed(name):
        return Problem(field, "NAME_EDGE", {"cleaned": clean(name)})
    if _RESERVED.fullmatch(name):
        return Problem(field, "NAME_RESERVED", {"cleaned": clean(name)})
    if len(name) > LIMIT or len(normalise.key(name)) > KEY_LIMIT:
        return Problem(field, "NAME_TOO_LONG", {"limit": LIMIT, "cleaned": clean(name)})
    return None


def clean(name: str) -> str:
    """The nearest name that is accepted; an accepted one stays as it is."""
    name = "".join(_replacement(c) for c in name)
    while True:
        cut = _trimmed(name)[:LIMIT]
        while len(normalise.key(cut)) > KEY_LIMIT:
            cut = cut[:-1]
        cut = _trimmed(cut) or "_"
        if _RESERVED.fullmatch(cut):
            base, dot, rest = cut.partition(".")
            cut = f"{base.rstrip()}_{dot}{rest}"
        if cut == name:
            return name
        name = cut


def numbered(name: str) -> Iterator[str]:
    """`Name (2)`, `Name (3)` … without end, each within the limits: what to offer where a name is taken."""
    number = 2
    while True:
        ending = f" ({number})"
        start = name[: LIMIT - len(ending)]
        while len(normalise.key(start + ending)) > KEY_LIMIT:
            start = start[:-1]
        yield start.rstrip() + ending
        number += 1


def _is_forbidden(character: str) -> bool:
    return character in _FORBIDDEN or unicodedata.category(character) in _FORBIDDEN_CATEGORIES


def _trimmed(name: str) -> str:
    name = name.strip()
    while name.endswith("."):
        name = name.rstrip(".").rstrip()
    return name


def _replacement(character: str) -> str:
    if not _is_forbidden(character):
        return character
    if character in _SEPARATORS:
        return "-"
    return " " if character.isspace() else ""


def _shown(character: str) -> str:
    return character if character.isprintable() and character not in INVISIBLE else f"U+{ord(character):04X}"
