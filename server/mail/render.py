"""From a kind, its words, a language and a firm's look to a subject, HTML and plain text.

The layout is compiled from MJML once per process: its Jinja placeholders pass through, so one e-mail costs no more than
filling them in. The sentences stand in `server/words/emails`; each is a small template of its own. An unknown word is
an error, never a gap.
"""

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_date, format_datetime
from jinja2 import Environment, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from mjml import mjml2html

from server.mail.address import one_line
from server.mail.colours import readable_on, safe
from server.mail.look import FirmLook
from server.mail.message import PERSONAL, Link, unpacked
from server.words.say import catalogue, known

LONGEST_SUBJECT = 59
WIDTH = 72
_LOCALES = {"en": "en_GB"}  # 7 May 2026, everywhere but in America
_TWO_STOPS = re.compile(r"\.(</strong>)?\.(?!\.)")  # "… of Núñez S.L.." at the end of a sentence
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Rendered:
    """An e-mail ready to be put on the wire."""

    subject: str
    html: str
    text: str


def render(kind: str, words: dict[str, Any], language: str, look: FirmLook) -> Rendered:
    """Fill the words into the sentences of this kind, in the nearest language we have."""
    language = known(language)
    said: dict[str, Any] = {"first_name": "", **{name: unpacked(word) for name, word in words.items()}}
    firm = one_line(look.name)
    said |= {"firm": firm, "_locale": _LOCALES.get(language, language), "_zone": _zone(look.time_zone)}
    link = said.pop("link", None)
    subject = _subject(catalogue("emails", language)[kind]["subject"], said)
    around = {
        "language": language,
        "firm": firm,
        "subject": subject,
        "url": link.url if isinstance(link, Link) else None,
        "logo_url": look.logo_url,
        "accent": safe(look.accent_color),
        "on_accent": readable_on(safe(look.accent_color)),
        "footer": [*look.address, *(line for line in (look.phone, look.email, look.website) if line)],
        "quote": said.get(PERSONAL),
    }
    return Rendered(
        subject=subject,
        html=_layout("layout.mjml").render(around | _sentences(kind, language, _HTML, said)),
        text=_layout("layout.txt").render(around | _sentences(kind, language, _TEXT, said)).strip() + "\n",
    )


def _sentences(kind: str, language: str, how: Environment, said: dict[str, Any]) -> dict[str, Any]:
    """Every sentence of the kind, and those all kinds share, filled in; paragraphs that came out empty are gone."""
    every = catalogue("emails", language)
    sources: dict[str, Any] = {"button": "", "after": [], **every["ALL"], **every[kind]}
    if said.get(PERSONAL) is None:
        del sources["quote_intro"]
    filled: dict[str, Any] = {}
    for name, source in sources.items():
        if name == "subject":
            continue
        if isinstance(source, str):
            filled[name] = _fill(source, how, said)
        else:
            filled[name] = [line for line in (_fill(each, how, said) for each in source) if line]
    return filled


def _fill(source: str, how: Environment, said: dict[str, Any]) -> str:
    done = _TWO_STOPS.sub(r".\1", _sentence(source, how is _HTML).render(said).strip())
    return Markup(done) if how is _HTML else done


def _subject(source: str, said: dict[str, Any]) -> str:
    """Under 60 characters: the longest names are cut, all to the same length, until it fits."""
    sentence = _sentence(source, False)
    for longest in range(LONGEST_SUBJECT, 7, -1):
        subject = sentence.render({name: _cut(word, longest) for name, word in said.items()}).strip()
        if len(subject) <= LONGEST_SUBJECT:
            return subject
    return _cut_text(sentence.render(said), LONGEST_SUBJECT)


def _cut(word: object, longest: int) -> object:
    return _cut_text(word, longest) if isinstance(word, str) else word


def _cut_text(text: str, longest: int) -> str:
    """At the end of a word, where that keeps more than half."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    whole_words = kept if text[longest - 1] == " " else kept.rpartition(" ")[0]
    return (whole_words if len(whole_words) > longest / 2 else kept).rstrip(" &,;:-–") + "…"


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


@pass_context
def _day(context: Context, moment: datetime) -> str:
    """`7 May 2026`, in the firm's time zone and the reader's language."""
    return format_date(moment.astimezone(context["_zone"]), "long", locale=context["_locale"])


@pass_context
def _moment(context: Context, moment: datetime) -> str:
    """The day and the time of day, with the time zone."""
    time = format_datetime(moment, "HH:mm z", tzinfo=context["_zone"], locale=context["_locale"])
    return f"{_day(context, moment)}, {time}"


def _strong(word: str) -> Markup:
    return Markup("<strong>{}</strong>").format(word)


def _lines(text: str) -> Markup:
    """A person's own text with its lines kept and nothing in it but text."""
    return Markup("<br />").join(escape(line) for line in text.split("\n"))


def _wrapped(text: str, prefix: str = "") -> str:
    return textwrap.fill(
        text, WIDTH, break_long_words=False, break_on_hyphens=False, initial_indent=prefix, subsequent_indent=prefix
    )


def _quoted(text: str) -> str:
    return "\n".join(_wrapped(line, "> ") or ">" for line in text.split("\n"))


def _environment(*, html: bool) -> Environment:
    environment = Environment(autoescape=html, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    strong: Callable[[str], str] = _strong if html else str
    environment.filters |= {
        "day": _day,
        "moment": _moment,
        "strong": strong,
        "lines": _lines,
        "wrapped": _wrapped,
        "quoted": _quoted,
    }
    return environment


_HTML = _environment(html=True)
_TEXT = _environment(html=False)


@cache
def _sentence(source: str, html: bool) -> Template:
    return (_HTML if html else _TEXT).from_string(source)


@cache
def _layout(name: str) -> Template:
    source = (_TEMPLATES / name).read_text(encoding="utf-8")
    if name.endswith(".mjml"):
        return _HTML.from_string(mjml2html(source, fonts={}))
    return _TEXT.from_string(source)
