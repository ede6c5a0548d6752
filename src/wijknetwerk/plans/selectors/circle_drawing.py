"""Who stands in the drawing of the circle."""

from collections.abc import Sequence

from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.selectors import pages
from wijknetwerk.plans.selectors.pages import PlaceShown


def people_of(hand: Hand) -> Sequence[PlaceShown]:
    """Who is in the circle now, as far as this hand reads it, the contact person first."""
    return [one for one in pages.plan_page(hand).circle if not one.is_asked]
