"""What the worker does for privacy."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.privacy import services


@every(daily_at="03:10", name="privacy.expire_records", title=_("Delete what was kept long enough"))
def expire_records(*, actor: Actor) -> None:
    """End what was kept long enough, each night."""
    services.expire_records(actor=actor)
