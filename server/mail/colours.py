"""The firm's colour in e-mails: nothing but a colour, and what can be read on it."""

import re

from server.mail.look import DEFAULT_ACCENT

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
DARK, LIGHT = "#1f2933", "#ffffff"


def safe(colour: str) -> str:
    """The colour, or the default for anything that is not `#rrggbb`."""
    return colour if _COLOUR.fullmatch(colour) else DEFAULT_ACCENT


def readable_on(colour: str) -> str:
    """Dark or light letters, whichever contrasts more (WCAG's relative luminance)."""
    return LIGHT if contrast(colour, LIGHT) >= contrast(colour, DARK) else DARK


def contrast(one: str, other: str) -> float:
    """From 1 to 21; 4.5 can be read."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
