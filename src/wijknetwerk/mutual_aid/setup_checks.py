"""What this part of mutual aid registers: checks."""

from wijknetwerk.core.registries import role_changed
from wijknetwerk.mutual_aid import waiting_checks
from wijknetwerk.mutual_aid.services import check_waits


def register() -> None:
    """Called once, when the app is ready."""
    waiting_checks.register()
    role_changed.register("mutual_aid.checks", check_waits.role_changed)
