"""What this part of mutual aid registers: checks."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import (
    Retention,
    network_facts,
    personal_data,
    retention,
    role_changed,
)
from wijknetwerk.mutual_aid import checks_facts, ending_checks, waiting_checks
from wijknetwerk.mutual_aid.services import check_waits

YEAR = timedelta(days=365)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.mutual_aid import personal_data_checks as kept

    waiting_checks.register()
    ending_checks.register()
    role_changed.register("mutual_aid.checks", check_waits.role_changed)
    network_facts.register("mutual_aid.checks", checks_facts.count)
    personal_data.register("mutual_aid.checks", kept.ChecksData())
    ground = _("So that both and the desk can look back for a year.")
    words = _("What people said of how the help went, after it ended")
    retention.register("mutual_aid.checks", Retention(words, YEAR, ground, kept.forget_checks))
