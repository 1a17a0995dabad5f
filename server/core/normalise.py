"""One form for what people type in many: search words, keys that tell equal names and addresses apart."""

import re
import unicodedata

_WORDS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[\d\s+()./-]+")
_LONGEST_SEARCH = 300
"""What is typed beyond it finds nothing more, and a word of a million letters would keep the database busy."""
_LONGEST_WORD = 60
"""Of a longer word the beginning counts, where it is kept and where it is typed."""
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "þ": "th", "ı": "i"}
)
"""Letters that Unicode does not take for others with an accent."""


def key(text: str) -> str:
    """The form under which two spellings are the same thing: NFKC, case-folded, blanks at the ends gone."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return unicodedata.normalize("NFKC", folded)


def searchable(*texts: str | None) -> str:
    """The words of the texts without accents and case, each once, for the search column."""
    words: dict[str, None] = {}
    for text in texts:
        words.update(dict.fromkeys(_words(text or "")))
    return " ".join(words)


def prefix_query(search: str) -> str:
    """A `tsquery` that finds rows holding, for every word typed, a word that begins with it; empty for no word.

    A telephone number is one word however it is grouped: `+34 600 12` finds `34600123456`, `0034 600 12` too.
    """
    search = search[:_LONGEST_SEARCH]
    words = _words(search)[:8]
    if _NUMBER.fullmatch(search):
        words = ["".join(_words(search)).removeprefix("00")[:_LONGEST_WORD]]
    return " & ".join(f"{word}:*" for word in words if word)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()).translate(_LETTERS)
    return [word[:_LONGEST_WORD] for word in _WORDS.findall("".join(c for c in plain if not unicodedata.combining(c)))]
