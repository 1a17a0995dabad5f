"""Texts and postal addresses as people type them."""

import pytest

from server.core import address, normalise, text
from server.core.address import Address


def test_a_text_is_trimmed_and_nothing_is_none() -> None:
    assert text.tidy("  Ana \r\n Pop ") == "Ana \n Pop"
    assert text.tidy(" \t ") is None
    assert text.tidy(None) is None


@pytest.mark.parametrize("character", ["\x00", "\x07", "\n", "\u2028", "\u202e", "\ud800", "\x9f"], ids=ascii)
def test_what_cannot_be_stored_or_shown_is_refused(character: str) -> None:  # security.md G6
    problem = text.problem_with("firstName", f"A{character}na", limit=80)
    assert problem is not None
    assert (problem.code, problem.params) == ("CHARACTER_FORBIDDEN", {"character": f"U+{ord(character):04X}"})


def test_lines_are_kept_where_they_are_allowed() -> None:
    assert text.problem_with("message", "one\ntwo\tthree", limit=80, lines=True) is None


def test_too_long_and_missing_are_told_apart() -> None:
    long, missing = text.problem_with("x", "a" * 81, limit=80), text.problem_with("x", None, limit=80, required=True)
    assert long is not None
    assert (long.code, long.params) == ("TEXT_TOO_LONG", {"limit": 80})
    assert missing is not None
    assert missing.code == "TEXT_REQUIRED"


@pytest.mark.parametrize("blank", ["\u200b", "\u3164\u2060", "\ufeff\u00ad"], ids=ascii)
def test_what_shows_nothing_is_missing_where_something_is_required(blank: str) -> None:  # CON-1
    problem = text.problem_with("firstName", blank, limit=80, required=True)
    assert problem is not None
    assert problem.code == "TEXT_REQUIRED"


def test_an_address_is_stored_tidied_with_its_country_in_capitals() -> None:  # CON-1
    stored, problems = address.read("address", Address(" Calle Mayor 1 ", "Madrid", "28013", "", "es"))
    assert problems == []
    assert stored == {
        "street": "Calle Mayor 1",
        "city": "Madrid",
        "postal_code": "28013",
        "region": None,
        "country": "ES",
    }


def test_an_empty_address_is_none() -> None:
    assert address.read("address", Address(" ", "")) == (None, [])
    assert address.read("address", None) == (None, [])


def test_everything_wrong_with_an_address_is_said_at_once() -> None:  # CON-1
    _, problems = address.read("contacts.0.contact.address", Address("s" * 201, "a\x00", "1" * 21, None, "XX"))
    assert {(p.field.removeprefix("contacts.0.contact.address."), p.code) for p in problems} == {
        ("street", "TEXT_TOO_LONG"),
        ("city", "CHARACTER_FORBIDDEN"),
        ("postalCode", "TEXT_TOO_LONG"),
        ("country", "COUNTRY_UNKNOWN"),
    }


@pytest.mark.parametrize("country", ["EU", "ZZ", "UK", "ESP", "E", "1A", "__"])
def test_what_is_no_country_is_refused(country: str) -> None:
    _, problems = address.read("address", Address(country=country))
    assert [problem.code for problem in problems] == ["COUNTRY_UNKNOWN"]


def test_a_search_is_no_longer_than_a_person_types() -> None:
    assert len(normalise.prefix_query("a" * 1_000_000)) < 1_000
    assert len(normalise.prefix_query("9" * 1_000_000)) < 1_000
