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
