"""What waits because of agreements and referrals, in one sentence that says nothing more."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.plans import access_lists
from wijknetwerk.plans.selectors import agreement_waits as waits
from wijknetwerk.plans.waiting import SENTENCE


def register() -> None:
    """Called once, when the app is ready."""
    for code, kind in _KINDS.items():
        waiting_kinds.register(code, kind)


_KINDS = {
    waits.TO_AGREE: WaitingKind(
        title=SENTENCE,
        outside=SENTENCE,
        button=_("Open it"),
        icon="lock",
        url="plans:agreements",
        opens=access_lists.that_open,
        still_true=waits.still_to_agree,
        wanted=waits.wanted_to_agree,
    ),
    waits.AGREEMENT: WaitingKind(
        title=SENTENCE,
        outside=SENTENCE,
        button=_("Open it"),
        icon="lock",
        url="plans:agreements",
        opens=access_lists.that_open,
        still_true=waits.still_agreements,
        wanted=waits.wanted_agreements,
    ),
    waits.REFERRAL: WaitingKind(
        title=SENTENCE,
        outside=SENTENCE,
        button=_("Open it"),
        icon="lock",
        url="plans:agreements",
        opens=access_lists.that_open,
        still_true=waits.still_referrals,
        wanted=waits.wanted_referrals,
    ),
}
