"""How long the rows about people in networks are kept, for the register of retention."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.registries import Retention

YEAR = timedelta(days=365)


def register_people() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.networks import personal_data as kept

    registries.personal_data.register("networks.people", kept.PeopleData())
    ground = _("Until then somebody can ask how it went.")
    for code, title, expire in (
        ("networks.invitations", _("Invitations after the answer"), kept.forget_invitations),
        ("networks.join_requests", _("Requests to join"), kept.forget_join_requests),
        ("networks.handover_notes", _("Notes at handing over"), kept.forget_handover_notes),
    ):
        registries.retention.register(code, Retention(title, YEAR, ground, expire))


def register_ending() -> None:
    """What a rest or a stop keeps. Days and lessons stay for ever: nobody stands in them."""
    from wijknetwerk.networks import personal_data_ending as kept

    registries.personal_data.register("networks.ending", kept.EndingData())
    ground = _("Until then somebody can ask how it went. The lessons stay, without names.")
    for code, title, expire in (
        ("networks.stops", _("What was said and arranged at a stop"), kept.forget_stops),
        ("networks.rests", _("Whom one could call during a rest"), kept.forget_names_at_rest),
    ):
        registries.retention.register(code, Retention(title, YEAR, ground, expire))


def register_talk() -> None:
    """Words in rounds and who was at a talk. What a team agreed stays with the team."""
    from wijknetwerk.networks import personal_data_talk as kept

    registries.personal_data.register("networks.talk", kept.TalkData())
    ground = _("So that earlier rounds and talks can lie beside the new ones.")
    for code, title, expire in (
        ("networks.expectations", _("What members bring and expect"), kept.forget_expectations),
        ("networks.talk_presence", _("Who was at a talk"), kept.forget_who_was_there),
    ):
        registries.retention.register(code, Retention(title, 3 * YEAR, ground, expire))


def register_teams() -> None:
    """Words with questions go; who was in which team when stays with the team."""
    from wijknetwerk.networks import personal_data_teams as kept

    registries.personal_data.register("networks.teams", kept.TeamsData())
    ground = _("Until then somebody can ask how it went.")
    title = _("Words with a question to a team")
    entry = Retention(title, YEAR, ground, kept.forget_ask_words)
    registries.retention.register("networks.team_ask_words", entry)


def register_desk() -> None:
    """Calls go half a year after they were done; mandates a year after they ended."""
    from wijknetwerk.networks import personal_data_desk as kept

    registries.personal_data.register("networks.desk", kept.DeskData())
    ground = _("Until then somebody can ask what was noted.")
    calls = Retention(
        _("What the desk noted of calls"), timedelta(days=183), ground, kept.forget_calls
    )
    registries.retention.register("networks.calls", calls)
    mandates = Retention(_("Who may note down for somebody"), YEAR, ground, kept.forget_mandates)
    registries.retention.register("networks.mandates", mandates)
