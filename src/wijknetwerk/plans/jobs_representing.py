"""Work by the clock for who decides for a resident."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.plans.services import representatives


@every(
    daily_at="07:25",
    name="plans.remind_terms",
    atomic=False,
    title=_("Say that somebody soon decides for a resident no more"),
)
def remind_terms(*, actor: Actor) -> None:
    """Two weeks before; who hears it is asked anew."""
    representatives.remind_terms()
