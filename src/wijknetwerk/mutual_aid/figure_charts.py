"""Drawings of help as a whole: from the very figures that its tables show, and no others."""

from django.utils.translation import gettext as _
from markupsafe import Markup

from wijknetwerk.core.bars import Pair, pair_bars
from wijknetwerk.mutual_aid.selectors.figures import Year


def quarters(year: Year) -> Markup:
    """Who asked and who was helped, by quarter. Empty where no quarter may be shown."""
    pairs = [
        Pair(_("Quarter %(number)s") % {"number": one.number}, one.asked, one.helped)
        for one in year.quarters
    ]
    return pair_bars(
        pairs,
        names=(_("Asked"), _("Helped")),
        hidden=_("under 5"),
        title=_("People by quarter of %(year)s") % {"year": year.year},
        description=_("Who asked for help, and who was helped. The table below says the same."),
    )
