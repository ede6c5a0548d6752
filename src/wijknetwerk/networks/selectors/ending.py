"""What is read about a network that rests or stops. Who may ask is decided in `access`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import ending_parts
from wijknetwerk.networks import exit_talk
from wijknetwerk.networks.exit_talk import Question
from wijknetwerk.networks.models import (
    ExitAnswer,
    Membership,
    Network,
    Pause,
    Said,
    Stop,
    StopCall,
    StopPart,
    StopState,
    Visibility,
    WhereNext,
    within,
)
from wijknetwerk.networks.selectors import stop_votes


@dataclass(frozen=True, slots=True)
class Voices:
    """How many members answered what, what I answered, whether it is agreed as it stands, and by
    which second leader: nobody's name where members agreed."""

    counts: dict[str, int]
    mine: str
    is_agreed: bool
    agreed_by: str

    @property
    def agree(self) -> int:
        """Who agrees."""
        return self.counts.get(Said.AGREES, 0)

    @property
    def rather_on(self) -> int:
        """Who would rather go on."""
        return self.counts.get(Said.DISAGREES, 0)


@dataclass(frozen=True, slots=True)
class Step:
    """One part to arrange, with what there is of it and what was said."""

    code: str
    title: str | Promise
    question: str | Promise
    there_is: Sequence[str | Promise]
    arranged: StopPart | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as all members read it; the name only when its writer wants that."""

    text: str
    name: str
    noted: bool


def pause_of(network: Network) -> Pause | None:
    """What was said about the present rest."""
    return Pause.objects.filter(network=network, ended_on=None).first()


def stop_of(network: Network) -> Stop | None:
    """The stop that is on its way. One query."""
    rows = Stop.objects.filter(network=network, state=StopState.OPEN)
    return rows.select_related("started_by").first()


def voices_of(stop: Stop, actor: Actor) -> Voices:
    """Only answers that count are counted. One query, at any number of members."""
    said = stop_votes.voices(stop)
    counts: dict[str, int] = {}
    mine = ""
    for one in said:
        if one.counts:
            counts[one.said] = counts.get(one.said, 0) + 1
        mine = one.said if one.person_id == actor.person_id else mine
    by = next((one.name for one in said if one.is_second and one.said == Said.AGREES), "")
    return Voices(counts, mine, stop_votes.is_agreed(stop, said), by)


def steps_of(stop: Stop) -> list[Step]:
    """Every registered part, in its order."""
    arranged = {row.code: row for row in StopPart.objects.filter(stop=stop)}
    return [
        Step(code, part.title, part.question, part.tell(stop.network), arranged.get(code))
        for code, part in ending_parts()
    ]


def places_of(network: Network) -> list[WhereNext]:
    """Where residents go next, of the stop that is on its way or done."""
    states = (StopState.OPEN, StopState.DONE)
    return list(WhereNext.objects.filter(network=network, stop__state__in=states))


@dataclass(frozen=True, slots=True)
class ToCall:
    """A member without e-mail: to call or to visit."""

    uuid: UUID
    name: str
    phone: str
    told_by: str
    told_on: Any


def to_call(stop: Stop) -> list[ToCall]:
    """Members who get no mail, and who told them. Two queries."""
    rows = Membership.objects.filter(
        within(clock.today()), network=stop.network, person__email=None
    ).select_related("person")
    calls = StopCall.objects.filter(stop=stop).select_related("told_by")
    told = {call.membership_id: call for call in calls}
    return [
        ToCall(
            uuid=row.uuid,
            name=row.person.name,
            phone=row.person.phone,
            told_by=told[row.pk].told_by.name if row.pk in told else "",
            told_on=told[row.pk].told_at if row.pk in told else None,
        )
        for row in rows.order_by("person__family_name", "person__given_name", "pk")
    ]


def answers_of(stop: Stop) -> list[tuple[Question, list[Answer]]]:
    """All answers under their questions. Not in the order of writing: that gives away who."""
    rows = ExitAnswer.objects.filter(stop=stop).select_related("person").order_by("uuid")
    by_question: dict[str, list[Answer]] = {}
    for row in rows:
        name = row.person.name if row.named and row.person else ""
        by_question.setdefault(row.question, []).append(
            Answer(row.text, name, row.noted_by_id is not None)
        )
    return [(asked, by_question.get(asked.code, [])) for asked in exit_talk.questions()]


def my_answer(stop: Stop, actor: Actor, question: str) -> ExitAnswer | None:
    """What I answered to a question."""
    mine = ExitAnswer.objects.filter(stop=stop, person_id=actor.own_id)
    return mine.filter(question=question).first()


def names_me_before(stop: Stop, actor: Actor) -> bool:
    """Whether my other answers carry my name: then the next one is offered so."""
    return ExitAnswer.objects.filter(stop=stop, person_id=actor.own_id, named=True).exists()


@dataclass(frozen=True, slots=True)
class Learned:
    """What everybody may read of a stopped network."""

    name: str
    place: str
    slug: str
    stopped_on: date
    lessons: str
    page_stays: bool


def learned() -> list[Learned]:
    """What stopped networks learned and share, the latest first. One query."""
    rows = Network.objects.filter(lessons_shared=True, stopped_on__isnull=False, is_example=False)
    return [_learned(row) for row in rows.exclude(lessons="").order_by("-stopped_on", "name")]


def _learned(row: Network) -> Learned:
    assert row.stopped_on is not None  # noqa: S101  (the query asked for it)
    return Learned(
        name=row.name,
        place=row.place_text,
        slug=row.slug,
        stopped_on=row.stopped_on,
        lessons=row.lessons,
        page_stays=row.visibility == Visibility.PUBLIC,
    )


def archive_of(network: Network) -> list[tuple[str | Promise, dict[str, Any]]]:
    """What each part keeps for the archive: plain values, no names of people."""
    return [(part.title, dict(part.keep(network))) for _code, part in ending_parts() if part.keep]


def stopped_that_i_knew(actor: Actor) -> list[Network]:
    """Stopped networks in which this person took part: only these one can say to go on with."""
    mine = Membership.objects.filter(person_id=actor.own_id).values("network_id")
    rows = Network.objects.filter(pk__in=mine, stopped_on__isnull=False)
    return list(rows.order_by("-stopped_on", "name"))
