"""Pictures: drawn anew, small, without what a camera wrote into them; bombs cost nothing."""

import io
import struct
import time
import zlib

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from wijknetwerk.core import pictures
from wijknetwerk.core.pictures import NotAPicture, PictureTooLarge

pytestmark = pytest.mark.once


def saved(image: Image.Image, kind: str, **extra: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **extra)
    return out.getvalue()


def read(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def from_a_phone() -> bytes:
    """A photo on its side, that says where it was taken and with what."""
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif[Base.Model] = "Telefoon van Riet"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (51.0, 59.0, 1.0)
    image = Image.new("RGB", (3000, 2000), "olive")
    return saved(image, "JPEG", exif=exif, comment=b"van Riet", icc_profile=b"profiel van Riet")


def test_a_photo_stands_upright_is_smaller_and_says_nothing_of_place_or_phone() -> None:
    picture = pictures.checked(from_a_phone())
    assert (picture.width, picture.height) == (1067, 1600)
    assert picture.content_type == "image/webp"
    assert b"Riet" not in picture.content
    shown = read(picture.content)
    assert not shown.getexif()
    assert shown.info.keys() <= {"loop", "background", "timestamp", "duration"}


def test_words_in_a_png_and_a_file_behind_it_are_gone_and_clear_stays_clear() -> None:
    words = PngInfo()
    words.add_text("Author", "Riet", zip=True)
    made = saved(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG", pnginfo=words)
    picture = pictures.checked(made + b"<script>alert(1)</script>")
    assert b"Riet" not in picture.content
    assert b"script" not in picture.content
    assert read(picture.content).getpixel((1, 1))[3] == 0


def png_that_says(width: int, height: int, rows: bytes) -> bytes:
    """A PNG with a size of its own choice, whatever it holds."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [7_100, 60_000, 2_000_000_000])
def test_a_small_file_that_unpacks_to_a_huge_picture_is_refused_at_once(side: int) -> None:
    began = time.process_time()
    with pytest.raises((PictureTooLarge, NotAPicture)):
        pictures.checked(png_that_says(side, side, zlib.compress(b"\0" * 1_000_000)))
    assert time.process_time() - began < 0.5


def test_a_png_with_words_that_unpack_without_end_is_refused() -> None:
    words = PngInfo()
    words.add_text("Comment", "x" * 70_000_000, zip=True)
    with pytest.raises((PictureTooLarge, NotAPicture)):
        pictures.checked(saved(Image.new("RGB", (4, 4)), "PNG", pnginfo=words))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7 ",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
        saved(Image.new("RGB", (9, 9)), "GIF"),
        saved(Image.new("RGB", (9, 9)), "BMP"),
        from_a_phone()[:4000],
        png_that_says(0, 0, b""),
    ],
)
def test_what_is_no_picture_that_we_take_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        pictures.checked(content)


def test_more_bytes_than_we_take_are_refused_unread() -> None:
    with pytest.raises(PictureTooLarge):
        pictures.checked(from_a_phone() + b"\0" * pictures.MOST_BYTES)
