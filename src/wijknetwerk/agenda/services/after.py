"""What waits after an event, opened and closed by the services that cause it."""

from wijknetwerk.agenda.models import Event
from wijknetwerk.agenda.naming import PAGE_WAITS, WHO_CAME
from wijknetwerk.agenda.selectors import waiting as selectors
from wijknetwerk.core.actor import Actor
from wijknetwerk.notices.services import waiting


def ask_who_came(actor: Actor) -> None:
    """Ask who came to what is over now, and for its page; three weeks long. Run by the worker,
    over all networks. Repeatable; it finds who sees to it now, so also after somebody left.
    As many statements for one event as for many."""
    over = selectors.too_late()
    for kind, wanted_now in (
        (WHO_CAME, selectors.wanted_to_count),
        (PAGE_WAITS, selectors.wanted_to_publish),
    ):
        waiting.wait_all(actor=actor, kind=kind, wanted=wanted_now())
        waiting.done_all(kind=kind, subjects=over)


def page_waits(actor: Actor, event: Event) -> None:
    """Let the page afterwards wait for who sees to the event, as long as it isn't published."""
    for row in selectors.to_publish().filter(pk=event.pk):
        for wanted in selectors.wanted_of(row):
            waiting.wait(actor=actor, kind=PAGE_WAITS, wanted=wanted)
