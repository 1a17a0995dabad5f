"""The firm's logo, from any picture to a clean one of ours."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from server.core.errors import Forbidden, Invalid, NotFound
from server.core.permissions import Role
from server.firms import logo, look
from server.identity.models import Door
from server.identity.sign_in import sign_in
from tests.factories.offices import office_of
from tests.server.identity.people import PASSWORD, colleague_with_login, fresh_address
from tests.server.web.browser import HTTP, browser


def picture(size: tuple[int, int] = (1200, 300), kind: str = "PNG", **more: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#2f5d8a").save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_a_picture_becomes_a_small_png_at_an_address_of_its_content(kind: str) -> None:  # TEAM-1
    office = await office_of()
    sha = await logo.set_logo(office.owner, picture(kind=kind))
    kept = await logo.logo(office.id, sha)
    drawn = Image.open(BytesIO(kept.content))
    assert (drawn.format, drawn.size) == ("PNG", (600, 150))
    seen = await look.look_of_firm(office.id)
    assert seen
    assert seen.logo_url == f"/logos/{office.id}/{sha}"


async def test_nothing_but_the_picture_is_kept() -> None:  # F5
    office = await office_of()
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "taken at home")
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    for content in (picture(pnginfo=notes), picture(kind="JPEG", exif=exif), picture() + b"<script>at home</script>"):
        sha = await logo.set_logo(office.owner, content)
        assert b"at home" not in bytes((await logo.logo(office.id, sha)).content)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "IMAGE_INVALID"),
        (b"GIF89a" + b"\0" * 100, "IMAGE_INVALID"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "IMAGE_INVALID"),
        (picture()[:200], "IMAGE_INVALID"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 500, "IMAGE_INVALID"),
        (picture(kind="GIF"), "IMAGE_INVALID"),
        (picture((20, 20), kind="TIFF"), "IMAGE_INVALID"),
        (picture((2001, 2000)), "IMAGE_TOO_LARGE"),
        (picture() + b"x" * 1024 * 1024, "IMAGE_TOO_LARGE"),
    ],
)
async def test_what_is_no_picture_or_too_large_is_refused_by_its_content(content: bytes, code: str) -> None:
    office = await office_of()
    with pytest.raises(Invalid) as refusal:
        await logo.set_logo(office.owner, content)
    assert refusal.value.problems[0].code == code


async def test_a_new_logo_replaces_the_old_and_a_removed_one_is_gone() -> None:
    office = await office_of()
    first = await logo.set_logo(office.owner, picture())
    second = await logo.set_logo(office.owner, picture((10, 10)))
    assert await logo.set_logo(office.owner, picture((10, 10))) == second
    with pytest.raises(NotFound):
        await logo.logo(office.id, first)
    await logo.remove_logo(office.admin)
    await logo.remove_logo(office.admin)
    with pytest.raises(NotFound):
        await logo.logo(office.id, second)


async def test_only_who_manages_the_firm_changes_its_logo() -> None:
    office = await office_of()
    with pytest.raises(Forbidden):
        await logo.set_logo(office.executive, picture())
    with pytest.raises(Forbidden):
        await logo.remove_logo(office.analyst)


async def test_over_http_it_is_put_by_staff_and_shown_to_everybody() -> None:
    office = await office_of()
    member = await colleague_with_login(office.id, Role.ADMIN)
    came = await sign_in(member.email, PASSWORD, Door.STAFF, address=fresh_address(), device="")
    own = {"Cookie": f"sid-staff={came.token}", "Content-Type": "image/png", "Antesala-Door": "STAFF", "Origin": HTTP}
    async with browser() as client:
        put = await client.put("/firm/logo", content=picture(), headers=own)
        assert put.status_code == 200
        shown = await client.get(put.json()["logoUrl"])
        assert shown.headers["Content-Type"] == "image/png"
        assert "immutable" in shown.headers["Cache-Control"]
        assert shown.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        refused = await client.put("/firm/logo", content=b"no picture", headers=own)
        assert refused.json()["errors"][0]["extensions"]["fields"][0]["code"] == "IMAGE_INVALID"
        large = await client.put("/firm/logo", content=b"x" * 2_000_000, headers=own)
        assert large.status_code == 413
        for path in (f"/logos/{office.id}/{'0' * 64}", "/logos/firm_x/y", f"/logos/{office.id}/%00", "/logos/'/x"):
            assert (await client.get(path)).status_code == 404
