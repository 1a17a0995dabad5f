"""People, addresses, phones and companies as a country has them."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "countries"

WEIGHTS: Final = {"es": 35, "ro": 25, "de": 20, "gb": 9, "us": 7, "ie": 4}
"""How often each country comes, of a hundred."""

_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
_PLAIN: Final = str.maketrans({"ß": "ss", "ı": "i", "ł": "l", "ø": "o"})
_MAILBOXES: Final = ("correo.example", "posta.example", "mail.example", "inbox.example", "postfach.example")


@dataclass(frozen=True)
class Country:
    """One country's words; everything it makes comes from the `Random` it is given."""

    code: str
    words: dict[str, Any]

    @property
    def language(self) -> str:
        """What its people read."""
        return str(self.words["language"])

    def person(self, random: Random) -> tuple[str, str]:
        """First and last name."""
        last = random.choice(self.words["last_names"])
        if self.words["two_last_names"]:
            last = f"{last} {random.choice(self.words['last_names'])}"
        return random.choice(self.words["first_names"]), last

    def address(self, random: Random) -> dict[str, str | None]:
        """A postal address, as the columns hold it."""
        city = random.choice(self.words["cities"])
        street = self.words["street_form"].format(
            street=random.choice(self.words["streets"]), number=random.randint(1, 180)
        )
        return {
            "street": street,
            "city": city["name"],
            "postal_code": filled(city["postal"], random),
            "region": city["region"],
            "country": self.code.upper(),
        }

    def phone(self, random: Random, kind: str = "mobiles") -> str:
        """A number in E.164 that is valid there."""
        return filled(random.choice(self.words[kind]), random)

    def company(self, random: Random) -> str:
        """A company's name with its legal form."""
        names = random.sample(self.words["last_names"], 2)
        middle = names[0] if random.random() < 0.7 else f"{names[0]} & {names[1]}"
        return f"{random.choice(self.words['company_starts'])} {middle} {random.choice(self.words['company_forms'])}"

    def other(self, random: Random, kind: str) -> str:
        """An office of the state, a bank, or a supplier."""
        return str(random.choice(self.words[kind])).format(city=random.choice(self.words["cities"])["name"])


@cache
def country(code: str) -> Country:
    """The country of a file in `countries/`."""
    return Country(code, tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8")))


def any_country(random: Random) -> Country:
    """One of them, by weight."""
    return country(random.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))[0])


def email(first: str, last: str, random: Random, company: str | None = None) -> str:
    """An address under `.example`, which no mail can ever reach."""
    host = f"{'-'.join(plain(company).split('-')[:2])}.example" if company else random.choice(_MAILBOXES)
    return f"{plain(first)}.{plain(last.split()[0])}@{host}"


def plain(text: str) -> str:
    """The text in letters, digits and hyphens that an address may have."""
    folded = unicodedata.normalize("NFKD", text.lower().replace("'", "").translate(_PLAIN))
    return re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode()).strip("-") or "x"


def filled(pattern: str, random: Random) -> str:
    """`#` becomes a digit, `@` a letter."""
    return "".join(
        str(random.randrange(10)) if c == "#" else random.choice(_LETTERS) if c == "@" else c for c in pattern
    )
