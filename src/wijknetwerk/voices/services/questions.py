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


def let_wait(actor: Actor, story: Story) -> None:
    """Let it wait for the coordinators while it is an open question that members may read."""
    if not waits.asks(story):
        waiting.done(kind=waits.ASKED, subject=story.uuid)
        return
    for person_id in leads_of(story.network):
        if person_id != story.person_id:
            waiting.wait(actor=actor, kind=waits.ASKED, wanted=waits.wanted_for(story, person_id))


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
