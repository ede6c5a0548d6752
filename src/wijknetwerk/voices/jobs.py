"""Work by the clock."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.voices.services import experiments, initiative_needs, rounds


@every(
    daily_at="00:15",
    name="voices.rounds_by_the_clock",
    title=_("Open and close rounds of dots, and ask what experiments taught"),
)
def rounds_by_the_clock(*, actor: Actor) -> None:
    """Rounds whose first or last day came, experiments whose last day came, and promises whose
    action went on."""
    rounds.by_the_clock(actor)
    experiments.ask_what_was_learned(actor)
    initiative_needs.follow_actions(actor)
