"""Work by the clock."""

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.networks.services import invitations


@every(daily_at="03:05", name="networks.lapse_invitations")
def lapse_invitations(*, actor: Actor) -> None:
    """Note which invitations lapsed. Lists and links go by the date, so nothing waits for this."""
    invitations.lapse_invitations()
