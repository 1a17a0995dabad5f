"""Names that become folder names (ACC-5)."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from server.core import names, normalise

FORBIDDEN = [*':"/\\|?*<>', "\x00", "\x1f", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\ud800"]
INVISIBLE = ["\u00ad", "\u200b", "\u2060", "\u3164", "\ufeff", "\uffa0"]


def code_of(name: str) -> str | None:
    """The code of the refusal."""
    problem = names.problem_with("name", name)
    return problem.code if problem else None


@pytest.mark.parametrize("character", FORBIDDEN, ids=ascii)
def test_a_forbidden_character_is_named_and_a_cleaned_name_offered(character: str) -> None:  # ACC-5
    problem = names.problem_with("name", f"Tax{character}Office")
    assert problem is not None
    assert problem.code == "NAME_FORBIDDEN_CHARACTER"
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    assert problem.params["character"] == shown
    assert code_of(str(problem.params["cleaned"])) is None


@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_a_letter_that_shows_nothing_cannot_make_a_twin_or_an_empty_name(character: str) -> None:  # ACC-5
    for name in (f"Tax{character}Office", character):
        problem = names.problem_with("name", name)
        assert problem is not None
        assert problem.code == "NAME_FORBIDDEN_CHARACTER"
        assert problem.params["character"] == f"U+{ord(character):04X}"
        assert problem.params["cleaned"] in ("TaxOffice", "_")


@pytest.mark.parametrize(
    "name",
    [
        *("CON", "prn", "Aux", "nul", "NUL.txt", "con.tar.gz", "Con .txt", "CONIN$"),
        *(f"{port}{digit}" for port in ("COM", "lpt") for digit in "0123456789¹²³"),
        "COM¹.pdf",
    ],
)
def test_names_that_windows_reserves_are_refused(name: str) -> None:  # ACC-5
    assert code_of(name) == "NAME_RESERVED"
    assert code_of(names.clean(name)) is None


@pytest.mark.parametrize("name", ["Connor", "Console Ltd", "COM10", "LPT", "Auxiliar", "Nullmeier", "com¹1", "A CON"])
def test_names_that_only_begin_like_a_reserved_one_are_fine(name: str) -> None:  # ACC-5
    assert code_of(name) is None


@pytest.mark.parametrize("name", [" Tax", "Tax ", "Tax.", "Tax. .", "\u00a0Tax", "Tax\u3000", "..."])
def test_blanks_at_the_edges_and_dots_at_the_end_are_refused(name: str) -> None:  # ACC-5
    assert code_of(name) == "NAME_EDGE"


def test_an_empty_name_is_missing() -> None:
    assert code_of("") == "NAME_REQUIRED"


def test_a_name_has_at_most_120_characters() -> None:  # ACC-5
    assert code_of("x" * 120) is None
    assert code_of("x" * 121) == "NAME_TOO_LONG"


def test_a_name_whose_key_would_not_fit_is_too_long() -> None:
    assert code_of("\ufdfa" * 100) == "NAME_TOO_LONG"  # one letter that normalises to eighteen
    assert code_of(names.clean("\ufdfa" * 100)) is None


def test_the_first_free_number_is_offered_within_the_length() -> None:
    candidates = names.numbered("x" * 120)
    first = next(candidates)
    assert first.endswith("x (2)")
    assert next(candidates).endswith("x (3)")
    assert code_of(first) is None


def test_ordinary_names_of_our_countries_are_accepted() -> None:
    for name in ("Müller & Söhne GmbH", "O'Brien", "Ștefan Țurcanu", "Peña, S.L", "株式会社", "D'Ávila (2)", ".hidden"):
        assert code_of(name) is None, name


@given(st.text(max_size=160))
@example("CON" + " " * 120 + "x")
@example("CON.")
@example("nul" + "." * 200)
@example("\ud800")
@example("ß" * 121)
@settings(max_examples=600, deadline=None)
def test_a_cleaned_name_is_accepted_and_stays_as_it_is(name: str) -> None:  # ACC-5
    cleaned = names.clean(name)
    assert names.problem_with("name", cleaned) is None
    assert names.clean(cleaned) == cleaned


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=120))
@settings(max_examples=300, deadline=None)
def test_an_accepted_name_is_not_changed_by_cleaning(name: str) -> None:
    if names.problem_with("name", name) is None:
        assert names.clean(name) == name


@given(st.text(alphabet=st.sampled_from("aAäÄßsﬁKkıİ .x"), min_size=1, max_size=125))
@settings(max_examples=200, deadline=None)
def test_numbered_names_are_accepted_and_differ(name: str) -> None:
    candidates = names.numbered(names.clean(name))
    first, second = next(candidates), next(candidates)
    assert names.problem_with("name", first) is None
    assert normalise.key(first) != normalise.key(second)
