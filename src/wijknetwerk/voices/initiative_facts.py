"""What initiatives and experiments tell of a network, and what would help then (rule R2)."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts, Suggestion
from wijknetwerk.voices.models import Experiment, Initiative, InitiativeNeed, NeedState

SIX_WEEKS = timedelta(weeks=6)
WITHOUT = "initiatives_without_people"
WITHOUT_SINCE = "initiative_without_since"
BUSY = "initiatives_busy"
ENDED = "initiatives_with_lesson"
NEEDS_LATE = "initiative_needs_late"
EXPERIMENTS_OVER = "experiments_past_their_date"


def count(network_id: int) -> Facts:
    """The facts of one network, in three queries."""
    today = clock.today()
    without = Q(without_since__isnull=False)
    counted = Initiative.objects.filter(network=network_id).aggregate(
        without=Count("pk", filter=without),
        since=Min("without_since", filter=without),
        busy=Count("pk", filter=Q(state="busy")),
        ended=Count("pk", filter=Q(state__in=["done", "stopped"])),
    )
    late = InitiativeNeed.objects.filter(
        network=network_id, state=NeedState.PROMISED, by_on__lt=today
    )
    over = Experiment.objects.filter(network=network_id, outcome="", ends_on__lte=today)
    facts: dict[str, Any] = {
        WITHOUT: counted["without"],
        BUSY: counted["busy"],
        ENDED: counted["ended"],
        NEEDS_LATE: late.count(),
        EXPERIMENTS_OVER: over.count(),
    }
    if counted["since"]:
        facts[WITHOUT_SINCE] = counted["since"].isoformat()
    return facts


def _waits_long(facts: Facts) -> bool:
    return date.fromisoformat(facts[WITHOUT_SINCE]) <= clock.today() - SIX_WEEKS


def _why_waiting(facts: Facts) -> str:
    weeks = (clock.today() - date.fromisoformat(facts[WITHOUT_SINCE])).days // 7
    return _("An idea of residents has been waiting for %(weeks)s weeks.") % {"weeks": weeks}


def _why_late(facts: Facts) -> str:
    number = facts[NEEDS_LATE]
    said = ngettext(
        "One promise to an initiative is past its day.",
        "%(num)s promises to initiatives are past their day.",
        number,
    )
    return said % {"num": number}


def _why_over(facts: Facts) -> str:
    number = facts[EXPERIMENTS_OVER]
    said = ngettext(
        "One experiment is past its last day, without a lesson.",
        "%(num)s experiments are past their last day, without a lesson.",
        number,
    )
    return said % {"num": number}


STEVENSHOF = gettext_lazy("Stevenshof Vitaal, Leiden, 2019: who takes something up?")
SUGGESTIONS = {
    "voices.idea_waits": Suggestion(
        title=gettext_lazy("An idea waits for somebody who takes it up"),
        reason=_why_waiting,
        holds=_waits_long,
        needs=(WITHOUT_SINCE, WITHOUT),
        weight=72,
        source=STEVENSHOF,
        do=gettext_lazy("See which ideas wait"),
        url="voices:initiatives",
        voice=True,
        figure=WITHOUT,
    ),
    "voices.needs_late": Suggestion(
        title=gettext_lazy("Bring residents what was promised"),
        reason=_why_late,
        holds=lambda facts: facts[NEEDS_LATE] > 0,
        needs=(NEEDS_LATE,),
        weight=66,
        source=gettext_lazy("your own agreement"),
        do=gettext_lazy("See what was promised"),
        url="voices:initiatives",
        voice=True,
        figure=NEEDS_LATE,
    ),
    "voices.experiments_over": Suggestion(
        title=gettext_lazy("Write down what you learned"),
        reason=_why_over,
        holds=lambda facts: facts[EXPERIMENTS_OVER] > 0,
        needs=(EXPERIMENTS_OVER,),
        weight=44,
        source=gettext_lazy("your own agreement"),
        do=gettext_lazy("See the experiments"),
        url="voices:experiments",
        figure=EXPERIMENTS_OVER,
    ),
}
