"""The places of the navigation that notices bring."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.registries import MenuItem, menu
from wijknetwerk.notices import access


def register() -> None:
    """Called once, when the app is ready."""
    menu.register("notices.jobs", MenuItem(_("Failed work"), "alert", _jobs, "person", 90))


def _jobs(actor: Actor, _standing: Standing | None) -> str | None:
    return reverse("notices:jobs_failed") if access.may_manage_work(actor) else None
