"""What this part of mutual aid registers: two neighbours who come together."""

from wijknetwerk.core.registries import member_ended, role_changed
from wijknetwerk.mutual_aid import ending_matches, waiting_matches
from wijknetwerk.mutual_aid.services import desk_waits, match_leaving


def register() -> None:
    """Called once, when the app is ready."""
    waiting_matches.register()
    ending_matches.register()
    role_changed.register("mutual_aid", desk_waits.role_changed)
    member_ended.register("mutual_aid.matches", match_leaving.member_left)
