"""Work of the list in the background."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.directory.services import asking, importing


@every(
    name="directory.ask_to_check",
    daily_at="03:20",
    title=_("Ask to look at what was not checked for a year"),
)
def ask_to_check(*, actor: Actor) -> None:
    """Ask who keeps it right, once for all of it."""
    asking.ask_all(actor=actor)


# Declared where it is asked for; named here so that the worker finds it.
read_in = importing.read_in
