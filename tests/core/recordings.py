"""Recordings as telephones and browsers make them, with a place in every corner that has room."""

import struct

PLACE = b"+52.3731+004.8926/ Dorpsstraat 12"
SOUND = bytes(range(1, 200)) * 3  # what has to stay, whole


def riff(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def wav() -> bytes:
    form = struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)
    tags = riff(b"LIST", b"INFO" + riff(b"ICMT", PLACE))
    parts = tags + riff(b"bext", PLACE) + riff(b"fmt ", form) + riff(b"data", SOUND) + tags
    return b"RIFF" + struct.pack("<I", 4 + len(parts)) + b"WAVE" + parts


def mp3() -> bytes:
    """Three frames of 128 kbit/s, with ID3 before, APE and ID3 of the old kind behind."""
    frame = b"\xff\xfb\x90\x00" + SOUND[:413]
    size = len(PLACE)
    head = b"ID3\x04\0\0" + bytes([0, 0, size >> 7, size & 0x7F]) + PLACE
    return head + frame * 3 + b"APETAGEX" + PLACE + b"TAG" + PLACE.ljust(125, b"\0")


def page(number: int, flags: int, *packets: bytes) -> bytes:
    lacing = b"".join(b"\xff" * (len(one) // 255) + bytes([len(one) % 255]) for one in packets)
    head = b"OggS\0" + bytes([flags]) + bytes(8) + b"wnwn" + struct.pack("<II", number, 0)
    return head + bytes([len(lacing)]) + lacing + b"".join(packets)


def opus() -> bytes:
    head = b"OpusHead\x01\x01" + struct.pack("<HIhB", 312, 48000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 4) + b"Tel!" + struct.pack("<II", 1, len(PLACE)) + PLACE
    return page(0, 2, head) + page(1, 0, tags) + page(2, 4, SOUND, SOUND)


def vorbis() -> bytes:
    tags = b"\x03vorbis" + struct.pack("<I", 4) + b"Tel!" + struct.pack("<II", 1, len(PLACE))
    second = page(1, 0, tags + PLACE + b"\x01", b"\x05vorbis" + SOUND)
    return page(0, 2, b"\x01vorbis" + bytes(23)) + second + page(2, 4, SOUND)


def box(name: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + name + body


def m4a(*, tracks: int = 1, kind: bytes = b"soun", where: int = 0) -> bytes:
    """As a telephone writes it: the place in udta, in meta and within the data, days everywhere."""
    day = struct.pack(">II", 3_900_000_000, 3_900_000_000)
    meta = box(b"meta", PLACE)
    udta = box(b"udta", box(b"\xa9xyz", PLACE), meta)
    entry = box(b"mp4a", bytes(28), box(b"esds", bytes(20)), box(b"uuid", PLACE))
    full = struct.pack(">II", 0, 1)
    stbl = box(
        b"stbl",
        box(b"stsd", full, entry),
        box(b"stts", full, struct.pack(">II", 2, 1024)),
        box(b"stsc", full, struct.pack(">III", 1, 2, 1)),
        box(b"stsz", struct.pack(">IIIII", 0, 0, 2, 300, len(SOUND) - 300)),
        box(b"stco", full, struct.pack(">I", where)),
    )
    dref = box(b"dref", full, box(b"url ", struct.pack(">I", 1)))
    minf = box(b"minf", box(b"smhd", bytes(8)), box(b"dinf", dref), stbl)
    hdlr = box(b"hdlr", bytes(8), kind, bytes(12), PLACE)
    mdia = box(b"mdia", box(b"mdhd", bytes(4), day, bytes(12)), hdlr, minf)
    trak = box(b"trak", box(b"tkhd", bytes(4), day, bytes(72)), mdia, udta)
    moov = box(b"moov", box(b"mvhd", bytes(4), day, bytes(88)), trak * tracks, udta, meta)
    begin = box(b"ftyp", b"M4A \0\0\0\0isom") + moov + box(b"uuid", PLACE)
    data = box(b"mdat", PLACE, SOUND, PLACE)
    if not where:
        return m4a(tracks=tracks, kind=kind, where=len(begin) + 8 + len(PLACE))
    return begin + data + box(b"free", PLACE)


def ebml(name: int, body: bytes, *, known: bool = True) -> bytes:
    size = (len(body) | 1 << 56).to_bytes(8, "big") if known else b"\x01" + b"\xff" * 7
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + size + body


def webm(*, known: bool = True, kind: bytes = b"\x02", codec: bytes = b"A_OPUS") -> bytes:
    """As a browser writes it, also while it records: without the sizes of what isn't over."""
    tags = ebml(0x1254C367, PLACE)
    info = ebml(0x1549A966, ebml(0x2AD7B1, b"\x0f\x42\x40") + ebml(0x7BA9, PLACE))
    track = ebml(0xD7, b"\x01") + ebml(0x83, kind) + ebml(0x86, codec) + ebml(0x536E, PLACE)
    tracks = ebml(0x1654AE6B, ebml(0xAE, track) + ebml(0xEC, PLACE))
    block = ebml(0xE7, b"\0") + ebml(0xA3, b"\x81\0\0\x80" + SOUND) + ebml(0xEC, PLACE)
    clusters = ebml(0x1F43B675, block, known=known) * 2
    files = ebml(0x1941A469, PLACE)
    head = ebml(0x1A45DFA3, ebml(0x4282, b"webm") + ebml(0xEC, PLACE))
    return head + ebml(0x18538067, info + tracks + clusters + tags + files, known=known)
