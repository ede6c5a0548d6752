"""What this part of mutual aid registers: two neighbours who come together."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import (
    Retention,
    member_ended,
    personal_data,
    retention,
    role_changed,
)
from wijknetwerk.mutual_aid import ending_matches, waiting_matches
from wijknetwerk.mutual_aid.services import desk_waits, match_leaving

YEAR = timedelta(days=365)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.mutual_aid import personal_data_matches as kept

    waiting_matches.register()
    ending_matches.register()
    role_changed.register("mutual_aid", desk_waits.role_changed)
    member_ended.register("mutual_aid.matches", match_leaving.member_left)
    personal_data.register("mutual_aid.matches", kept.MatchesData())
    ground = _("So that both and the desk can look back for a year.")
    retention.register(
        "mutual_aid.matches",
        Retention(
            _("Words of help that is over, and who did what"), YEAR, ground, kept.forget_matches
        ),
    )
