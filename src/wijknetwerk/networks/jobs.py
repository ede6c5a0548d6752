"""Work by the clock."""

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.networks.services import invitations, sharing


@every(daily_at="03:05", name="networks.lapse_invitations")
def lapse_invitations(*, actor: Actor) -> None:
    """Note which invitations lapsed. Lists and links go by the date, so nothing waits for this."""
    invitations.lapse_invitations()


@every(daily_at="03:20", name="networks.end_lapsed_sharing")
def end_lapsed_sharing(*, actor: Actor) -> None:
    """Hide what members showed by a consent that lapsed."""
    sharing.end_lapsed()
