"""What the questions to ourselves tell of a network, and what would help then (rule R2)."""

from datetime import date, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts, Suggestion, network_facts, suggestions
from wijknetwerk.core.templating import date_words
from wijknetwerk.networks.access import Act
from wijknetwerk.roadmap import selectors
from wijknetwerk.roadmap.models import CheckKind, CheckOutcome, CheckRound

YEAR = timedelta(days=365)

ASKED = "readiness_asked"
ASKED_ON = "readiness_asked_on"
RESULT = "readiness_result"
STOPS = "readiness_stops"
RESIDENTS = "readiness_residents_heard"
SELF_ASKED_ON = "selfcheck_asked_on"
LOOK_AGAIN_ON = "check_look_again_on"

# Short, for a sentence; the questions themselves stand in the content.
STOP_SIGNS: dict[str, str | Promise] = {
    "residents-take-part": gettext_lazy("residents take part"),
    "practice-and-team": gettext_lazy("a general practice and the social team take part"),
    "municipality-behind-it": gettext_lazy("the municipality stands behind it"),
    "independent-coordinator": gettext_lazy("an independent coordinator"),
    "shared-goal": gettext_lazy("a shared goal"),
}


def count(network_id: int) -> Facts:
    """The facts of one network: a query for its rounds, and one for answers."""
    rows = list(CheckRound.objects.filter(network_id=network_id).order_by("-pk"))
    ready = [row for row in rows if row.kind == CheckKind.READINESS]
    own = [row for row in rows if row.kind == CheckKind.SELF_CHECK]
    found: dict[str, Any] = {ASKED: bool(ready)}
    if ready:
        found[ASKED_ON] = ready[0].opened_on.isoformat()
    if own:
        found[SELF_ASKED_ON] = own[0].opened_on.isoformat()
    if ready and ready[0].closed_on is not None:
        found |= _outcome(ready[0])
    again = [row.look_again_on for row in (*ready[:1], *own[:1]) if row.look_again_on]
    if again:
        found[LOOK_AGAIN_ON] = min(again).isoformat()
    return found


def _outcome(asked: CheckRound) -> dict[str, Any]:
    """What came out of the last round that was closed. Without content only its outcome."""
    found: dict[str, Any] = {RESULT: asked.outcome}
    try:
        verdict = selectors.verdict_of(asked.network, asked)
    except selectors.ContentMissing:
        return found
    return found | {STOPS: ",".join(verdict.stops), RESIDENTS: not verdict.residents_missing}


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _in_words(text: str) -> str:
    return date_words(_day(text), weekday=False)


def _no_residents(facts: Facts) -> str:
    return _("No resident answered when you asked on %(day)s whether you are ready.") % {
        "day": _in_words(facts[ASKED_ON])
    }


def _stop_signs(facts: Facts) -> str:
    named = [str(STOP_SIGNS.get(code, code)) for code in facts[STOPS].split(",")]
    return _("On %(day)s somebody said no to: %(signs)s.") % {
        "day": _in_words(facts[ASKED_ON]),
        "signs": "; ".join(named),
    }


def _look_again(facts: Facts) -> str:
    return _("You would look again on %(day)s.") % {"day": _in_words(facts[LOOK_AGAIN_ON])}


def _year_over(facts: Facts) -> str:
    return _("You last asked this on %(day)s, more than a year ago.") % {
        "day": _in_words(facts[SELF_ASKED_ON])
    }


SOURCE = gettext_lazy("Merenwijk and Wijchen, final report of around 2020 (R0)")
URL = "roadmap:checks"

SUGGESTIONS = {
    "roadmap.residents_not_heard": Suggestion(
        title=gettext_lazy("Let residents answer too"),
        reason=_no_residents,
        holds=lambda facts: facts[RESIDENTS] is False,
        needs=(ASKED_ON, RESIDENTS),
        weight=70,
        source=SOURCE,
        do=gettext_lazy("Ask the questions again"),
        url=URL,
        act=Act.EDIT_NETWORK,
        voice=True,
        step="explore-ask-ten-residents",
    ),
    "roadmap.stop_signs": Suggestion(
        title=gettext_lazy("Talk about the stop signs first"),
        reason=_stop_signs,
        holds=lambda facts: bool(facts[STOPS]) and facts[RESULT] == CheckOutcome.TALK_FIRST,
        needs=(ASKED_ON, RESULT, STOPS),
        weight=60,
        source=SOURCE,
        do=gettext_lazy("See who said what"),
        url=URL,
    ),
    "roadmap.look_again": Suggestion(
        title=gettext_lazy("Look again at what you decided"),
        reason=_look_again,
        holds=lambda facts: _day(facts[LOOK_AGAIN_ON]) <= clock.today(),
        needs=(LOOK_AGAIN_ON,),
        weight=46,
        source=gettext_lazy("your own agreement"),
        do=gettext_lazy("Ask the questions again"),
        url=URL,
        act=Act.EDIT_NETWORK,
        step="anchor-look-back",
    ),
    "roadmap.not_asked": Suggestion(
        title=gettext_lazy("Ask each other whether you are ready"),
        reason=lambda _facts: _("Nobody asked these questions in this network yet."),
        holds=lambda facts: facts[ASKED] is False,
        needs=(ASKED,),
        weight=35,
        source=SOURCE,
        do=gettext_lazy("See the questions"),
        url=URL,
        step="explore-right-moment",
    ),
    "roadmap.year_over": Suggestion(
        title=gettext_lazy("Ask how you do together"),
        reason=_year_over,
        holds=lambda facts: _day(facts[SELF_ASKED_ON]) + YEAR <= clock.today(),
        needs=(SELF_ASKED_ON,),
        weight=30,
        source=gettext_lazy("Eight success factors (R1)"),
        do=gettext_lazy("Ask the questions again"),
        url=URL,
        act=Act.EDIT_NETWORK,
        step="anchor-look-back",
    ),
}


def register() -> None:
    """Called once, when the app is ready."""
    network_facts.register("roadmap.checks", count)
    for code, suggestion in SUGGESTIONS.items():
        suggestions.register(code, suggestion)
