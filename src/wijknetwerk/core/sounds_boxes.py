"""Recordings in boxes: MP4 (M4A of a telephone) and WebM (of a browser). See `sounds.py`.

In MP4 the place of the sound is written as a number of bytes from the start. So nothing moves: what
we don't know is overwritten with nothing, at its place. WebM is written anew.
"""

import struct
from collections.abc import Iterator
from typing import Final


class Odd(Exception):
    """It isn't what we know, so we can't be sure of what is in it."""


_WITHIN: Final = {
    b"moov": {b"mvhd", b"trak"},
    b"trak": {b"tkhd", b"edts", b"mdia"},
    b"edts": {b"elst"},
    b"mdia": {b"mdhd", b"hdlr", b"minf"},
    b"minf": {b"smhd", b"dinf", b"stbl"},
    b"dinf": {b"dref"},
    b"stbl": {b"stsd", b"stts", b"stsc", b"stsz", b"stco", b"co64", b"sgpd", b"sbgp"},
}
_CODECS: Final = (b"mp4a", b"alac", b"Opus", b"samr", b"sawb")
_OF_CODEC: Final = {b"esds", b"alac", b"dOps", b"damr", b"btrt", b"chan"}


def mp4(content: bytes) -> bytes:
    """One track of sound; all other boxes, days and names, and bytes that don't sound, are zero."""
    out, found = bytearray(content), dict[bytes, tuple[int, int]]()
    top = list(_boxes(content, 0, len(content)))
    if [name for name, _start, _end in top].count(b"moov") != 1:
        raise Odd
    for name, start, end in top:
        if name == b"moov":
            _walk(out, name, start, end, found)
        elif name not in (b"ftyp", b"mdat"):
            _blank(out, start, end)
    _no_days(out, found)
    _only_sound(out, top, _chunks(content, found))
    return bytes(out)


def _boxes(content: bytes | bytearray, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, start of the content, end, of each box."""
    while at < end:
        size, name = struct.unpack_from(">I4s", content, at)
        head = 8
        if size == 1:
            head, size = 16, struct.unpack_from(">Q", content, at + 8)[0]
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            raise Odd
        yield name, at + head, at + size
        at += size


def _walk(
    out: bytearray, name: bytes, start: int, end: int, found: dict[bytes, tuple[int, int]]
) -> None:
    for inner, begin, stop in list(_boxes(out, start, end)):
        if inner not in _WITHIN[name]:
            _blank(out, begin, stop)
        elif inner in found:
            raise Odd  # a second track: perhaps of places
        else:
            found[inner] = (begin, stop)
            if inner in _WITHIN:
                _walk(out, inner, begin, stop, found)


def _blank(out: bytearray, start: int, end: int) -> None:
    """The box stays, so that nothing moves: empty, and called free."""
    name = start - 4 if struct.unpack_from(">I", out, start - 8)[0] != 1 else start - 12
    out[name : name + 4] = b"free"
    out[start:end] = bytes(end - start)


def _no_days(out: bytearray, found: dict[bytes, tuple[int, int]]) -> None:
    for name in (b"mvhd", b"tkhd", b"mdhd"):
        start, _end = _needed(found, name)
        out[start + 4 : start + (20 if out[start] else 12)] = bytes(16 if out[start] else 8)
    start, end = _needed(found, b"hdlr")
    if out[start + 8 : start + 12] != b"soun":
        raise Odd
    out[start + 12 : end] = bytes(end - start - 12)
    start, end = _needed(found, b"dref")
    out[start:end] = out[start:end] if end - start == 20 else _not_here()
    _codec(out, *_needed(found, b"stsd"))


def _not_here() -> bytearray:
    """The sound stands in another file, of which the name is written here."""
    raise Odd


def _codec(out: bytearray, start: int, end: int) -> None:
    entries = list(_boxes(out, start + 8, end))
    if len(entries) != 1 or entries[0][0] not in _CODECS:
        raise Odd
    _name, begin, stop = entries[0]
    version = struct.unpack_from(">H", out, begin + 8)[0]
    if version > 1:
        raise Odd
    for inner, first, last in list(_boxes(out, begin + 28 + 16 * version, stop)):
        if inner not in _OF_CODEC:
            _blank(out, first, last)


def _needed(found: dict[bytes, tuple[int, int]], name: bytes) -> tuple[int, int]:
    if name not in found:
        raise Odd
    return found[name]


def _chunks(content: bytes, found: dict[bytes, tuple[int, int]]) -> list[tuple[int, int]]:
    """From where to where the samples stand."""
    wide = b"co64" in found
    at = _needed(found, b"co64" if wide else b"stco")[0]
    count = struct.unpack_from(">I", content, at + 4)[0]
    starts = struct.unpack_from(f">{count}{'Q' if wide else 'I'}", content, at + 8)
    at = _needed(found, b"stsz")[0]
    each, number = struct.unpack_from(">II", content, at + 4)
    sizes = [each] * number if each else struct.unpack_from(f">{number}I", content, at + 12)
    at = _needed(found, b"stsc")[0]
    runs = [
        struct.unpack_from(">II", content, at + 8 + 12 * run)
        for run in range(struct.unpack_from(">I", content, at + 4)[0])
    ]
    chunks, sample = [], 0
    for place, start in enumerate(starts, 1):
        held = [many for first, many in runs if first <= place]
        if not held:
            raise Odd
        chunks.append((start, start + sum(sizes[sample : sample + held[-1]])))
        sample += held[-1]
    return chunks


def _only_sound(
    out: bytearray, top: list[tuple[bytes, int, int]], chunks: list[tuple[int, int]]
) -> None:
    """Zero what stands in the data and is no sample."""
    data = [(start, end) for name, start, end in top if name == b"mdat"]
    kept = bytes(out)
    for start, end in data:
        out[start:end] = bytes(end - start)
    for first, last in chunks:
        if not any(start <= first and last <= end for start, end in data):
            raise Odd
        out[first:last] = kept[first:last]


_SEGMENT, _CLUSTER, _TRACKS, _TRACK, _INFO = 0x18538067, 0x1F43B675, 0x1654AE6B, 0xAE, 0x1549A966
_HEAD: Final = 0x1A45DFA3
_KEPT: Final[dict[int, set[int]]] = {
    _HEAD: {0x4286, 0x42F7, 0x42F2, 0x42F3, 0x4282, 0x4287, 0x4285},
    _INFO: {0x2AD7B1, 0x4489},
    _TRACK: {0xD7, 0x73C5, 0x83, 0x86, 0x63A2, 0xE1, 0x56AA, 0x56BB, 0x23E383, 0x9C},
    0xE1: {0xB5, 0x78B5, 0x9F, 0x6264},
    _CLUSTER: {0xE7, 0xA3, 0xA0},
    0xA0: {0xA1, 0x9B, 0xFB, 0x75A2},
}
_TOP: Final = {_SEGMENT, _CLUSTER, _TRACKS, _INFO, 0x114D9B74, 0x1C53BB6B, 0x1254C367, 0x1941A469}
_NAMELESS: Final = b"\x4d\x80\x81-\x57\x41\x81-"  # what made it must be named


def webm(content: bytes) -> bytes:
    """One track of Opus; no tags, attachments, titles, days, or names of programs."""
    top = list(_elements(content, 0, len(content)))
    if [name for name, *_rest in top] != [_HEAD, _SEGMENT]:
        raise Odd
    kept, tracks = list[bytes](), 0
    for name, start, end in _elements(content, top[1][1], top[1][2]):
        if name == _TRACKS:
            inner = [one for one in _elements(content, start, end) if one[0] == _TRACK]
            tracks += len(inner)
            kept.append(_element(name, b"".join(_track(content, *one[1:]) for one in inner)))
        elif name == _INFO:
            kept.append(_element(name, _only(content, name, start, end) + _NAMELESS))
        elif name == _CLUSTER:
            kept.append(_element(name, _only(content, name, start, end)))
    if tracks != 1:
        raise Odd
    head = _element(_HEAD, _only(content, _HEAD, *top[0][1:]))
    return head + _element(_SEGMENT, b"".join(kept))


def _track(content: bytes, start: int, end: int) -> bytes:
    said = {name: content[first:last] for name, first, last in _elements(content, start, end)}
    if said.get(0x83) != b"\x02" or said.get(0x86, b"").rstrip(b"\0") != b"A_OPUS":
        raise Odd
    return _element(_TRACK, _only(content, _TRACK, start, end))


def _only(content: bytes, within: int, start: int, end: int) -> bytes:
    kept = b""
    for name, first, last in _elements(content, start, end):
        if name in _KEPT[within]:
            inner = name in _KEPT
            body = _only(content, name, first, last) if inner else content[first:last]
            kept += _element(name, body)
    return kept


def _elements(content: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each element. Of a recording that was not closed the end of a part
    is where the next begins."""
    while at < end:
        name, at = _number(content, at, marked=True)
        size, at = _number(content, at, marked=False)
        if size >= 0:
            stop = at + size
        elif name == _SEGMENT:
            stop = end
        elif name == _CLUSTER:
            stop = _next(content, at, end)
        else:
            raise Odd
        if stop > end:
            raise Odd
        yield name, at, stop
        at = stop


def _next(content: bytes, at: int, end: int) -> int:
    while at < end:
        name, inside = _number(content, at, marked=True)
        if name in _TOP:
            return at
        size, inside = _number(content, inside, marked=False)
        if size < 0:
            raise Odd
        at = inside + size
    return end


def _number(content: bytes, at: int, *, marked: bool) -> tuple[int, int]:
    """A number of one to eight bytes, with its mark for a name; -1 for a size that is not known."""
    first = content[at]
    length = 9 - first.bit_length()
    if length > (4 if marked else 8) or at + length > len(content):
        raise Odd
    whole = int.from_bytes(content[at : at + length], "big")
    if marked:
        return whole, at + length
    size = whole & ((1 << 7 * length) - 1)
    return (-1 if size == (1 << 7 * length) - 1 else size), at + length


def _element(name: int, body: bytes) -> bytes:
    size = (len(body) | 1 << 56).to_bytes(8, "big")
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + size + body
