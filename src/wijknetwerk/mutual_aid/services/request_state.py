"""The state of a request follows its matches. This is the only place that sets it by them."""

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid.models import TOGETHER, HelpRequest, Match, MatchState, RequestState

_ASKED = (MatchState.ASKED, MatchState.WILLING)
_OPEN = (RequestState.WAITING, RequestState.BUSY, RequestState.HELPED)


def follow(request: HelpRequest) -> None:
    """Set the state of a locked request after something happened to one of its matches.

    New ones stay new until somebody is asked; ended ones stay ended. After an unhappy answer it
    waits again, also while the help goes on, until the desk settled it or somebody else helps (H3).
    """
    if request.state not in (RequestState.NEW, *_OPEN):
        return
    states = set(Match.objects.filter(request=request).values_list("state", flat=True))
    state = _state(request, states)
    if state == request.state:
        return
    if request.state == RequestState.HELPED and state == RequestState.WAITING:
        request.waits_since = clock.now()
    request.state = state
    request.version += 1
    request.save(update_fields=["state", "waits_since", "version"])


def _state(request: HelpRequest, states: set[str]) -> str:
    if states & set(TOGETHER) and request.unhappy_at is None:
        return RequestState.HELPED
    if states & set(_ASKED):
        return RequestState.BUSY
    return RequestState.NEW if request.state == RequestState.NEW else RequestState.WAITING
