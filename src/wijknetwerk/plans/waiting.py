"""What waits because of plans, in one sentence that says nothing more (design 4)."""

from collections.abc import Callable, Collection, Iterable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, Wanted, waiting_kinds
from wijknetwerk.core.registries.mails import links_that_ask, mails_that_ask
from wijknetwerk.plans import access_agreements, access_lists
from wijknetwerk.plans.selectors import waits

SENTENCE = _("Something waits in a plan")
MAILS = ("plans.agreement", "plans.something_waits")
"""Mail to who may read something of a plan: asked again when it leaves."""


def register() -> None:
    """Called once, when the app is ready."""
    for code, one in _KINDS.items():
        waiting_kinds.register(code, one)
    for purpose in MAILS:
        mails_that_ask[purpose] = access_lists.opens_any
    links_that_ask["plans.agreement_named"] = access_agreements.mail_goes_still


def kind(
    url: str,
    still_true: Callable[[Collection[UUID]], Collection[UUID]],
    wanted: Callable[[], Iterable[Wanted]],
    *,
    duty: bool = True,
    of_plan: bool = True,
) -> WaitingKind:
    """What waits in a plan: one sentence and one button, whatever it is. `of_plan`: its address
    holds a plan, which is asked whether it opens each time that this is shown."""
    return WaitingKind(
        title=SENTENCE,
        outside=SENTENCE,
        button=_("Open it"),
        icon="lock",
        url=url,
        still_true=still_true,
        wanted=wanted,
        duty=duty,
        opens=access_lists.that_open if of_plan else None,
    )


_KINDS = {
    waits.ASKED: kind("plans:plan", waits.still_asked, waits.wanted_asked),
    waits.NEWS: kind("plans:plan", waits.still_news, waits.wanted_news, duty=False),
    waits.REVIEW: kind("plans:emergency", waits.still_reviews, waits.wanted_reviews, of_plan=False),
}
