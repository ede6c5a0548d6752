"""Work by the clock for permissions whose last day is near."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.plans.services import again_waits


@every(
    daily_at="07:30",
    name="plans.ask_again",
    atomic=False,
    title=_("Ask whether permissions of a plan go on"),
)
def ask_again(*, actor: Actor) -> None:
    """Some weeks before the last day, and once more in the week before it; asked anew each time."""
    again_waits.ask_due()
