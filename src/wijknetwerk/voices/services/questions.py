"""A question that somebody asks waits for who looks after voices, until it has an answer."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.networks.selectors.leading import leads_of
from wijknetwerk.notices.services import waiting
from wijknetwerk.voices import access
from wijknetwerk.voices.models import Story
from wijknetwerk.voices.selectors import waits

SYSTEM = Actor.system("voices.questions")


def let_wait(actor: Actor, story: Story) -> None:
    """Let it wait for the coordinators while it is an open question that members may read."""
    if not waits.asks(story):
        waiting.done(kind=waits.ASKED, subject=story.uuid)
        return
    _wait_for(actor, story, leads_of(story.network))


def _wait_for(actor: Actor, story: Story, people: list[int]) -> None:
    wanted = [waits.wanted_for(story, one) for one in people if one != story.person_id]
    waiting.only_for(actor=actor, kind=waits.ASKED, subject=story.uuid, wanted=wanted)


def role_changed(role: Any) -> None:
    """Open questions wait for who leads the network now."""
    if role.role not in ("coordinator", "administrator"):
        return
    people = leads_of(role.network)
    for story in waits.open_questions().filter(network=role.network_id):
        _wait_for(SYSTEM, story, people)


@transaction.atomic
def answer(*, actor: Actor, network: Any, story: Story, words: str) -> Story:
    """Answer a question; the answer stands below it for whoever may read it."""
    access.require_looking_after(actor, network)
    if not words.strip():
        raise InvalidInput(_("Write the answer."))
    locked = Story.objects.select_for_update(of=("self",)).get(pk=story.pk)
    if not waits.may_be_answered(locked):
        raise InvalidInput(_("This can't be answered any more."))
    locked.answer, locked.answered_by_id = words.strip(), actor.own_id
    locked.answered_at = clock.now()
    locked.save(update_fields=["answer", "answered_by", "answered_at"])
    waiting.done(kind=waits.ASKED, subject=locked.uuid)
    log.record(actor, "voices.story_answered", locked)
    return locked


def done(story: Story) -> None:
    """It was taken back: nobody is asked any more."""
    waiting.done(kind=waits.ASKED, subject=story.uuid)
