"""What waits for people because of events, in words."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.agenda.naming import PAGE_READY, PAGE_WAITS, WHO_CAME
from wijknetwerk.agenda.selectors import waiting
from wijknetwerk.core.registries import WaitingKind, waiting_kinds


def register() -> None:
    """Called once, when the app is ready."""
    waiting_kinds.register(
        WHO_CAME,
        WaitingKind(
            title=_("Fill in who came to %(title)s"),
            outside=_("A list of who came waits to be filled in."),
            button=_("Fill in"),
            icon="clipboard-list",
            url="agenda:who_came",
            still_true=waiting.still_to_count,
            wanted=waiting.wanted_to_count,
        ),
    )
    waiting_kinds.register(
        PAGE_WAITS,
        WaitingKind(
            title=_("Tell who came what was said at %(title)s"),
            outside=_("A page about a gathering waits to be published."),
            button=_("Write the page"),
            icon="notes",
            url="agenda:page_write",
            still_true=waiting.still_to_publish,
            wanted=waiting.wanted_to_publish,
        ),
    )
    waiting_kinds.register(
        PAGE_READY,
        WaitingKind(
            title=_("You can read what was said at %(title)s"),
            outside=_("You can read what was said at a gathering."),
            button=_("Read what was said"),
            icon="file-text",
            url="agenda:page",
            still_true=waiting.page_told,
            wanted=waiting.wanted_of_pages,
            duty=False,
        ),
    )
