"""A logo for the demo firm: its letters on a rounded square of its colour."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

_SIZE = 200
_FINER = 4
"""Drawn larger and made small, so that the corners are smooth."""


def monogram(letters: str, color: str) -> bytes:
    """A PNG of 200 × 200."""
    side = _SIZE * _FINER
    image = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, side - 1, side - 1), radius=side // 5, fill=color)
    font = ImageFont.load_default(size=side * 0.42)
    draw.text((side / 2, side / 2), letters, fill="white", font=font, anchor="mm")
    out = BytesIO()
    image.resize((_SIZE, _SIZE), Image.Resampling.LANCZOS).save(out, "PNG")
    return out.getvalue()
