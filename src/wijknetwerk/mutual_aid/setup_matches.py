"""What this part of mutual aid registers: two neighbours who come together."""

from wijknetwerk.core.registries import role_changed
from wijknetwerk.mutual_aid import waiting_matches
from wijknetwerk.mutual_aid.services import desk_waits


def register() -> None:
    """Called once, when the app is ready."""
    waiting_matches.register()
    role_changed.register("mutual_aid", desk_waits.role_changed)
