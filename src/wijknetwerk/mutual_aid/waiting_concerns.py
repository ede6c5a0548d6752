"""What waits because of concerns, in words that say nothing more (rule H6)."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.mutual_aid.selectors import complaint_waits, concern_waits


def register() -> None:
    """Called once, when the app is ready."""
    for code, kind in _KINDS.items():
        waiting_kinds.register(code, kind)


_KINDS = {
    concern_waits.CONCERN: WaitingKind(
        title=_("Something waits for you"),
        outside=_("Something waits for you"),
        button=_("Open it"),
        icon="lock",
        url="mutual_aid:concerns_kept",
        still_true=concern_waits.still_concerns,
        wanted=concern_waits.wanted_concerns,
    ),
    concern_waits.REPLY: WaitingKind(
        title=_("There is an answer for you"),
        outside=_("There is an answer for you"),
        button=_("Open it"),
        icon="lock",
        url="mutual_aid:concerns_own",
        still_true=concern_waits.still_replies,
        wanted=concern_waits.wanted_replies,
        duty=False,
    ),
    complaint_waits.TO_ANSWER: WaitingKind(
        title=_("Something waits for you"),
        outside=_("Something waits for you"),
        button=_("Open it"),
        icon="lock",
        url="mutual_aid:complaint_answer",
        still_true=complaint_waits.still_to_answer,
        wanted=complaint_waits.wanted_to_answer,
    ),
    complaint_waits.ANSWERED: WaitingKind(
        title=_("There is an answer for you"),
        outside=_("There is an answer for you"),
        button=_("Open it"),
        icon="lock",
        url="mutual_aid:complaint",
        still_true=complaint_waits.still_answered,
        wanted=complaint_waits.wanted_answered,
        duty=False,
    ),
}
