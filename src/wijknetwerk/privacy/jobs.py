"""What the worker does for privacy."""

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.privacy import services


@every(daily_at="03:10", name="privacy.expire_records")
def expire_records(*, actor: Actor) -> None:
    """End what was kept long enough, each night."""
    services.expire_records(actor=actor)
