"""What waits for people because neighbours come together, in words."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.mutual_aid.selectors import match_waits


def register() -> None:
    """Called once, when the app is ready."""
    for code, kind in _KINDS.items():
        waiting_kinds.register(code, kind)


_KINDS = {
    match_waits.ASKED: WaitingKind(
        title=_("Could you help a neighbour?"),
        outside=_("Somebody asks whether you could help"),
        button=_("Read and answer"),
        icon="hand-stop",
        url="mutual_aid:match",
        still_true=match_waits.still_asked,
        wanted=match_waits.wanted_asked,
    ),
    match_waits.WILLING: WaitingKind(
        title=_("%(who)s would like to help you"),
        outside=_("There is an answer to your question"),
        button=_("Read and answer"),
        icon="hand-stop",
        url="mutual_aid:match",
        still_true=match_waits.still_willing,
        wanted=match_waits.wanted_willing,
    ),
    match_waits.MEET: WaitingKind(
        title=_("You come along when %(helper)s and %(asker)s meet"),
        outside=_("You come along to a first meeting"),
        button=_("Look"),
        icon="users",
        url="mutual_aid:match",
        still_true=match_waits.still_meetings,
        wanted=match_waits.wanted_meetings,
    ),
    match_waits.AT_DESK: WaitingKind(
        title=_("Requests for help wait at the desk"),
        outside=_("Something waits at the desk"),
        button=_("To the desk"),
        icon="phone",
        url="mutual_aid:desk",
        still_true=match_waits.still_at_desk,
        wanted=match_waits.wanted_at_desk,
    ),
}
