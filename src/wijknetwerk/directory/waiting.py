"""What waits for who keeps entries of the list right, in words."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.directory.selectors import unchecked


def register() -> None:
    """Called once, when the app is ready."""
    waiting_kinds.register(
        unchecked.TO_CHECK,
        WaitingKind(
            title=_("Is it still right? Some things on the list were not checked for a year."),
            outside=_("Somebody asks you to look at a list"),
            button=_("Look"),
            icon="circle-check",
            url="directory:to_check",
            still_true=unchecked.still_to_check,
            wanted=unchecked.wanted,
        ),
    )
