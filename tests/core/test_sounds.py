"""A recording loses place, time and names, and nothing of its sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core import recordings
from tests.core.recordings import PLACE, SOUND
from wijknetwerk.core import sounds
from wijknetwerk.core.errors import InvalidInput

pytestmark = pytest.mark.once

MADE = {
    "wav": (recordings.wav(), "audio/wav", 1),
    "mp3": (recordings.mp3(), "audio/mpeg", 3),
    "opus": (recordings.opus(), "audio/ogg", 2),
    "vorbis": (recordings.vorbis(), "audio/ogg", 2),
    "m4a": (recordings.m4a(), "audio/mp4", 1),
    "webm": (recordings.webm(), "audio/webm", 2),
    "webm, live": (recordings.webm(known=False), "audio/webm", 2),
}


@pytest.mark.parametrize("name", MADE)
def test_the_place_goes_and_the_sound_stays(name: str) -> None:
    content, kind, times = MADE[name]
    sound = SOUND[:413] if name == "mp3" else SOUND
    assert PLACE in content
    assert content.count(sound) == times
    made = sounds.checked(content)
    assert made.content_type == kind
    assert made.content.count(sound) == times
    for trace in (PLACE, b"52.37", b"Dorps", b"Tel!", (3_900_000_000).to_bytes(4, "big")):
        assert trace not in made.content
    assert sounds.checked(made.content) == made, "clean already: nothing changes any more"


def test_in_an_m4a_nothing_moves() -> None:
    """Where the samples stand is written in bytes from the start."""
    before = recordings.m4a()
    after = sounds.checked(before).content
    assert (len(after), after.index(SOUND)) == (len(before), before.index(SOUND))


@pytest.mark.parametrize(
    "content",
    [
        recordings.m4a(kind=b"vide"),
        recordings.m4a(tracks=2),
        recordings.webm(kind=b"\x01"),
        recordings.webm(codec=b"A_VORBIS"),
        b"OggS" + bytes(60),
        b"ID3" + bytes(60),
        b"RIFF\0\0\0\0WAVE" + PLACE,
        recordings.page(0, 2, b"Speex   " + bytes(72)) + recordings.page(1, 0, PLACE),
        recordings.opus() + recordings.opus().replace(b"wnwn", b"else"),
        recordings.m4a()[:400],
    ],
)
def test_what_we_are_not_sure_of_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(InvalidInput, match="MP3"):
        sounds.checked(content)


@given(st.sampled_from(sorted(MADE)), st.data())
def test_a_damaged_recording_is_refused_or_clean_and_never_an_accident(
    name: str, data: st.DataObject
) -> None:
    content = bytearray(MADE[name][0])
    for _each in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(content) // 2, len(content)))
    try:
        made = sounds.checked(bytes(content[:cut]))
    except InvalidInput:
        return
    assert len(made.content) <= len(content) + 64
