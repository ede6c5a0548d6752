"""What the desk registers: calls that wait for somebody, and what may be noted for another."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.log.noted import noted_events
from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.networks.selectors import desk

# What the log may say of an entry for somebody else; nothing else can be done while noting.
NOTED = (
    "accounts.phone_changed",
    "networks.call_noted",
    "networks.expectation_noted",
    "networks.joined",
    "networks.left",
    "networks.mandate_given",
    "networks.member_described",
)


def register() -> None:
    """Called once, when the app is ready."""
    noted_events.update(NOTED)
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
