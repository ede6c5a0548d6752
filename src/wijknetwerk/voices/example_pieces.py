"""A picture and a recording for the example, made here: nobody stands on it, nobody speaks."""

import io
import wave

from PIL import Image, ImageDraw

RATE = 8_000  # samples a second
SECONDS = 4
TICK = 120  # samples


def bench() -> bytes:
    """A drawing of a bench under a tree, as PNG."""
    picture = Image.new("RGB", (960, 640), "#dcebf2")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 460, 960, 640), fill="#a9c79a")
    draw.rectangle((690, 250, 730, 480), fill="#7a5a3c")
    draw.ellipse((560, 60, 860, 320), fill="#5f8f58")
    draw.ellipse((120, 70, 210, 160), fill="#f3b23c")
    for top in (350, 385, 430):  # two boards to lean on, one to sit on
        draw.rectangle((220, top, 580, top + 22), fill="#8a5a2b")
    for left in (245, 535):
        draw.rectangle((left, 345, left + 18, 520), fill="#4a4a4a")
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()


def ticking() -> bytes:
    """A clock that ticks for some seconds, as WAV."""
    samples = bytearray(b"\x80" * (RATE * SECONDS))  # 128 is silence
    for second in range(SECONDS):
        for at in range(TICK):
            fading = 90 * (TICK - at) // TICK
            samples[second * RATE + at] = 128 + (fading if at // 4 % 2 else -fading)
    kept = io.BytesIO()
    with wave.open(kept, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(bytes(samples))
    return kept.getvalue()
