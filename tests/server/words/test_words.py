"""The catalogues say the same things in every language, and every code the business can raise has its sentence."""

import re
import string
from pathlib import Path
from typing import Any

import pytest

from server.words.say import LANGUAGES, catalogue, known, say

SERVER = Path(__file__).parents[3] / "server"
NAMES = ("errors", "emails", "folders")
_CODE = r'"([A-Z][A-Z_]+)"'
RAISED = re.compile(
    rf"(?:Problem\(\s*[^,()]+,\s*|(?:Conflict|LimitReached|NotFound|Forbidden|Unauthenticated)\(\s*){_CODE}"
)


def shape(value: Any) -> Any:
    """What must be alike in all languages: keys, how many paragraphs, which words stand in each sentence."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return set(re.findall(r"\{\{ *(\w+)", value)) or {name for _, name, _, _ in parts(value) if name}


def parts(sentence: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [] if "{{" in sentence or "{%" in sentence else list(string.Formatter().parse(sentence))


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("name", NAMES)
def test_every_language_says_what_english_says(name: str, language: str) -> None:
    assert shape(catalogue(name, language)) == shape(catalogue(name, "en"))


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_was_left_in_english(name: str, language: str) -> None:
    ours, english = sentences(catalogue(name, language)), sentences(catalogue(name, "en"))
    assert not {text for text in ours & english if len(text.split()) > 2}


def sentences(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value
    return set().union(*(sentences(each) for each in inner)) if inner else set()


def test_every_code_that_can_be_raised_has_its_sentence() -> None:
    raised = {code for path in SERVER.rglob("*.py") for code in RAISED.findall(path.read_text(encoding="utf-8"))}
    assert raised > {"EMAIL_INVALID"}
    assert raised - set(catalogue("errors", "en")) == set()


def test_a_sentence_takes_its_words() -> None:
    assert "7" in say("errors", "RATE_LIMITED", "de", wait="7 min")


def test_a_missing_word_or_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("errors", "RATE_LIMITED", "en")
    with pytest.raises(KeyError):
        say("errors", "NO_SUCH_CODE", "en")


@pytest.mark.parametrize(
    ("wished", "given"),
    [("de-AT", "de"), ("ro_RO", "ro"), ("ES", "es"), ("fr", "en"), ("", "en"), (None, "en"), ("x" * 5000, "en")],
)
def test_the_nearest_language_answers(wished: str | None, given: str) -> None:
    assert known(wished) == given


def test_a_country_is_said_by_name() -> None:
    assert say("errors", "PHONE_INVALID", "de", country="ES") == "Das ist keine Telefonnummer in Spanien."
    assert "Alemania" in say("errors", "PHONE_INVALID", "es", country="DE")
