"""What a look in an emergency brings to the rest of the platform; once, at the start."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.core.registries.panels import SettingsPanel, settings_panels
from wijknetwerk.plans import access_lists
from wijknetwerk.plans.selectors import emergency_waits


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.plans.waiting import SENTENCE

    waiting_kinds.register(
        emergency_waits.LOOKED,
        WaitingKind(
            title=SENTENCE,
            outside=SENTENCE,
            button=_("Open it"),
            icon="lock",
            url="plans:emergencies",
            opens=access_lists.that_open,
            still_true=emergency_waits.still,
            wanted=emergency_waits.wanted,
        ),
    )
    settings_panels.register(
        "plans.emergency",
        SettingsPanel(
            _("Looking in an emergency"),
            _("May a professional look in a plan when somebody is in danger?"),
            _("What it means"),
            "plans:emergency_setting",
        ),
    )
