"""The looks of a firm, for pages before sign-in."""

from typing import cast

from schema.firms.types import FirmLook
from server.firms import look


async def look_of(firm_id: str | None) -> FirmLook | None:
    """Name, colour and logo of the firm; null without one."""
    return cast("FirmLook | None", await look.look_of_firm(firm_id)) if firm_id else None


async def look_at(slug: str | None) -> FirmLook | None:
    """Of the slug, or of the only firm there is."""
    return cast("FirmLook | None", await look.firm_look(slug))
