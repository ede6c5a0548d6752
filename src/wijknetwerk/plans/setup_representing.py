"""What who decides for a resident brings to the rest of the platform; once, at the start."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.plans import access_lists
from wijknetwerk.plans.selectors import representing_waits

WORDS = {
    "plans.representative_decided": _("Wrote what they decided for you, and why"),
    "plans.representatives_read": _("Read who may decide for you"),
    "plans.representative_read": _("Read what shows that somebody may decide for you"),
}


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.plans.waiting import SENTENCE

    registries.event_words.update(WORDS)
    waiting_kinds.register(
        representing_waits.PROOF,
        WaitingKind(
            title=SENTENCE,
            outside=SENTENCE,
            button=_("Open it"),
            icon="lock",
            url="plans:proof",
            still_true=representing_waits.still_proofs,
            wanted=representing_waits.wanted_proofs,
        ),
    )
    waiting_kinds.register(
        representing_waits.SPEAKS,
        WaitingKind(
            title=SENTENCE,
            outside=SENTENCE,
            button=_("Open it"),
            icon="lock",
            url="plans:representatives",
            opens=access_lists.that_open,
            still_true=representing_waits.still_speaks,
            wanted=representing_waits.wanted_speaks,
        ),
    )
