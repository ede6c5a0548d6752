"""What diaries and polls register, once, when the app is ready."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import DeskAsk, Retention, desk_asks, personal_data, retention


def register() -> None:
    """The first page, the desk, personal data and how long it is kept."""
    from wijknetwerk.voices import first_parts
    from wijknetwerk.voices import personal_data_diaries as kept

    first_parts.register()
    desk_asks.register("voices.diaries", _at_the_desk)
    personal_data.register("voices.diaries", kept.DiariesData())
    retention.register(
        "voices.poll_voters",
        Retention(
            _("That you answered a poll"),
            timedelta(days=30),
            _("So that nobody answers twice. What you chose is kept nowhere."),
            kept.forget_voters,
        ),
    )
    retention.register(
        "voices.diaries",
        Retention(
            _("Diaries that ended, of who has no account"),
            timedelta(days=365),
            _("Until then they can ask for it."),
            kept.forget_diaries,
        ),
    )


def _at_the_desk(network: Any, member: tuple[int, UUID]) -> Iterable[DeskAsk]:
    asked = urlencode({"lid": str(member[1])})
    page = reverse("voices:diary_new", args=[network.slug])
    yield DeskAsk(_("Write a day in their diary"), f"{page}?{asked}")
