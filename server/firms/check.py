"""What a firm's settings must hold to (TEAM-1): each column's rule, by the API's name of the field."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import phonenumbers

from server.core import address, text
from server.core.errors import Problem
from server.mail.address import problem_with as problem_with_email
from server.words.say import LANGUAGES

Checked = tuple[object, list[Problem]]
"""What is stored, and what is wrong with it."""

CLIENT_DAYS: Final = (1, 90)
STAFF_DAYS: Final = (1, 30)
MOST_REMINDERS: Final = 10

_COLOR = re.compile(r"#[0-9a-f]{6}")
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")


def name(given: str) -> Checked:
    """One line; it is the sender of every e-mail."""
    tidy = text.tidy(given)
    if tidy is None:
        return None, [Problem("name", "NAME_REQUIRED")]
    return tidy, _list(text.problem_with("name", tidy, limit=120))


def slug(given: str) -> Checked:
    """The short name in addresses."""
    return given, [] if _SLUG.fullmatch(given) else [Problem("slug", "SLUG_INVALID")]


def email(given: str | None) -> Checked:
    """Where the firm is written to; optional."""
    tidy = text.tidy(given)
    return tidy, _list(problem_with_email("email", tidy) if tidy else None)


def phone(given: str | None, country: str | None = None) -> Checked:
    """Stored as E.164; without a + it is read as one of the firm's own country. Optional."""
    tidy = text.tidy(given)
    if tidy is None:
        return None, []
    try:
        number = phonenumbers.parse(tidy[:40], country)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or len(tidy) > 40 or number.extension or not phonenumbers.is_valid_number(number):
        return None, [Problem("phone", "PHONE_INVALID", {"country": country or "+"})]
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), []


def website(given: str | None) -> Checked:
    """An address a browser opens; optional. A bare host gets https://."""
    tidy = text.tidy(given)
    if tidy is None:
        return None, []
    whole = tidy if "://" in tidy else f"https://{tidy}"
    return whole, [] if _is_web_address(whole) else [Problem("website", "URL_INVALID")]


def language(given: str) -> Checked:
    """One of ours."""
    return given.lower(), [] if given.lower() in LANGUAGES else [Problem("language", "LANGUAGE_UNKNOWN")]


def time_zone(given: str) -> Checked:
    """An IANA name."""
    return given, [] if given in _time_zones() else [Problem("timeZone", "TIME_ZONE_UNKNOWN")]


def accent_color(given: str) -> Checked:
    """`#rrggbb`."""
    color = given.strip().lower()
    return color, [] if _COLOR.fullmatch(color) else [Problem("accentColor", "COLOR_INVALID")]


def days(field: str, given: int, bounds: tuple[int, int]) -> Checked:
    """How long a link is good for."""
    lowest, highest = bounds
    if lowest <= given <= highest:
        return given, []
    return given, [Problem(field, "DAYS_OUT_OF_RANGE", {"minimum": lowest, "maximum": highest})]


def reminders(given: list[int]) -> Checked:
    """Days after an invitation, each once, in order."""
    if len(given) > MOST_REMINDERS:
        return given, [Problem("reminderDays", "LIST_TOO_LONG", {"limit": MOST_REMINDERS})]
    wrong = [days(f"reminderDays.{place}", day, CLIENT_DAYS)[1] for place, day in enumerate(given)]
    return sorted(set(given)), [problem for problems in wrong for problem in problems]


def postal(given: address.Address | None) -> Checked:
    """The firm's own address; optional."""
    return address.read("address", given)


ONE_BY_ONE: Final[Mapping[str, Callable[..., Checked]]] = {
    "name": name,
    "email": email,
    "website": website,
    "language": language,
    "time_zone": time_zone,
    "accent_color": accent_color,
    "client_invitation_days": lambda given: days("clientInvitationDays", given, CLIENT_DAYS),
    "staff_invitation_days": lambda given: days("staffInvitationDays", given, STAFF_DAYS),
    "reminder_days": reminders,
    "address": postal,
    "allow_accounts_without_contacts": lambda given: (given, []),
    "tell_on_access_removed": lambda given: (given, []),
}
"""The columns whose rule looks at nothing else; `phone` looks at the address."""

MAY_BE_EMPTY: Final = {"email", "phone", "website", "address"}


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(zone for zone in available_timezones() if "/" in zone or zone == "UTC")


def _is_web_address(whole: str) -> bool:
    if len(whole) > 200 or text.problem_with("", whole, limit=200) or any(c.isspace() for c in whole):
        return False
    try:
        parts = urlsplit(whole)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in host.strip(".") and not parts.username


def _list(problem: Problem | None) -> list[Problem]:
    return [problem] if problem else []
