"""Pictures that people send: checked, made smaller, and without what a camera wrote into them.

    picture = pictures.checked(upload.read())
    stored = files.store(name="foto.webp", content=picture.content)

The picture is drawn anew, so nothing that was hidden in the file comes through: no place where it
was taken, no name of a phone, no second file behind it.
"""

import base64
import io
import warnings
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from wijknetwerk.core.errors import InvalidInput

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_PIXELS: Final = 50_000_000
LONGEST_SIDE: Final = 1600
_KINDS: Final = ("JPEG", "PNG", "WEBP")
_QUALITY: Final = 80
_ON_PAPER: Final = 1100  # points for 14 cm at 200 an inch


class NotAPicture(InvalidInput):
    """What was sent can't be shown as a picture."""

    code = "not_a_picture"
    message = _("We can't read this as a picture. Choose a photo as JPG, PNG or WebP.")


class PictureTooLarge(InvalidInput):
    """More points, or more bytes, than we draw."""

    code = "picture_too_large"
    message = _("This picture is too large. Choose one of at most 10 MB.")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be shown: its bytes, its size in points, its kind."""

    content: bytes
    width: int
    height: int
    content_type: str


def checked(content: bytes, *, longest_side: int = LONGEST_SIDE) -> Picture:
    """The picture, upright, at most `longest_side` wide or high, as WebP without extra data.

    Raises NotAPicture, PictureTooLarge. The size is read before anything is unpacked, so that a
    small file that unpacks to a huge picture costs nothing.
    """
    if len(content) > MOST_BYTES:
        raise PictureTooLarge
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _drawn_anew(content, longest_side)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise PictureTooLarge from None
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError):
        raise NotAPicture from None


def _drawn_anew(content: bytes, longest_side: int) -> Picture:
    with Image.open(io.BytesIO(content), formats=_KINDS) as first:
        if first.width * first.height > MOST_PIXELS:
            raise PictureTooLarge
        first.verify()  # reads the sums of the file; it can't be used after that
    with Image.open(io.BytesIO(content), formats=_KINDS) as opened:
        opened.draft("RGB", (longest_side, longest_side))  # a large JPEG is read at a fraction
        upright = ImageOps.exif_transpose(opened)
        clear = upright.has_transparency_data
        plain = upright.convert("RGBA" if clear else "RGB")
    plain.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    out = io.BytesIO()
    clean.save(out, "WEBP", quality=_QUALITY, method=4)
    return Picture(out.getvalue(), clean.width, clean.height, "image/webp")


def for_paper(content: bytes) -> str:
    """A checked picture as the SVG text that a template of a PDF shows (`core.pdf`): on white, as
    sharp as paper needs."""
    with Image.open(io.BytesIO(content)) as opened:
        opened.thumbnail((_ON_PAPER, _ON_PAPER))
        seen = opened.convert("RGBA")
    drawn = Image.new("RGB", seen.size, "white")
    drawn.paste(seen, mask=seen)
    out = io.BytesIO()
    drawn.save(out, "JPEG", quality=_QUALITY)
    size = f'width="{drawn.width}" height="{drawn.height}"'
    href = f"data:image/jpeg;base64,{base64.b64encode(out.getvalue()).decode()}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{href}"/></svg>'
