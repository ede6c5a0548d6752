"""Parts of the week in words, as one would say them."""

import pytest
from django.utils.translation import override

from wijknetwerk.mutual_aid import week

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], "maakt niet uit"),
        (range(21), "maakt niet uit"),
        ([0], "maandag in de ochtend"),
        ([0, 3, 6, 9, 12], "maandag tot en met vrijdag in de ochtend"),
        ([0, 1, 2], "maandag de hele dag"),
        ([2, 8, 15, 16], "maandag en woensdag in de avond, zaterdag in de ochtend en middag"),
        ([2, 8, 14], "maandag, woensdag en vrijdag in de avond"),
        (range(2, 21, 3), "elke dag in de avond"),
    ],
)
def test_days_with_the_same_parts_are_said_together(parts: list[int], said: str) -> None:
    with override("nl"):
        assert week.spoken(week.mask(parts)) == said
