"""The firm's logo: any picture goes in, a small clean PNG of ours comes out (TEAM-1)."""

import asyncio
import hashlib
import warnings
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from server.audit import record as audit
from server.audit.actions import Action
from server.core.actor import Actor
from server.core.database import firm_work, in_firm
from server.core.errors import Invalid, NotFound, Problem
from server.core.permissions import Permission
from server.firms.models import Firm, FirmLogo

MOST_BYTES: Final = 1024 * 1024
MOST_PIXELS: Final = 4_000_000
FITS_INTO: Final = (600, 200)
KINDS: Final = ("PNG", "JPEG", "WEBP")

_drawing = asyncio.Semaphore(1)


async def set_logo(actor: Actor, content: bytes) -> str:
    """Make the picture the firm's logo; its address part (`sha`). Refuses by content, whatever the sender calls it."""
    actor.needs(Permission.MANAGE_FIRM)
    async with _drawing:
        picture = await asyncio.to_thread(redrawn, content)
    return await _keep(actor, picture)


@firm_work
async def remove_logo(actor: Actor) -> None:
    """Show the firm's name instead of a logo."""
    actor.needs(Permission.MANAGE_FIRM)
    firm = await Firm.select_for_update(no_key=True).get(id=actor.firm_id)
    if firm.logo_sha is None:
        return
    await Firm.filter(id=firm.id).update(logo_sha=None, version=firm.version + 1)
    await FirmLogo.filter(firm_id=firm.id).delete()
    await audit.record(actor, Action.LOGO_REMOVED, subject_id=firm.id, subject_name=firm.name)


async def logo(firm_id: str, sha: str) -> FirmLogo:
    """The picture at a public address; one that was replaced is gone."""

    async def work() -> FirmLogo | None:
        return await FirmLogo.get_or_none(firm_id=firm_id, sha=sha)

    found = await in_firm(firm_id, work, read_only=True)
    if found is None:
        raise NotFound
    return found


def redrawn(content: bytes) -> bytes:
    """The picture as a PNG that fits, upright and without metadata. Refuses what is none, or too large to draw."""
    if len(content) > MOST_BYTES:
        raise Invalid(Problem("logo", "IMAGE_TOO_LARGE"))
    try:
        with warnings.catch_warnings(action="error"), Image.open(BytesIO(content), formats=KINDS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Invalid(Problem("logo", "IMAGE_TOO_LARGE"))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as fault:
        raise Invalid(Problem("logo", "IMAGE_INVALID")) from fault
    upright.thumbnail(FITS_INTO)
    clean = Image.new("RGBA", upright.size)
    clean.paste(upright)
    out = BytesIO()
    clean.save(out, "PNG", optimize=True)
    return out.getvalue()


@firm_work
async def _keep(actor: Actor, picture: bytes) -> str:
    sha = hashlib.sha256(picture).hexdigest()
    firm = await Firm.select_for_update(no_key=True).get(id=actor.firm_id)
    if firm.logo_sha == sha:
        return sha
    await FirmLogo.filter(firm_id=firm.id).delete()
    await FirmLogo.create(firm_id=firm.id, sha=sha, content=picture, media_type="image/png")
    await Firm.filter(id=firm.id).update(logo_sha=sha, version=firm.version + 1)
    await audit.record(actor, Action.LOGO_CHANGED, subject_id=firm.id, subject_name=firm.name)
    return sha
