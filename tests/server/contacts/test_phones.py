"""Phone numbers: chosen country, E.164 (CON-1)."""

import pytest

from server.contacts import phone


@pytest.mark.parametrize(
    ("typed", "country", "stored"),
    [
        ("600 111 222", "ES", "+34600111222"),
        ("600-111-222", "es", "+34600111222"),
        ("0721 123 456", "RO", "+40721123456"),
        ("0151 23456789", "DE", "+4915123456789"),
        ("(415) 555-2671", "US", "+14155552671"),
        ("07400 123456", "GB", "+447400123456"),
        ("+34 600 111 222", "ES", "+34600111222"),
        ("0034 600 111 222", "ES", "+34600111222"),
        ("０７２１ １２３ ４５６", "RO", "+40721123456"),
        ("06 6982", "VA", "+39066982"),
    ],
)
def test_a_number_is_stored_in_e164_as_its_country_dials_it(typed: str, country: str, stored: str) -> None:  # CON-1
    columns, problem = phone.read(typed, country)
    if country == "VA":
        assert problem is None or problem.code == "PHONE_INVALID"  # the library's tables decide
        return
    assert problem is None
    assert columns == {"phone": stored, "phone_country": country.upper()}


def test_a_number_with_a_plus_tells_its_country() -> None:  # CON-1
    assert phone.read("+40 721 123 456", None) == ({"phone": "+40721123456", "phone_country": "RO"}, None)
    assert phone.read("+800 1234 5678", None)[0] == {"phone": "+80012345678", "phone_country": None}


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("12", "ES"),
        ("0721 123 456", "ES"),
        ("+40 721 123 456", "ES"),
        ("600 111 222 ext. 5", "ES"),
        ("call me", "ES"),
        ("+34", "ES"),
        ("9" * 41, "ES"),
        ("600\x00111222", "ES"),
    ],
)
def test_what_is_no_number_there_is_refused_with_the_country(typed: str, country: str) -> None:  # CON-1
    columns, problem = phone.read(typed, country, "contacts.0.contact.")
    assert columns["phone"] is None
    assert problem is not None
    assert (problem.field, problem.code) == ("contacts.0.contact.phone", "PHONE_INVALID")
    assert problem.params == {"country": country}


def test_a_number_without_a_plus_needs_a_country() -> None:  # CON-1
    _, problem = phone.read("600111222", None)
    assert problem is not None
    assert (problem.field, problem.code) == ("phoneCountry", "PHONE_COUNTRY_REQUIRED")


def test_a_country_that_is_none_is_refused() -> None:
    _, problem = phone.read("600111222", "XX")
    assert problem is not None
    assert (problem.field, problem.code) == ("phoneCountry", "COUNTRY_UNKNOWN")


def test_no_number_is_no_problem() -> None:
    assert phone.read(" ", "ES") == ({"phone": None, "phone_country": "ES"}, None)
    assert phone.read(None, None) == ({"phone": None, "phone_country": None}, None)


def test_a_number_is_found_however_it_is_typed() -> None:  # ACC-6
    assert set(phone.spellings("+40721123456")) >= {"+40721123456", "0721123456", "721123456"}
    assert phone.spellings(None) == ()
