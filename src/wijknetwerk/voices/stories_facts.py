"""What stories and themes tell of a network, and what would help then (rule R2)."""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts, Suggestion
from wijknetwerk.voices.access import SHARED
from wijknetwerk.voices.models import Story, StoryKind, Theme, ThemeState

HALF_A_YEAR = timedelta(days=182)
TOLD, LOOSE, THEMES = "stories_half_year", "stories_in_no_theme", "themes_open"
UNANSWERED = "questions_unanswered"
ENOUGH_FOR_A_THEME = 5


def count(network_id: int) -> Facts:
    """The facts of one network, in two queries. What was told for the teller alone counts in none:
    a count of few would say that somebody did."""
    shared = Q(withdrawn_at=None, reach__in=SHARED)
    newer = Q(told_on__gt=clock.today() - HALF_A_YEAR)
    counted = Story.objects.filter(shared, network=network_id).aggregate(
        told=Count("pk", filter=newer, distinct=True),
        loose=Count("pk", filter=newer & Q(places=None), distinct=True),
        asked=Count("pk", filter=Q(kind=StoryKind.QUESTION, answered_at=None), distinct=True),
    )
    themes = Theme.objects.filter(network=network_id, state=ThemeState.OPEN).count()
    return {
        TOLD: counted["told"],
        LOOSE: counted["loose"],
        UNANSWERED: counted["asked"],
        THEMES: themes,
    }


def _why_missing(_facts: Facts) -> str:
    return _("In the last half year nobody told a story, a question or an idea.")


def _why_loose(facts: Facts) -> str:
    number = facts[LOOSE]
    said = ngettext(
        "One story stands in no theme yet.", "%(num)s stories stand in no theme yet.", number
    )
    return said % {"num": number}


SUGGESTIONS = {
    "voices.nobody_heard": Suggestion(
        title=gettext_lazy("Let residents speak first"),
        reason=_why_missing,
        holds=lambda facts: facts[TOLD] == 0,
        needs=(TOLD,),
        weight=86,
        source=gettext_lazy("Stevenshof Vitaal, Leiden, 2019: it began with stories"),
        do=gettext_lazy("Write down what one resident tells"),
        url="voices:note",
        voice=True,
    ),
    "voices.stories_loose": Suggestion(
        title=gettext_lazy("Look together what the stories are about"),
        reason=_why_loose,
        holds=lambda facts: facts[LOOSE] >= ENOUGH_FOR_A_THEME,
        needs=(LOOSE,),
        weight=60,
        source=gettext_lazy("Stevenshof Vitaal, Leiden, 2019: it began with stories"),
        do=gettext_lazy("Make a theme"),
        url="voices:themes",
        voice=True,
        figure=LOOSE,
    ),
}
