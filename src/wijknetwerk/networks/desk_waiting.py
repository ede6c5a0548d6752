"""Calls that wait for somebody at the desk, in words."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.networks.selectors import desk


def register() -> None:
    """Called once, when the app is ready."""
    waiting_kinds.register(
        desk.CALL_BACK,
        WaitingKind(
            title=_("Call back %(who)s"),
            outside=_("Somebody waits for a call back."),
            button=_("Call back"),
            icon="phone",
            url="networks:desk_person",
            still_true=desk.still_open,
            wanted=desk.wanted,
        ),
    )
