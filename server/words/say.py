"""Look a sentence up in the catalogues; a missing one, or a missing word in it, is an error of ours."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

LANGUAGES = ("en", "es", "ro", "de")
"""The languages of the product, the fallback first."""


@cache
def catalogue(name: str, language: str) -> dict[str, Any]:
    """One catalogue (`errors`, `emails`, `folders`) in one language."""
    path = Path(__file__).parent / name / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def say(name: str, key: str, language: str, **params: object) -> str:
    """The sentence `key` of a catalogue with its `{params}` filled in; a `country` by name instead of its letters."""
    language = known(language)
    sentence: str = catalogue(name, language)[key]
    if isinstance(country := params.get("country"), str):
        params["country"] = Locale(language).territories.get(country, country)
    return sentence.format(**params)


def known(language: str | None) -> str:
    """The nearest language we have: `de-AT` is `de`, anything else is English."""
    short = (language or "").replace("_", "-").split("-")[0].lower()
    return short if short in LANGUAGES else LANGUAGES[0]
