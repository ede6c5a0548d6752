"""What the desk registers: calls that wait for somebody, and what may be noted for another."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.log.noted import noted_events
from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.networks.selectors import desk, noted_told

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
            url="networks:desk_call",
            still_true=desk.still_open,
            wanted=desk.wanted,
        ),
    )
    waiting_kinds.register(
        noted_told.NOTED,
        WaitingKind(
            title=_("Our desk noted something down for you in %(network)s"),
            outside=_("Something was noted down for you"),
            button=_("Look at it"),
            icon="info",
            url="networks:my_membership",
            still_true=noted_told.still_open,
            wanted=noted_told.wanted,
            duty=False,
        ),
    )
