"""Polls as members see them."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.voices import access_polls as access
from wijknetwerk.voices.models import Poll
from wijknetwerk.voices.selectors.tellers import rounded


@dataclass(frozen=True, slots=True)
class PollCard:
    """A poll in a list."""

    uuid: UUID
    question: str
    closes_on: date
    open: bool


@dataclass(frozen=True, slots=True)
class PollPage:
    """A poll with what this member may do; results only when they show."""

    card: PollCard
    several: bool
    choices: list[str]
    answered: bool
    shows: bool
    number: int | None
    results: list[tuple[str, int | None]]
    """Each answer with how often it was chosen, the most first; None for fewer than five, in the
    order in which they were asked. The number of answers is rounded down to fives; as soon as
    something is hidden it is five, so that nobody can subtract what shows from it."""
    words: list[str]


def polls_of(network: Any, *, only_open: bool = False) -> list[PollCard]:
    """All polls, those that run first. One query."""
    rows = Poll.objects.filter(network=network)
    if only_open:
        rows = rows.filter(closes_on__gte=clock.today())
    return [card_of(row) for row in rows.order_by("-closes_on", "-pk")[:100]]


def card_of(poll: Poll) -> PollCard:
    """One of them."""
    return PollCard(poll.uuid, poll.question, poll.closes_on, access.is_open(poll))


def poll_page(actor: Actor, poll: Poll) -> PollPage:
    """One poll."""
    shows = access.shows_results(poll)
    results = _results(poll) if shows else []
    hides = any(count is None for _text, count in results)
    return PollPage(
        card=card_of(poll),
        several=poll.several,
        choices=list(poll.choices),
        answered=access.has_answered(actor, poll),
        shows=shows,
        number=rounded(access.LEAST if hides else poll.answered) if shows else None,
        results=results,
        words=words_of(poll) if shows else [],
    )


def _results(poll: Poll) -> list[tuple[str, int | None]]:
    counted = zip(poll.choices, poll.counts, strict=True)
    shown = [(text, count if count >= access.LEAST else None) for text, count in counted]
    return sorted(shown, key=lambda one: -(one[1] or 0))


def words_of(poll: Poll) -> list[str]:
    """What people wrote, in no order."""
    stored = poll.own_words.read()
    return list(json.loads(stored)) if stored else []
