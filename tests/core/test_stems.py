"""Stems: what people type finds what others wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijknetwerk.core.stems import LONGEST, stem, stems

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fietsen", "fiets"),
        ("vrijwilligers", "vrijwilliger"),
        ("boodschappen", "Boodschap"),
        ("ideeën", "idee"),
        ("kinderen", "kind"),
        ("buren", "buur"),
        ("huizen", "huis"),
        ("eenzaamheid", "eenzame"),
        ("cafés", "cafe"),
        ("coördinator", "coordinator"),
    ],
)
def test_words_that_people_see_as_one_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_stop_words_and_signs_are_left_out() -> None:
    assert stems("Ik wil naar de dokter, en dan?") == stems("dokter")
    assert stems("?! ... -") == []
    assert stems("the doctors", "en") == ["doctor"]


@given(st.text(max_size=60))
def test_a_stem_is_its_own_word_of_letters_and_digits(text: str) -> None:
    for one in stems(text):
        assert 0 < len(one) <= LONGEST
        assert " " not in one
