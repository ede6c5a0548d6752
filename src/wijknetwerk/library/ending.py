"""The library's part of a stop (rule N6): drafts end; what was published can be read on."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.library.models import Revision, State


def register() -> None:
    """Called once, when the app is ready."""
    question = _("Which news and tools should others keep reading?")
    part = EndingPart(_("News and tools"), 44, _tell, _act, question, _keep)
    endings.register("library", part)


def _tell(network: Any) -> Sequence[str | Promise]:
    shown, drafts = _rows(network, State.PUBLISHED).count(), _busy(network).count()
    said: list[str | Promise] = []
    if shown:
        words = ngettext(
            "One text of yours is published. It stays to read.",
            "%(num)s texts of yours are published. They stay to read.",
            shown,
        )
        said.append(words % {"num": shown})
    if drafts:
        words = ngettext(
            "One text is not finished. It ends.",
            "%(num)s texts are not finished. They end.",
            drafts,
        )
        said.append(words % {"num": drafts})
    return said


def _act(*, actor: Actor, network: Any, what: Ending) -> None:
    """At a stop nobody looks over texts any more: what is not published ends."""
    if what is not Ending.STOP:
        return
    ended = _busy(network).update(state=State.SUPERSEDED, superseded_at=clock.now())
    if ended:
        log.record(actor, "library.drafts_ended", network, count=ended)


def _keep(network: Any) -> Mapping[str, Any]:
    rows = _rows(network, State.PUBLISHED).order_by("published_at", "pk")
    return {f"{number}. {row.title}": row.words for number, row in enumerate(rows, 1)}


def _rows(network: Any, *states: str) -> Any:
    return Revision.objects.filter(network=network, state__in=states)


def _busy(network: Any) -> Any:
    return _rows(network, State.DRAFT, State.REVIEW)
