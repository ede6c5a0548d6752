"""Whether something happens, who waits for an answer, and whether the neighbourhood can see it."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts, Suggestion
from wijknetwerk.networks.access import Act
from wijknetwerk.roadmap.suggestions.words import counted

QUIET = timedelta(weeks=8)
SEEN_FROM = 5
NO_ACTION = gettext_lazy("Wijchen, around 2020: without a clear focus there came no actions.")
SMALL = gettext_lazy("Lesson of the examples: begin small, with people who really go for it.")
ANSWER = gettext_lazy("Boonstra, 2018: networks fail by too little trust and communication.")
VISIBLE = gettext_lazy("Wijchen Gezond: residents saw too little of it, and thought it a club.")


def _moved_on(facts: Facts) -> date:
    """The last day on which somebody changed anything; looking is no change."""
    return date.fromisoformat(facts["last_moved_on"])


def _quiet(facts: Facts) -> str:
    weeks = (clock.today() - _moved_on(facts)).days // 7
    return _("Nothing changed here for %(num)s weeks.") % {"num": weeks}


def _no_phone(_facts: Facts) -> str:
    return _("Your public page has no phone number. Many people would rather call.")


RULES = {
    "requests_waiting": Suggestion(
        title=gettext_lazy("Answer who wants to join"),
        reason=counted(
            "requests_waiting",
            ngettext_lazy(
                "One person would like to join and waits for an answer.",
                "%(num)s people would like to join and wait for an answer.",
                "num",
            ),
        ),
        holds=lambda facts: facts["requests_waiting"] >= 1,
        needs=("requests_waiting",),
        weight=68,
        source=ANSWER,
        do=gettext_lazy("Read and answer"),
        url="networks:join_requests",
        step="explore-find-starters",
        act=Act.INVITE,
        figure="requests_waiting",
    ),
    "nothing_happened": Suggestion(
        title=gettext_lazy("Do one small thing this month"),
        reason=_quiet,
        holds=lambda facts: clock.today() - _moved_on(facts) >= QUIET,
        needs=("last_moved_on",),
        weight=60,
        source=SMALL,
        do=gettext_lazy("Choose a step"),
        url="roadmap:route",
        step="deepen-first-actions",
    ),
    "duties_late": Suggestion(
        title=gettext_lazy("Look together at what is late"),
        reason=counted(
            "duties_late",
            ngettext_lazy(
                "One thing that somebody would do is late.",
                "%(num)s things that somebody would do are late.",
                "num",
            ),
        ),
        holds=lambda facts: facts["duties_late"] >= 3,
        needs=("duties_late",),
        weight=45,
        source=ANSWER,
        do=gettext_lazy("See the route"),
        url="roadmap:route",
        step="anchor-look-back",
        figure="duties_late",
    ),
    "invitations_unanswered": Suggestion(
        title=gettext_lazy("Call who did not answer"),
        reason=counted(
            "invitations_unanswered",
            ngettext_lazy(
                "One invitation has no answer after three weeks.",
                "%(num)s invitations have no answer after three weeks.",
                "num",
            ),
        ),
        holds=lambda facts: facts["invitations_unanswered"] >= 1,
        needs=("invitations_unanswered",),
        weight=42,
        source=SMALL,
        do=gettext_lazy("See the invitations"),
        url="networks:invitations",
        step="explore-find-starters",
        act=Act.INVITE,
        figure="invitations_unanswered",
    ),
    "steps_stuck": Suggestion(
        title=gettext_lazy("Finish a step, or let it go"),
        reason=counted(
            "steps_busy_12_weeks",
            ngettext_lazy(
                "One step of the route is busy for more than twelve weeks, without news.",
                "%(num)s steps of the route are busy for more than twelve weeks, without news.",
                "num",
            ),
        ),
        holds=lambda facts: facts["steps_busy_12_weeks"] >= 1,
        needs=("steps_busy_12_weeks",),
        weight=40,
        source=NO_ACTION,
        do=gettext_lazy("See the route"),
        url="roadmap:route",
        step="deepen-first-actions",
        figure="steps_busy_12_weeks",
    ),
    "not_visible": Suggestion(
        title=gettext_lazy("Let the neighbourhood find you"),
        reason=counted(
            "members",
            gettext_lazy("%(num)s people take part, and the neighbourhood can't find you here."),
        ),
        holds=lambda facts: not facts["is_public"] and facts["members"] >= SEEN_FROM,
        needs=("is_public", "members"),
        weight=36,
        source=VISIBLE,
        do=gettext_lazy("Look at the public page"),
        url="networks:publish",
        step="explore-visible-contact",
        act=Act.ASK_PUBLIC,
    ),
    "no_public_phone": Suggestion(
        title=gettext_lazy("Put a phone number on your page"),
        reason=_no_phone,
        holds=lambda facts: facts["is_public"] and not facts["has_public_phone"],
        needs=("is_public", "has_public_phone"),
        weight=44,
        source=VISIBLE,
        do=gettext_lazy("Fill in the number"),
        url="networks:settings",
        step="explore-visible-contact",
        act=Act.EDIT_NETWORK,
    ),
}
