"""Work by the clock."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.goals.services import action_waits


@every(daily_at="03:25", name="goals.open_due", title=_("Show which actions are due soon"))
def open_due(*, actor: Actor) -> None:
    """What comes near waits on Vandaag; what has nobody waits for who leads now."""
    action_waits.open_due()
