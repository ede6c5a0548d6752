"""How a request goes on and how two people come together: two tables, and nothing beside them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RequestState(models.TextChoices):
    """Where a request for help stands."""

    NEW = "new", _("new")
    WAITING = "waiting", _("waits for somebody")
    BUSY = "busy", _("somebody is asked")
    HELPED = "helped", _("somebody helps")
    ENDED = "ended", _("ended")
    WITHDRAWN = "withdrawn", _("no longer needed")


class OfferState(models.TextChoices):
    """Where an offer stands. A pause is a period in the offer, no state."""

    OPEN = "open", _("open")
    ENDED = "ended", _("ended")


class MatchState(models.TextChoices):
    """How far an asker and a helper have come."""

    SUGGESTED = "suggested", _("thought of")
    ASKED = "asked", _("the helper is asked")
    WILLING = "willing", _("the helper would like to")
    AGREED = "agreed", _("both said yes")
    RUNNING = "running", _("running")
    ENDED = "ended", _("ended")
    CLOSED = "closed", _("went no further")


class MatchAct(models.TextChoices):
    """What somebody does with it."""

    ASK = "ask", _("asked the helper")
    HELPER_YES = "helper_yes", _("the helper said yes")
    HELPER_NO = "helper_no", _("went no further")
    ASKER_YES = "asker_yes", _("the asker said yes")
    ASKER_NO = "asker_no", _("went no further")
    LAPSE = "lapse", _("went no further")
    WITHDRAW = "withdraw", _("went no further")
    BEGIN = "begin", _("they met")
    RAN = "ran", _("was running already")
    STOP = "stop", _("stopped")
    END = "end", _("ended")


# docs/mutual-aid.md. Nobody gives a reason for a no or for stopping, and no screen says whose no
# it was (rule H1 and design 1: asking is harder than offering).
NEXT: dict[MatchState, dict[MatchAct, MatchState]] = {
    MatchState.SUGGESTED: {
        MatchAct.ASK: MatchState.ASKED,
        MatchAct.RAN: MatchState.RUNNING,
        MatchAct.WITHDRAW: MatchState.CLOSED,
    },
    MatchState.ASKED: {
        MatchAct.HELPER_YES: MatchState.WILLING,
        MatchAct.HELPER_NO: MatchState.CLOSED,
        MatchAct.LAPSE: MatchState.CLOSED,
        MatchAct.WITHDRAW: MatchState.CLOSED,
    },
    MatchState.WILLING: {
        MatchAct.ASKER_YES: MatchState.AGREED,
        MatchAct.ASKER_NO: MatchState.CLOSED,
        MatchAct.HELPER_NO: MatchState.CLOSED,
        MatchAct.LAPSE: MatchState.CLOSED,
        MatchAct.WITHDRAW: MatchState.CLOSED,
    },
    MatchState.AGREED: {
        MatchAct.BEGIN: MatchState.RUNNING,
        MatchAct.STOP: MatchState.ENDED,
        MatchAct.END: MatchState.ENDED,
    },
    MatchState.RUNNING: {
        MatchAct.STOP: MatchState.ENDED,
        MatchAct.END: MatchState.ENDED,
    },
    MatchState.ENDED: {},
    MatchState.CLOSED: {},
}
# Contact goes across in these, and a place of the offer is taken (rules H1 and H2).
TOGETHER = (MatchState.AGREED, MatchState.RUNNING)
OPEN_MATCHES = (MatchState.SUGGESTED, MatchState.ASKED, MatchState.WILLING, *TOGETHER)
OPEN_REQUESTS = (
    RequestState.NEW,
    RequestState.WAITING,
    RequestState.BUSY,
    RequestState.HELPED,
)


def after(state: str, act: MatchAct) -> MatchState | None:
    """The state that this act leads to, or None where it can't be done."""
    return NEXT[MatchState(state)].get(act)
