"""How long the agenda keeps what it knows of people."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.registries import Retention


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.agenda import personal_data as kept

    registries.personal_data.register("agenda", kept.AgendaData())
    reached = _("So that we can reach who comes, and send what was said to who came.")
    for code, title, keep, expire in (
        ("agenda.guests", _("Who came or would come, without account"), 90, kept.forget_guests),
        ("agenda.members", _("Who came to what, of members"), 3 * 365, kept.forget_members),
    ):
        entry = Retention(title, timedelta(days=keep), reached, expire)
        registries.retention.register(code, entry)
