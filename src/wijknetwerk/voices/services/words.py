"""The teller corrects their own words, at any time (rule W3). How far they go stays as it was, and
so do the themes; the former words go for good, and the page says on which day they changed.
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound, Stale
from wijknetwerk.voices import access
from wijknetwerk.voices.errors import NoYes, TakesNoPart
from wijknetwerk.voices.models import Reach, Story, YesHow
from wijknetwerk.voices.services import stories


@transaction.atomic
def correct(
    *,
    actor: Actor,
    story: UUID,
    words: str,
    read: str,
    title: str = "",
    how: str = "",
    sure: bool = False,
) -> Story:
    """Put these words in the place of what was read (`read`). By who told it; of somebody without
    account by who wrote it down, at the teller's word (`how`).

    NotFound, InvalidInput, NoYes, TakesNoPart, LooksPersonal; Stale when others stand there by now.
    """
    with access.own_story(actor, story) as found:
        own = access.is_tellers(actor, found)
        check_may(actor, found)
        if not own and how not in dict(stories.HOWS):
            raise NoYes
        if not words.strip():
            raise InvalidInput(_("Write what you want to tell."))
        locked = Story.objects.select_for_update(of=("self",)).get(pk=found.pk)
        if locked.withdrawn_at is not None:
            raise NotFound
        locked.network = found.network
        stories.check_personal(f"{title}\n{words}", locked.reach, sure)
        _put(actor, locked, (title.strip(), words.strip()), read, YesHow.IN_APP if own else how)
        return locked


def check_may(actor: Actor, story: Story) -> None:
    """Refuse who may not correct it: NotFound for another member's own words; TakesNoPart for who
    left a network in whose name they would say something new (rule N2)."""
    own = access.is_tellers(actor, story)
    if not own and story.person_id is not None:
        raise NotFound
    if story.reach != Reach.OWN and actor.standing_in(story.network_id) is None:
        raise TakesNoPart


def _put(actor: Actor, story: Story, said: tuple[str, str], read: str, how: str) -> None:
    now = (story.title.read(), story.words.read())
    if said == now:
        return
    if _same(read) != _same(now[1]):
        raise Stale
    story.title, story.words = said
    story.words_changed_on = clock.today()
    story.save(update_fields=["title", "words", "words_changed_on"])
    stories.say_yes(actor, story, how)
    stories.reached(actor, story)
    client = story.person.uuid if story.person else None
    log.record(actor, "voices.story_words", story, client=client, how=how)


def _same(text: str) -> str:
    """A text as it comes back from a form: line ends may differ."""
    return " ".join(text.split())
