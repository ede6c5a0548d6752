"""What waits because of plans, in one sentence that says nothing more (design 4)."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.core.registries.mails import mails_that_ask
from wijknetwerk.plans import access_lists
from wijknetwerk.plans.selectors import waits

SENTENCE = _("Something waits in a plan")
MAILS = ("plans.agreement", "plans.something_waits")
"""Mail to who may read something of a plan: asked again when it leaves."""


def register() -> None:
    """Called once, when the app is ready."""
    for code, kind in _KINDS.items():
        waiting_kinds.register(code, kind)
    for purpose in MAILS:
        mails_that_ask[purpose] = access_lists.opens_any


_KINDS = {
    waits.ASKED: WaitingKind(
        title=SENTENCE,
        outside=SENTENCE,
        button=_("Open it"),
        icon="lock",
        url="plans:plan",
        opens=access_lists.that_open,
        still_true=waits.still_asked,
        wanted=waits.wanted_asked,
    ),
    waits.NEWS: WaitingKind(
        title=SENTENCE,
        outside=SENTENCE,
        button=_("Open it"),
        icon="lock",
        url="plans:plan",
        opens=access_lists.that_open,
        still_true=waits.still_news,
        wanted=waits.wanted_news,
        duty=False,
    ),
    waits.REVIEW: WaitingKind(
        title=SENTENCE,
        outside=SENTENCE,
        button=_("Open it"),
        icon="lock",
        url="plans:emergency",
        still_true=waits.still_reviews,
        wanted=waits.wanted_reviews,
    ),
}
