"""What who decides for a resident brings to the rest of the platform; once, at the start."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.plans import waiting
from wijknetwerk.plans.selectors import representing_waits as waits

WORDS = {
    "plans.representative_decided": _("Wrote what they decided for you, and why"),
    "plans.representatives_read": _("Read who may decide for you"),
    "plans.representative_read": _("Read what shows that somebody may decide for you"),
}


def register() -> None:
    """Called once, when the app is ready."""
    registries.event_words.update(WORDS)
    for code, found in _KINDS.items():
        waiting_kinds.register(code, found)


_KINDS = {
    waits.PROOF: waiting.kind(
        "plans:proof", waits.still_proofs, waits.wanted_proofs, of_plan=False
    ),
    waits.SPEAKS: waiting.kind("plans:representatives", waits.still_speaks, waits.wanted_speaks),
}
