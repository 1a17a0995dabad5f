"""How a firm's e-mails look and whom they are from. Reads the firm's row by name: `mail` knows no other domain."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
import phonenumbers

from server.core.database import fetch
from server.mail import origin
from server.mail.address import one_line

DEFAULT_ACCENT = "#2f5d8a"


@dataclass(frozen=True, slots=True)
class FirmLook:
    """What stands around the words of every e-mail of a firm."""

    name: str
    time_zone: str = "Europe/Madrid"
    accent_color: str = DEFAULT_ACCENT
    logo_url: str | None = None
    address: tuple[str, ...] = ()
    """The postal address, a line each."""
    email: str | None = None
    phone: str | None = None
    website: str | None = None


async def look_of(firm_id: str) -> FirmLook:
    """The look of one firm, read in the open unit of work."""
    return (await looks_of([firm_id]))[firm_id]


async def looks_of(firm_ids: Iterable[str]) -> dict[str, FirmLook]:
    """The looks of several firms by id."""
    rows = await fetch(
        "SELECT id, name, time_zone, accent_color, logo_sha, address, email, phone, website"
        " FROM firms WHERE id = ANY ($1)",
        list(set(firm_ids)),
    )
    return {row["id"]: _look(row) for row in rows}


def _look(row: dict[str, Any]) -> FirmLook:
    address = row["address"]
    if isinstance(address, str | bytes):
        address = orjson.loads(address)
    sha = row["logo_sha"]
    return FirmLook(
        name=one_line(row["name"]),
        time_zone=row["time_zone"],
        accent_color=row["accent_color"],
        logo_url=origin.absolute(f"/logos/{row['id']}/{sha}") if sha else None,
        address=lines_of(address or {}),
        email=row["email"],
        phone=_spaced(row["phone"]),
        website=row["website"],
    )


def lines_of(address: dict[str, str | None]) -> tuple[str, ...]:
    """A postal address as lines: street; postal code and city; region, unless it bears the city's name."""
    city, region = address.get("city"), address.get("region")
    place = " ".join(part for part in (address.get("postal_code"), city) if part)
    lines = (address.get("street"), place, None if region == city else region)
    return tuple(line for line in lines if line)


def _spaced(phone: str | None) -> str | None:
    """`+34 931 23 45 67`, as people write it."""
    try:
        number = phonenumbers.parse(phone or "")
    except phonenumbers.NumberParseException:
        return phone
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
