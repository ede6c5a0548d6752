"""The exit talk: what members answer, and the lessons that stay (rule N6)."""

import re
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.networks import access, exit_talk
from wijknetwerk.networks.errors_ending import NameInLessons
from wijknetwerk.networks.models import ExitAnswer, Membership, Network, Stop
from wijknetwerk.networks.services.stopping import open_stop

SENTENCES = 10
_END_OF_SENTENCE = re.compile(r"[.!?]+(?=\s|$)")
_WORD = re.compile(r"[\w'’-]+")


@transaction.atomic
def answer(*, actor: Actor, slug: str, question: str, text: str, named: bool) -> ExitAnswer | None:
    """A member's own answer; an empty text takes it back."""
    network = access.network_for(actor, slug, to=access.Act.SEE)
    stop = open_stop(network)
    _known(question)
    mine: dict[str, Any] = {
        "network": network,
        "stop": stop,
        "question": question,
        "person_id": actor.own_id,
    }
    text = text.strip()
    if not text:
        ExitAnswer.objects.filter(**mine).delete()
        log.record(actor, "networks.exit_answer_taken_back", stop, client=actor.person_uuid)
        return None
    more: dict[str, Any] = {"text": text, "named": named, "written_at": clock.now()}
    kept, _made = ExitAnswer.objects.update_or_create(**mine, defaults=more)
    # The log stays for ever, and names the stop: an answer without a name leads to nobody later.
    log.record(actor, "networks.exit_answered", stop, client=actor.person_uuid, named=named)
    return kept


@transaction.atomic
def note(*, actor: Actor, slug: str, question: str, text: str) -> ExitAnswer:
    """A leader writes down what was said at a talk, without who said it."""
    network = access.network_for(actor, slug, to=access.Act.END_NETWORK)
    stop = open_stop(network)
    _known(question)
    if not text.strip():
        raise InvalidInput(_("Write down what was said."))
    kept = ExitAnswer.objects.create(
        network=network,
        stop=stop,
        question=question,
        text=text.strip(),
        noted_by_id=actor.own_id,
        written_at=clock.now(),
    )
    log.record(actor, "networks.exit_noted", stop)
    return kept


@transaction.atomic
def write_lessons(
    *, actor: Actor, slug: str, lessons: str, page_stays: bool, lessons_shared: bool
) -> Stop:
    """The lessons in at most ten sentences without a name, and who may read them later.

    NameInLessons when a word is the name of somebody who takes or took part.
    """
    network = access.network_for(actor, slug, to=access.Act.END_NETWORK)
    stop = open_stop(network)
    lessons = lessons.strip()
    if sentences_in(lessons) > SENTENCES:
        raise InvalidInput(_("Choose what matters most: ten sentences at most."))
    if found := names_in(network, lessons):
        raise NameInLessons(
            _("The lessons stay for ever. Write them without names of people: %(name)s.")
            % {"name": ", ".join(found)}
        )
    if lessons_shared and not lessons:
        raise InvalidInput(_("First write the lessons. Then you can share them."))
    stop.lessons, stop.page_stays, stop.lessons_shared = lessons, page_stays, lessons_shared
    stop.save(update_fields=["lessons", "page_stays", "lessons_shared"])
    log.record(actor, "networks.lessons_written", stop, shared=lessons_shared, page=page_stays)
    return stop


def sentences_in(text: str) -> int:
    """How many sentences: each ends with a sign, and a line without one counts too."""
    lines = [line for line in text.splitlines() if line.strip()]
    return sum(max(1, len(_END_OF_SENTENCE.findall(line.strip()))) for line in lines)


def names_in(network: Network, text: str) -> list[str]:
    """Names of people of this network that stand in a text, written with a capital as names are."""
    words = set(_WORD.findall(text))
    rows = Membership.objects.filter(network=network, person__closed_at=None)
    told = rows.values_list("person__given_name", "person__family_name")
    names = {part for row in told for name in row for part in _WORD.findall(name) if len(part) > 1}
    return sorted(words & {name for name in names if name[:1].isupper()})


def _known(question: str) -> None:
    if exit_talk.question(question) is None:
        raise NotFound
