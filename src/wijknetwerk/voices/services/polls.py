"""Polls: asked, answered by members, by link and on paper. Who chose what is kept nowhere.

Answers are only counted. Own words lie in one locked list that is shuffled each time, so that the
order in which people answered can't be read from it (decision 0018).
"""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.voices import access, access_polls
from wijknetwerk.voices.models import Poll, PollVoter
from wijknetwerk.voices.selectors.polls import words_of

MOST_CHOICES, LONGEST_WORDS, MOST_DAYS, MOST_ON_PAPER = 12, 500, 92, 500
_SHUFFLE = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: which of the choices, and own words."""

    chosen: Sequence[int]
    words: str = ""


@transaction.atomic
def ask(
    *,
    actor: Actor,
    network: Any,
    question: str,
    choices: Sequence[str],
    several: bool,
    closes_on: date,
) -> Poll:
    """Ask a question, with two to twelve answers to choose from, for at most three months."""
    access.require_looking_after(actor, network)
    today = clock.today()
    if not question.strip() or not 2 <= len(set(choices)) <= MOST_CHOICES:
        raise InvalidInput(_("Give a question, and 2 to 12 different answers."))
    if not today < closes_on <= today + timedelta(days=MOST_DAYS):
        raise InvalidInput(_("Choose a last day within three months."))
    poll = Poll.objects.create(
        network=network,
        question=question.strip(),
        choices=list(choices),
        several=several,
        closes_on=closes_on,
        made_by_id=actor.own_id,
        counts=[0] * len(choices),
    )
    log.record(actor, "voices.poll_asked", poll, action=Action.CREATE)
    return poll


@transaction.atomic
def answer(*, actor: Actor, network: Any, poll: UUID, said: Answer) -> None:
    """A member answers, once. That they did is on record, and nothing of what."""
    found = _locked(access_polls.poll_for(actor, network, poll))
    _row, new = PollVoter.objects.get_or_create(network=network, poll=found, person_id=actor.own_id)
    if not new:
        raise DomainError(_("You answered already. Thank you."))
    _count(found, [said])
    log.record(actor, "voices.poll_answered", found, client=actor.person_uuid)


@transaction.atomic
def answer_by_link(*, actor: Actor, secret: str, said: Answer) -> None:
    """Somebody with the link answers, without signing in."""
    with access_polls.poll_behind(secret, address=actor.address) as found:
        poll = _locked(found)
        _count(poll, [said])
        log.record(actor.as_holder(access_polls.LINK), "voices.poll_answered_by_link", poll)


@transaction.atomic
def note_paper(
    *, actor: Actor, network: Any, poll: UUID, forms: int, counts: Sequence[int], words: str
) -> None:
    """Add a pile of forms on paper: how many, how often each answer, and own words by line."""
    access.require_looking_after(actor, network)
    found = _locked(access_polls.poll_for(actor, network, poll))
    right = len(counts) == len(found.choices) and all(0 <= one <= forms for one in counts)
    one_each = found.several or sum(counts) <= forms
    if not right or not one_each or not 0 < forms <= MOST_ON_PAPER:
        raise InvalidInput(_("The numbers don't fit the number of forms."))
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) > forms:
        raise InvalidInput(_("There are more lines with own words than forms."))
    _open(found)
    found.counts = [old + new for old, new in zip(found.counts, counts, strict=True)]
    found.answered += forms
    _add_words(found, lines)
    found.save(update_fields=["counts", "answered", "own_words"])
    log.record(actor, "voices.poll_paper_noted", found, forms=forms)


@transaction.atomic
def make_link(*, actor: Actor, network: Any, poll: UUID) -> str:
    """A link with which anybody answers, until the last day; an earlier one ends."""
    access.require_looking_after(actor, network)
    found = access_polls.poll_for(actor, network, poll)
    _open(found)
    tokens.end_tokens(purpose=access_polls.LINK, subject=found.uuid)
    days = (found.closes_on - clock.today()).days + 1
    log.record(actor, "voices.poll_link_made", found)
    return tokens.issue_link(
        purpose=access_polls.LINK,
        subject=found.uuid,
        network=(network.pk, network.uuid),
        lasts=timedelta(days=days),
    )


def _locked(found: Poll) -> Poll:
    locked = Poll.objects.select_for_update(of=("self",)).get(pk=found.pk)
    locked.network = found.network
    return locked


def _open(poll: Poll) -> None:
    if not access_polls.is_open(poll):
        raise DomainError(_("This poll is closed."))


def _count(poll: Poll, answers: Sequence[Answer]) -> None:
    _open(poll)
    for one in answers:
        chosen = set(one.chosen)
        known = chosen <= set(range(len(poll.choices)))
        if not known or (len(chosen) > 1 and not poll.several) or not (chosen or one.words):
            raise InvalidInput(_("Choose an answer, or write something."))
        poll.counts = [old + (at in chosen) for at, old in enumerate(poll.counts)]
        poll.answered += 1
    _add_words(poll, [one.words.strip()[:LONGEST_WORDS] for one in answers if one.words.strip()])
    poll.save(update_fields=["counts", "answered", "own_words"])


def _add_words(poll: Poll, lines: Sequence[str]) -> None:
    every = [*words_of(poll), *lines]
    _SHUFFLE.shuffle(every)
    poll.own_words = json.dumps(every, ensure_ascii=False) if every else ""
