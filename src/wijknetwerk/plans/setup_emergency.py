"""What a look in an emergency brings to the rest of the platform; once, at the start."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.core.registries.panels import SettingsPanel, settings_panels
from wijknetwerk.plans import waiting
from wijknetwerk.plans.selectors import emergency_waits


def register() -> None:
    """Called once, when the app is ready."""
    heard = waiting.kind("plans:emergencies", emergency_waits.still, emergency_waits.wanted)
    waiting_kinds.register(emergency_waits.LOOKED, heard)
    settings_panels.register(
        "plans.emergency",
        SettingsPanel(
            _("Looking in an emergency"),
            _("May a professional look in a plan when somebody is in danger?"),
            _("What it means"),
            "plans:emergency_setting",
        ),
    )
