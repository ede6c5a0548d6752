"""What waits for whom because neighbours come together (design 4)."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.mutual_aid.access import DESK
from wijknetwerk.mutual_aid.models import HelpRequest, Match, MatchState, RequestState
from wijknetwerk.mutual_aid.selectors.neighbours import first_name_of
from wijknetwerk.networks.rows import within
from wijknetwerk.networks.selectors.leading import who_may

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

ASKED = "mutual_aid.asked"
"""A helper is asked."""
WILLING = "mutual_aid.willing"
"""A helper would like to; the asker says yes or no."""
MEET = "mutual_aid.meet"
"""Somebody of the desk comes along to a first meeting."""
AT_DESK = "mutual_aid.at_desk"
"""Requests wait at the desk: one row a person and network, however many they are."""


def asked() -> QuerySet[Match]:
    """Questions to helpers who take part now and can read them here."""
    return _of_members("offer__helper", MatchState.ASKED)


def willing() -> QuerySet[Match]:
    """Helpers who would like to, for askers who take part now and can read it here."""
    return _of_members("request__asker", MatchState.WILLING)


def _of_members(side: str, state: MatchState) -> QuerySet[Match]:
    here = within(clock.today(), f"{side}__membership__")
    return Match.objects.filter(here, state=state).exclude(**{f"{side}__person": None})


def for_helper(match: Match) -> Wanted:
    """What waits for a helper who was asked; who asks is not named."""
    return _wanted(match, match.offer.helper.person_id, {})


def for_asker(match: Match) -> Wanted:
    """What waits for an asker, with the first name of who would like to help."""
    who = first_name_of(match.offer.helper)
    return _wanted(match, match.request.asker.person_id, {"who": who})


def _wanted(match: Match, person_id: int | None, words: dict[str, str]) -> Wanted:
    if person_id is None:
        raise ValueError("Nobody to wait for: this side is no member.")
    return Wanted(
        person_id=person_id,
        subject=match.uuid,
        network=match.network.uuid,
        place={"slug": match.network.slug, "uuid": str(match.uuid)},
        words=words,
        due_on=match.lapse_on,
    )


def meetings() -> QuerySet[Match]:
    """First meetings to which a member comes along who takes part now."""
    here = within(clock.today(), "meet_with__")
    return Match.objects.filter(here, state=MatchState.AGREED).exclude(meet_with=None)


def for_companion(match: Match) -> Wanted:
    """What waits for who comes along, with the first names of both."""
    if match.meet_with is None:
        raise ValueError("Nobody comes along.")
    names = {"asker": match.request.asker, "helper": match.offer.helper}
    return Wanted(
        person_id=match.meet_with.person_id,
        subject=match.uuid,
        network=match.network.uuid,
        place={"slug": match.network.slug, "uuid": str(match.uuid)},
        words={word: first_name_of(row) for word, row in names.items()},
        due_on=match.meet_on,
    )


def at_desk() -> QuerySet[HelpRequest]:
    """Requests that ask something of the desk now: new ones, those that nobody was asked for, and
    those of which somebody was not content."""
    asked = Match.objects.filter(
        request=OuterRef("pk"), state__in=[MatchState.ASKED, MatchState.WILLING]
    )
    open_now = Q(state__in=[RequestState.NEW, RequestState.WAITING])
    return HelpRequest.objects.filter(open_now, ~Exists(asked))


def for_desk(network: "Network") -> list[Wanted]:
    """What waits for everybody at the desk of a network."""
    return [
        Wanted(
            person_id=person_id,
            subject=network.uuid,
            network=network.uuid,
            place={"slug": network.slug},
        )
        for person_id in who_may(network, DESK)
    ]


_WHOLE = ("network", "offer__helper__person", "request__asker__person")


def wanted_asked() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    return (for_helper(row) for row in asked().select_related(*_WHOLE))


def wanted_willing() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    return (for_asker(row) for row in willing().select_related(*_WHOLE))


def wanted_meetings() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    return (for_companion(row) for row in meetings().select_related(*_WHOLE, "meet_with"))


def wanted_at_desk() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    seen: dict[int, Any] = {}
    for row in at_desk().select_related("network"):
        seen.setdefault(row.network_id, row.network)
    for network in seen.values():
        yield from for_desk(network)


def still_asked(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these matches still wait for the helper."""
    return set(asked().filter(uuid__in=subjects).values_list("uuid", flat=True))


def still_willing(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these matches still wait for the asker."""
    return set(willing().filter(uuid__in=subjects).values_list("uuid", flat=True))


def still_meetings(subjects: Collection[UUID]) -> Collection[UUID]:
    """Of which of these matches the first meeting is still to come."""
    return set(meetings().filter(uuid__in=subjects).values_list("uuid", flat=True))


def still_at_desk(subjects: Collection[UUID]) -> Collection[UUID]:
    """At the desk of which of these networks something waits."""
    rows = at_desk().filter(network__uuid__in=subjects)
    return set(rows.values_list("network__uuid", flat=True).distinct())
