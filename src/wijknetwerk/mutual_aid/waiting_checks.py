"""What waits for people because of checks, in words."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.mutual_aid.selectors import check_waits


def register() -> None:
    """Called once, when the app is ready."""
    for code, kind in _KINDS.items():
        waiting_kinds.register(code, kind)


_KINDS = {
    check_waits.CHECK: WaitingKind(
        title=_("How does the help go?"),
        outside=_("We would like to know how it goes"),
        button=_("Answer"),
        icon="phone",
        url="mutual_aid:check",
        still_true=check_waits.still_check,
        wanted=check_waits.wanted_check,
    ),
    check_waits.CHECKS: WaitingKind(
        title=_("Ask how the help goes"),
        outside=_("Something waits at the desk"),
        button=_("To the calls"),
        icon="phone",
        url="mutual_aid:checks",
        still_true=check_waits.still_checks,
        wanted=check_waits.wanted_checks,
    ),
}
