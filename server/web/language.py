"""The language a browser asks for."""

from server.words.say import LANGUAGES, known


def preferred(accept_language: str) -> str:
    """The first of our languages by the weights of an Accept-Language header; English for none of them."""
    weighted = sorted((_weighed(part) for part in accept_language[:500].split(",")), key=lambda one: -one[0])
    for weight, tag in weighted:
        if weight > 0 and (tag == LANGUAGES[0] or known(tag) != LANGUAGES[0] or tag.startswith(f"{LANGUAGES[0]}-")):
            return known(tag)
    return LANGUAGES[0]


def _weighed(part: str) -> tuple[float, str]:
    tag, _, weight = part.partition(";")
    try:
        return float(weight.strip().removeprefix("q=") or 1), tag.strip().lower()
    except ValueError:
        return 0.0, ""
