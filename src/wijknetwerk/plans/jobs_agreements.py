"""Work by the clock for agreements."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.plans.services import agreement_waits


@every(
    daily_at="07:20",
    name="plans.remind_agreements",
    atomic=False,
    title=_("Remind who does something that was agreed"),
)
def remind_agreements(*, actor: Actor) -> None:
    """Before its day who does it, after it who is called first; each asked anew."""
    agreement_waits.remind_due()
