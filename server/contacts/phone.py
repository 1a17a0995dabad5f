"""Phone numbers: a chosen country, stored as E.164 (CON-1)."""

from typing import Final

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from server.core import text
from server.core.errors import Problem

_LONGEST: Final = 40
_NOT_GEOGRAPHICAL: Final = "001"


def read(typed: str | None, country: str | None, at: str = "") -> tuple[dict[str, str | None], Problem | None]:
    """The columns `phone` and `phone_country`, and why the number cannot be one.

    A number that begins with + needs no country; where one is chosen all the same, it must have that dial code.
    """
    typed = text.tidy(typed)
    country = (text.tidy(country) or "").upper() or None
    columns: dict[str, str | None] = {"phone": None, "phone_country": country}
    if country and country not in phonenumbers.SUPPORTED_REGIONS:
        return columns, Problem(f"{at}phoneCountry", "COUNTRY_UNKNOWN")
    if typed is None:
        return columns, None
    invalid = Problem(f"{at}phone", "PHONE_INVALID", {"country": country or "+"})
    if len(typed) > _LONGEST or text.problem_with("", typed, limit=_LONGEST):
        return columns, invalid
    if not country and not typed.startswith(("+", "＋")):
        return columns, Problem(f"{at}phoneCountry", "PHONE_COUNTRY_REQUIRED")
    try:
        number = phonenumbers.parse(typed, country)
    except NumberParseException:
        return columns, invalid
    dial_code = phonenumbers.country_code_for_region(country) if country else number.country_code
    if number.country_code != dial_code or number.extension or not phonenumbers.is_valid_number(number):
        return columns, invalid
    region = phonenumbers.region_code_for_number(number)
    columns["phone"] = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    columns["phone_country"] = country or (region if region != _NOT_GEOGRAPHICAL else None)
    return columns, None


def spellings(phone: str | None) -> tuple[str, ...]:
    """The ways people type a stored number when they look for it: all digits, the national ones, in their groups."""
    if not phone:
        return ()
    number = phonenumbers.parse(phone)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    return phone, "".join(filter(str.isdigit, national)), phonenumbers.national_significant_number(number), national
