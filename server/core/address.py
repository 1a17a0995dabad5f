"""Postal addresses of contacts, companies and firms."""

from dataclasses import asdict, dataclass
from functools import cache
from typing import Final

from babel import Locale

from server.core import text
from server.core.errors import Problem

_LIMITS: Final = {"street": 200, "city": 100, "postal_code": 20, "region": 100}
_API_NAMES: Final = {"postal_code": "postalCode"}
_NOT_COUNTRIES: Final = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address as given; `country` is ISO 3166-1 alpha-2."""

    street: str | None = None
    city: str | None = None
    postal_code: str | None = None
    region: str | None = None
    country: str | None = None


@cache
def countries() -> frozenset[str]:
    """Every country, by its two letters."""
    codes = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - _NOT_COUNTRIES


def read(field: str, address: Address | None) -> tuple[dict[str, str | None] | None, list[Problem]]:
    """What is stored of the address (null if all of it is empty), and what is wrong with it, by field below `field`."""
    if address is None:
        return None, []
    stored = {part: text.tidy(value) for part, value in asdict(address).items()}
    found = [
        text.problem_with(f"{field}.{_API_NAMES.get(part, part)}", stored[part], limit=limit, lines=part == "street")
        for part, limit in _LIMITS.items()
    ]
    country = stored["country"] = (stored["country"] or "").upper() or None
    if country and country not in countries():
        found.append(Problem(f"{field}.country", "COUNTRY_UNKNOWN"))
    return (stored if any(stored.values()) else None), [problem for problem in found if problem]
