"""Work of accounts by the clock."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.services import recovery
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every


@every(
    name="accounts.finish_recoveries",
    seconds=300,
    title=_("Give back accounts of people who lost their way in"),
)
def finish_recoveries(*, actor: Actor) -> None:
    """Do what two people agreed on, once its delay is over."""
    recovery.finish_ripe(actor)
