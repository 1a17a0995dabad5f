"""What any text of a person must hold to: a length, and characters that can be stored and shown."""

import unicodedata
from typing import Final

from server.core.errors import Problem

_LINES: Final = frozenset("\n\t")
_FORBIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
INVISIBLE: Final = frozenset(
    map(chr, (0xAD, 0x34F, 0x115F, 0x1160, 0x180E, 0x200B, *range(0x2060, 0x2065), 0x3164, 0xFEFF, 0xFFA0))
)
"""Letters that show nothing and join nothing: a name with them looks like another, a name of them like none."""

BIDI: Final = frozenset(chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def tidy(text: str | None) -> str | None:
    """Without blanks at the ends and with one kind of line end; nothing left is None."""
    if text is None:
        return None
    return text.replace("\r\n", "\n").strip() or None


def problem_with(
    field: str, text: str | None, *, limit: int, required: bool = False, lines: bool = False
) -> Problem | None:
    """TEXT_REQUIRED, TEXT_TOO_LONG or CHARACTER_FORBIDDEN (controls, lone surrogates, bidi overrides), else None.

    Line ends and tabs are allowed where `lines`.
    """
    if not text or (required and INVISIBLE.issuperset(text)):
        return Problem(field, "TEXT_REQUIRED") if required else None
    if len(text) > limit:
        return Problem(field, "TEXT_TOO_LONG", {"limit": limit})
    if character := next((c for c in text if _is_forbidden(c, lines=lines)), None):
        return Problem(field, "CHARACTER_FORBIDDEN", {"character": f"U+{ord(character):04X}"})
    return None


def _is_forbidden(character: str, *, lines: bool) -> bool:
    if lines and character in _LINES:
        return False
    return character in BIDI or unicodedata.category(character) in _FORBIDDEN_CATEGORIES
