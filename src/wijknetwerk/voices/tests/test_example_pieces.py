"""The picture and the recording of the example are what a member could bring as well."""

import io
import wave

import pytest

from wijknetwerk.core import pictures
from wijknetwerk.voices import example_pieces

pytestmark = pytest.mark.once


def test_the_picture_passes_as_any_picture_does() -> None:
    picture = pictures.checked(example_pieces.bench())
    assert (picture.width, picture.height) == (960, 640)


def test_the_recording_ticks_once_a_second() -> None:
    with wave.open(io.BytesIO(example_pieces.ticking())) as sound:
        rate, samples = sound.getframerate(), sound.readframes(sound.getnframes())
    loud = {at // rate for at, one in enumerate(samples) if abs(one - 128) > 60}
    assert len(samples) == rate * example_pieces.SECONDS
    assert loud == set(range(example_pieces.SECONDS))
