"""Recordings: only what sounds is kept. A telephone writes where and when it was, and its name.

`checked` reads each format strictly and writes anew what it knows; anything else goes, or the file
is refused. Nothing is decoded. The formats with boxes stand in `sounds_boxes.py`.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.sounds_boxes import Odd, mp4, webm


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording without anything but its sound."""

    content: bytes
    content_type: str


def checked(content: bytes) -> Sound:
    """The recording without place, time, names and pictures. InvalidInput when it is no recording,
    or one of which we can't be sure that nothing else is in it."""
    kind = _kind_of(content)
    if not kind:
        raise InvalidInput(_("We can't play this. Choose a recording: MP3, M4A, OGG, WAV or WebM."))
    try:
        return Sound(_CLEANED[kind](content), kind)
    except (Odd, struct.error, IndexError) as error:
        raise InvalidInput(
            _("We can't take the place and the time out of this recording. Save it as MP3 or WAV.")
        ) from error


def _kind_of(content: bytes) -> str:
    if content[4:8] == b"ftyp":
        return "audio/mp4"
    if content.startswith(b"ID3") or (content[:1] == b"\xff" and content[1:2] in _MP3_SECOND):
        return "audio/mpeg"
    if content.startswith(b"OggS"):
        return "audio/ogg"
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "audio/wav"
    return "audio/webm" if content.startswith(b"\x1a\x45\xdf\xa3") else ""


_MP3_SECOND = (b"\xfb", b"\xfa", b"\xf3", b"\xf2")


def wav(content: bytes) -> bytes:
    """What it is and the samples; no LIST, bext, iXML or any other part."""
    found, at = dict[bytes, bytes](), 12
    while at + 8 <= len(content):
        name, size = content[at : at + 4], struct.unpack_from("<I", content, at + 4)[0]
        if name not in found:
            found[name] = content[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    if not {b"fmt ", b"data"} <= set(found):
        raise Odd
    kept = b"WAVE"
    for name in (b"fmt ", b"data"):
        body = found[name]
        kept += name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)
    return b"RIFF" + struct.pack("<I", len(kept)) + kept


_RATES: Final = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_BITS_1: Final = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_BITS_2: Final = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


def mp3(content: bytes) -> bytes:
    """Its frames, one after the other; no ID3, APE or Lyrics tags, before, after or between."""
    kept, at, count = bytearray(), _after_tags(content, 0), 0
    while at + 4 <= len(content):
        size = _frame(content[at : at + 4])
        if not size or at + size > len(content):
            break  # what stands after the last frame is a tag
        kept += content[at : at + size]
        at, count = at + size, count + 1
    if count < 2:
        raise Odd
    return bytes(kept)


def _after_tags(content: bytes, at: int) -> int:
    while content[at : at + 3] == b"ID3":
        size = 0
        for seven in content[at + 6 : at + 10]:
            size = size << 7 | seven & 0x7F
        at += 10 + size + (10 if content[at + 5] & 0x10 else 0)
    while content[at : at + 1] == b"\0":
        at += 1
    return at


def _frame(head: bytes) -> int:
    """How long a frame of layer III is by its four bytes; 0 for anything else."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bits, rate = head[2] >> 4, head[2] >> 2 & 3
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or version == 1 or layer != 1:
        return 0
    if bits in (0, 15) or rate == 3:
        return 0
    each, table = (144, _BITS_1) if version == 3 else (72, _BITS_2)
    return each * table[bits] * 1000 // _RATES[version][rate] + (head[2] >> 1 & 1)


@dataclass(slots=True)
class _Page:
    flags: int
    granule: bytes
    serial: bytes
    lacing: bytes
    body: bytes


def ogg(content: bytes) -> bytes:
    """One stream of Opus or Vorbis with empty comments, and nothing beside it."""
    pages = list(_pages(content))
    if len({page.serial for page in pages}) != 1:
        raise Odd
    number = 2 if pages[0].body.startswith(b"OpusHead") else 3
    heads, rest = _heads(pages, number)
    if number == 2 and heads[1].startswith(b"OpusTags"):
        heads[1] = b"OpusTags" + struct.pack("<II", 0, 0)
    elif number == 3 and heads[0][:7] == b"\x01vorbis" and heads[1][:7] == b"\x03vorbis":
        heads[1] = b"\x03vorbis" + struct.pack("<II", 0, 0) + b"\x01"
    else:
        raise Odd
    none = bytes(8)
    first = _Page(2, none, pages[0].serial, _lacing(heads[:1]), heads[0])
    second = _Page(0, none, pages[0].serial, _lacing(heads[1:]), b"".join(heads[1:]))
    return b"".join(_written(page, at) for at, page in enumerate([first, second, *rest]))


def _pages(content: bytes) -> Iterator[_Page]:
    at = 0
    while at < len(content):
        if content[at : at + 5] != b"OggS\0":
            raise Odd
        lacing = content[at + 27 : at + 27 + content[at + 26]]
        start = at + 27 + len(lacing)
        end = start + sum(lacing)
        if end > len(content):
            raise Odd
        granule, serial = content[at + 6 : at + 14], content[at + 14 : at + 18]
        yield _Page(content[at + 5], granule, serial, lacing, content[start:end])
        at = end


def _heads(pages: list[_Page], number: int) -> tuple[list[bytes], list[_Page]]:
    """The first packets, and the pages after them: sound begins on a page of its own."""
    packets, open_packet = [], b""
    for place, page in enumerate(pages):
        at = 0
        for size in page.lacing:
            open_packet += page.body[at : at + size]
            at += size
            if size < 255:
                packets.append(open_packet)
                open_packet = b""
        if len(packets) >= number:
            if len(packets) > number or open_packet:
                raise Odd
            return packets, pages[place + 1 :]
    raise Odd


def _lacing(packets: list[bytes]) -> bytes:
    lacing = b"".join(
        b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets
    )
    if len(lacing) > 255:
        raise Odd
    return lacing


def _written(page: _Page, number: int) -> bytes:
    head = b"OggS\0" + bytes([page.flags]) + page.granule + page.serial
    head += struct.pack("<II", number, 0) + bytes([len(page.lacing)]) + page.lacing
    whole = head + page.body
    return whole[:22] + struct.pack("<I", _sum(whole)) + whole[26:]


def _sum(page: bytes) -> int:
    found = 0
    for byte in page:
        found = (found << 8 & 0xFFFFFFFF) ^ _TABLE[found >> 24 ^ byte]
    return found


def _table() -> list[int]:
    table = []
    for number in range(256):
        found = number << 24
        for _each in range(8):
            found = (found << 1 ^ (0x04C11DB7 if found & 0x80000000 else 0)) & 0xFFFFFFFF
        table.append(found)
    return table


_TABLE: Final = _table()
_CLEANED: Final = {
    "audio/mp4": mp4,
    "audio/mpeg": mp3,
    "audio/ogg": ogg,
    "audio/wav": wav,
    "audio/webm": webm,
}
