"""What the fields of a contact may hold (CON-1)."""

from collections.abc import Mapping
from typing import Any, Final

from server.contacts import phone as phone_number
from server.contacts.models import Contact
from server.core import address, normalise, text
from server.core.errors import Problem
from server.mail.address import problem_with as email_problem_with
from server.words.say import LANGUAGES

_NAME: Final = 80
_API_NAMES: Final = {"first_name": "firstName", "last_name": "lastName"}
FIELDS: Final = frozenset({"first_name", "last_name", "email", "phone", "phone_country", "address", "language"})


def read(given: Mapping[str, Any], at: str = "") -> tuple[dict[str, Any], list[Problem]]:
    """The columns of the fields that are given, and all that is wrong with them; `at` stands before each path.

    A phone and its country are read together. Whether an e-mail is taken, `email_taken` tells.
    """
    values: dict[str, Any] = {}
    problems: list[Problem | None] = []
    for column, field in _API_NAMES.items():
        if column in given:
            values[column] = text.tidy(given[column])
            problems += [text.problem_with(f"{at}{field}", values[column], limit=_NAME, required=True)]
    if "email" in given:
        values["email"], values["email_key"], problem = _email(given["email"], f"{at}email")
        problems += [problem]
    if "phone" in given or "phone_country" in given:
        columns, problem = phone_number.read(given.get("phone"), given.get("phone_country"), at)
        values |= columns
        problems += [problem]
    if "address" in given:
        values["address"], wrong = address.read(f"{at}address", given["address"])
        problems += wrong
    if "language" in given:
        values["language"] = (text.tidy(given["language"]) or "").lower() or None
        if values["language"] and values["language"] not in LANGUAGES:
            problems.append(Problem(f"{at}language", "LANGUAGE_UNKNOWN"))
    return values, [problem for problem in problems if problem]


async def email_taken(field: str, email: str | None, *, own_id: str | None = None) -> Problem | None:
    """EMAIL_TAKEN with the contact who has it (`contactId`), so that it can be linked instead; else None."""
    if not email:
        return None
    other = await Contact.get_or_none(email_key=normalise.key(email))
    if other is None or other.id == own_id:
        return None
    return Problem(field, "EMAIL_TAKEN", {"contactId": str(other.id)})


def words_of(first_name: str, last_name: str, email: str | None, phone: str | None) -> str:
    """The words by which a contact is found: names, pieces of the e-mail, digits of the phone."""
    return normalise.searchable(first_name, last_name, email, *phone_number.spellings(phone))


def search_words(contact: Contact) -> str:
    """The same of a row."""
    return words_of(contact.first_name, contact.last_name, contact.email, contact.phone)


def _email(typed: str | None, field: str) -> tuple[str | None, str | None, Problem | None]:
    email = text.tidy(typed)
    if email is None:
        return None, None, None
    key = normalise.key(email)
    if len(key) > 254:
        return None, None, Problem(field, "EMAIL_INVALID")
    return email, key, email_problem_with(field, email)
