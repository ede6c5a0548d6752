"""Work by the clock for the words of a plan."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.plans.services import look_backs


@every(
    daily_at="06:50",
    name="plans.look_back_due",
    atomic=False,
    title=_("Let goals wait at which somebody looks back today"),
)
def look_back_due(*, actor: Actor) -> None:
    """For the resident and who is called first; each asked anew."""
    look_backs.look_at_due()
