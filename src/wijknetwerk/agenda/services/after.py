"""What waits after an event, opened and closed by the services that cause it."""

from wijknetwerk.agenda.models import Event
from wijknetwerk.agenda.naming import PAGE_WAITS, WHO_CAME
from wijknetwerk.agenda.selectors import waiting as selectors
from wijknetwerk.core.actor import Actor
from wijknetwerk.notices.services import waiting


def ask_who_came(actor: Actor) -> int:
    """Ask who came to what is over now; run by the worker, over all networks. Repeatable."""
    asked = 0
    for wanted in selectors.wanted_to_count():
        waiting.wait(actor=actor, kind=WHO_CAME, wanted=wanted)
        asked += 1
    return asked


def page_waits(actor: Actor, event: Event) -> None:
    """Let the page afterwards wait for who sees to the event, as long as it isn't published."""
    for row in selectors.to_publish().filter(pk=event.pk):
        for wanted in selectors.wanted_of(row):
            waiting.wait(actor=actor, kind=PAGE_WAITS, wanted=wanted)
