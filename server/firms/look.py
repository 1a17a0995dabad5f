"""What a stranger at the door may know of a firm: its looks."""

from dataclasses import dataclass
from typing import Final

from server.core.database import across_firms, in_firm
from server.firms.models import Firm

LONGEST_SLUG: Final = 60


@dataclass(frozen=True, slots=True)
class FirmLook:
    """Name, colour, logo, and the words and hours of the place."""

    name: str
    accent_color: str
    logo_url: str | None
    language: str
    time_zone: str


async def firm_look(slug: str | None = None) -> FirmLook | None:
    """The looks of the firm of a slug; without one, of the only firm there is, or none of several."""

    async def work() -> list[Firm]:
        wanted = Firm.filter(slug=slug.lower()) if slug else Firm.all()
        return await wanted.limit(2)

    if slug is not None and not (slug.isascii() and slug.isprintable() and len(slug) <= LONGEST_SLUG):
        return None
    found = await across_firms(work)
    return look_of(found[0]) if len(found) == 1 else None


async def look_of_firm(firm_id: str) -> FirmLook | None:
    """The looks of a firm whose id is known, as behind an invitation."""

    async def work() -> Firm | None:
        return await Firm.get_or_none(id=firm_id)

    found = await in_firm(firm_id, work, read_only=True)
    return look_of(found) if found else None


def look_of(firm: Firm) -> FirmLook:
    """The looks of a firm's row."""
    return FirmLook(firm.name, firm.accent_color, logo_url(firm.id, firm.logo_sha), firm.language, firm.time_zone)


def logo_url(firm_id: str, sha: str | None) -> str | None:
    """The public path of a logo; it never changes its content, so it may be kept for ever."""
    return f"/logos/{firm_id}/{sha}" if sha else None
