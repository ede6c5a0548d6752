"""What waits because of agreements and referrals, in one sentence that says nothing more."""

from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.plans.selectors import agreement_waits as waits
from wijknetwerk.plans.waiting import kind


def register() -> None:
    """Called once, when the app is ready."""
    for code, one in _KINDS.items():
        waiting_kinds.register(code, one)


_LIST = "plans:agreements"
_KINDS = {
    waits.TO_AGREE: kind(_LIST, waits.still_to_agree, waits.wanted_to_agree),
    waits.AGREEMENT: kind(_LIST, waits.still_agreements, waits.wanted_agreements),
    waits.REFERRAL: kind(_LIST, waits.still_referrals, waits.wanted_referrals),
}
