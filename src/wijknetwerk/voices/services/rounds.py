"""Rounds of dots: opened by who arranges, voted in three ways, closed for good."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import randbits
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access as network_access
from wijknetwerk.networks.rows import within
from wijknetwerk.networks.services import facts, people
from wijknetwerk.voices import access_rounds
from wijknetwerk.voices.access_rounds import ARRANGES, BALLOT
from wijknetwerk.voices.errors_rounds import UnknownCode, VotedAlready
from wijknetwerk.voices.models import (
    PriorityRound,
    RoundBallot,
    RoundOption,
    RoundVoter,
    Theme,
    VoterGroup,
    VoteWay,
)
from wijknetwerk.voices.services import round_asking, round_counts
from wijknetwerk.voices.services.round_counts import Dots

LONGEST = timedelta(days=92)
MOST_OPTIONS = 12
MOST_BALLOTS = 200
GROUPS = [(group.value, group.label) for group in VoterGroup]
HOLDER = Actor.link("voices.vote")
"""Who votes stands in no line of the log: only that somebody did."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is asked, of whom, how long. An option is a theme or words of its own."""

    question: str
    why: str
    from_on: date
    until_on: date
    options: Sequence[tuple[str, UUID | None]]
    dots: int = 3
    most_on_one: int = 1


@transaction.atomic
def open_round(*, actor: Actor, network: Any, said: Said) -> PriorityRound:
    """Begin a round. Its question and options don't change: nobody votes on something else."""
    network_access.require(actor, ARRANGES, network)
    _check(said)
    opener = people.own_membership(actor, network)
    round = PriorityRound.objects.create(
        network=network,
        question=said.question.strip(),
        why=said.why.strip(),
        dots=said.dots,
        most_on_one=said.most_on_one,
        from_on=said.from_on,
        until_on=said.until_on,
        opened_by=opener,
    )
    wanted = [theme for _text, theme in said.options if theme]
    themes = {row.uuid: row for row in Theme.objects.filter(network=network, uuid__in=wanted)}
    if set(wanted) - set(themes):
        raise InvalidInput
    for place, (text, theme) in enumerate(said.options):
        row = themes[theme] if theme else None
        RoundOption.objects.create(
            network=network,
            round=round,
            place=place,
            text=text.strip() or (row.title if row else ""),
            theme=row,
        )
    log.record(actor, "voices.round_opened", round, action=Action.CREATE)
    if said.from_on <= clock.today():
        round_asking.ask_everybody(actor, round)
    facts.count_soon(network.pk)
    return round


def _check(said: Said) -> None:
    texts = [text.strip() or str(theme or "") for text, theme in said.options]
    days = (said.until_on - said.from_on).days
    right = (
        said.question.strip()
        and 2 <= len(texts) <= MOST_OPTIONS
        and len({text.casefold() for text in texts if text}) == len(texts)
        and 1 <= said.most_on_one <= said.dots <= 10
        and 0 < days <= LONGEST.days
        and said.until_on > clock.today()
    )
    if not right:
        raise InvalidInput


@transaction.atomic
def vote(*, actor: Actor, network: Any, round: UUID, group: str, dots: Dots) -> None:
    """A member's dots, once. VotedAlready for the second time, also at the same moment."""
    found = access_rounds.locked_round(access_rounds.round_for(actor, network, round))
    access_rounds.check_open(found)
    try:
        with transaction.atomic():
            # a number by chance: the rows tell no order
            RoundVoter.objects.create(
                pk=randbits(62) + 1, network=network, round=found, person_id=actor.own_id
            )
    except IntegrityError as error:
        raise VotedAlready from error
    round_counts.add_vote(found, group, dots, way=VoteWay.SCREEN)
    round_asking.voted(found, actor.own_id)
    log.record(HOLDER, "voices.voted", found, way="screen")


@transaction.atomic
def vote_with_ballot(*, ballot: RoundBallot, group: str, dots: Dots) -> None:
    """The dots of who holds a link or scanned a ballot; the gate found the ballot."""
    found = access_rounds.locked_round(ballot.round)
    access_rounds.check_open(found)
    access_rounds.claim(ballot)
    made_by = ballot.made_by_id
    round_counts.add_vote(found, group, dots, way=VoteWay.LINK, by=made_by)
    log.record(HOLDER, "voices.voted", found, way="link")


def ballot_of(*, actor: Actor, network: Any, round: UUID, code: str) -> RoundBallot:
    """The ballot of a code that the desk types. Call it outside a transaction: a wrong code counts,
    and a count that is rolled back doesn't. UnknownCode, TooManyTries."""
    found = access_rounds.round_for(actor, network, round, to=ARRANGES)
    try:
        with access_rounds.ballot_behind(code, address=actor.address) as ballot:
            if ballot.round_id != found.pk:
                raise NotFound
            return ballot
    except NotFound as error:
        raise UnknownCode from error


@transaction.atomic
def enter_ballot(
    *, actor: Actor, network: Any, round: UUID, ballot: RoundBallot, group: str, dots: Dots
) -> None:
    """A ballot of paper, typed over by the desk. It counts once, and only in its own round."""
    found = access_rounds.round_for(actor, network, round, to=ARRANGES)
    locked = access_rounds.locked_round(found)
    access_rounds.check_open(locked)
    if ballot.round_id != locked.pk:
        raise UnknownCode
    access_rounds.claim(ballot)
    round_counts.add_vote(locked, group, dots, way=VoteWay.BALLOT, by=actor.own_id)
    log.record(actor, "voices.ballot_entered", locked)


@transaction.atomic
def enter_table(
    *, actor: Actor, network: Any, round: UUID, group: str, people: int, dots: Dots
) -> None:
    """What one group put on the sheet on the wall."""
    found = access_rounds.round_for(actor, network, round, to=ARRANGES)
    locked = access_rounds.locked_round(found)
    access_rounds.check_open(locked)
    if not 0 < people <= 1000:
        raise InvalidInput
    round_counts.add_table(locked, group, people, dots, by=actor.own_id)
    log.record(actor, "voices.table_entered", locked)


@dataclass(frozen=True, slots=True)
class NewBallot:
    """What goes on paper once, and is kept nowhere."""

    code: str
    secret: str


@transaction.atomic
def make_ballots(*, actor: Actor, network: Any, round: UUID, number: int) -> list[NewBallot]:
    """Ballots with a code for the desk and a link for a phone; either counts, once."""
    found = access_rounds.round_for(actor, network, round, to=ARRANGES)
    if not 0 < number <= MOST_BALLOTS or found.closed or found.until_on is None:
        raise InvalidInput
    lasts = timedelta(days=max(1, (found.until_on - clock.today()).days + 1))
    made = []
    for _each in range(number):
        ballot = RoundBallot.objects.create(network=network, round=found, made_by_id=actor.own_id)
        for_it: Any = {
            "purpose": BALLOT,
            "subject": ballot.uuid,
            "network": (network.pk, network.uuid),
            "lasts": lasts,
        }
        made.append(NewBallot(tokens.issue_code(**for_it), tokens.issue_link(**for_it)))
    log.record(actor, "voices.ballots_made", found, count=number)
    return made


@transaction.atomic
def close_round(*, actor: Actor, network: Any, round: UUID) -> PriorityRound:
    """End it before its day. Everybody sees the result; it never changes again."""
    found = access_rounds.round_for(actor, network, round, to=ARRANGES)
    return close(actor, access_rounds.locked_round(found))


def close(actor: Actor, round: PriorityRound) -> PriorityRound:
    """Freeze a locked round, once."""
    if round.closed:
        return round
    round_counts.freeze(round)
    round_asking.closed(actor, round)
    log.record(actor, "voices.round_closed", round)
    facts.count_soon(round.network_id)
    return round


def by_the_clock(actor: Actor) -> int:
    """Each night: ask members who were not asked yet where a round runs, also when a night had no
    worker; close where the last day has passed."""
    round_asking.forget_old_results()
    today = clock.today()
    running = PriorityRound.objects.filter(closed_on=None, network__stopped_on=None)
    for one in running.filter(within(today)).select_related("network").order_by("pk"):
        round_asking.ask_everybody(actor, one)
    count = 0
    for one in running.filter(until_on__lte=today).select_related("network").order_by("pk"):
        with transaction.atomic():
            close(actor, access_rounds.locked_round(one))
            count += 1
    return count
