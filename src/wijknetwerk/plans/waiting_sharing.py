"""What waits because a permission ends soon, in one sentence that says nothing more."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.plans import access_lists
from wijknetwerk.plans.selectors import asking_again
from wijknetwerk.plans.waiting import SENTENCE


def register() -> None:
    """Called once, when the app is ready."""
    kind = WaitingKind(
        title=SENTENCE,
        outside=SENTENCE,
        button=_("Open it"),
        icon="lock",
        url="plans:sharing",
        still_true=asking_again.still_again,
        wanted=asking_again.wanted_again,
        opens=access_lists.that_open,
    )
    waiting_kinds.register(asking_again.AGAIN, kind)
