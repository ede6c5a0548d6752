"""How far a story goes, changed by its teller at any time; and taking it back (rule W3).

Whatever shows a story asks `access`, so a change counts from the next request. Only what others
copied has to be told here: the search index, and what waits.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock, log, scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.people import members_now
from wijknetwerk.networks.services import facts
from wijknetwerk.voices import access
from wijknetwerk.voices.errors import NoYes, SlipEnded, TakesNoPart
from wijknetwerk.voices.models import DiaryEntry, Reach, Story, ThemeStory, YesHow
from wijknetwerk.voices.services import finding, pieces, questions, stories


@transaction.atomic
def change(
    *,
    actor: Actor,
    story: UUID,
    reach: str,
    shown_name: str = "",
    how: str = "",
    sure: bool = False,
) -> Story:
    """The teller says anew how far it may go; or who wrote it down, at the teller's word (`how`).

    InvalidInput, LooksPersonal, NoYes, NoMandate, TakesNoPart.
    """
    with access.own_story(actor, story) as found:
        own = access.is_tellers(actor, found)
        if not own and how not in dict(stories.HOWS):
            raise NoYes
        if reach not in Reach.values:
            raise InvalidInput
        locked = _locked(found)
        if own:
            _check_takes_part(actor, locked, reach, shown_name)
        else:
            _check_mandate(actor, locked, reach, shown_name)
        words = f"{locked.title.read()}\n{locked.words.read()}\n{locked.photo_words.read()}"
        stories.check_personal(words, reach, sure)
        _go(actor, locked, reach, shown_name, YesHow.IN_APP if own else how)
        return locked


def _check_takes_part(actor: Actor, story: Story, reach: str, shown_name: str) -> None:
    """Who left the network may narrow and take back what they told there, and nothing else: in its
    name nothing new is said by who takes no part in it (rule N2). TakesNoPart."""
    here = actor.standing_in(story.network_id) is not None
    if not here and _goes_further(story, reach, shown_name):
        raise TakesNoPart


def _goes_further(story: Story, reach: str, shown_name: str) -> bool:
    """Whether more people would read it, or it would get another name than none."""
    steps, name = list(Reach.values), shown_name.strip()
    further = steps.index(reach) > steps.index(story.reach)
    return further or name not in ("", story.shown_name.read())


def _check_mandate(actor: Actor, story: Story, reach: str, shown_name: str) -> None:
    """For a member it goes further, or gets a name, only with the mandate of today, as when it was
    written down (decision 13). Narrowing asks none. NoMandate."""
    if story.person_id is None or not _goes_further(story, reach, shown_name):
        return
    here = (one for one in members_now(story.network_id) if one.person_id == story.person_id)
    if (found := next(here, None)) is None:
        raise access_desk.NoMandate
    member = access_desk.member_of_desk(actor, story.network, found.uuid)
    access_desk.noting(actor, member, access_desk.TOLD)


@transaction.atomic
def take_back(*, actor: Actor, story: UUID) -> None:
    """The teller takes it back, or who wrote it down at the teller's word. The words are erased."""
    with access.own_story(actor, story) as found:
        _erase(actor, _locked(found))


def behind_slip(*, actor: Actor, code: str) -> UUID:
    """What a code on paper opens, as the token to go on with. SlipEnded, TooManyTries."""
    try:
        opened = tokens.open_token(code, purpose=stories.SLIP, address=actor.address)
    except NotFound as error:
        raise SlipEnded from error
    return opened.token.uuid


@transaction.atomic
def act_by_slip(*, actor: Actor, token: UUID, reach: str) -> None:
    """Narrow a story, or take it back (an empty `reach`), with the slip of paper."""
    holder = actor.as_holder(stories.SLIP)
    with _behind(token) as found:
        locked = _locked(found)
        if not reach:
            _erase(holder, locked)
        elif reach == Reach.OWN or (reach == Reach.NETWORK and locked.reach != Reach.OWN):
            _go(holder, locked, reach, locked.shown_name.read(), YesHow.SLIP)
        else:
            raise InvalidInput


@contextmanager
def _behind(token: UUID) -> Iterator[Story]:
    """The story that a slip's code opened before, with its network in scope. SlipEnded."""
    try:
        opened = tokens.still_open(token, purpose=stories.SLIP)
    except NotFound as error:
        raise SlipEnded from error
    with scope.including(opened.network_id, opened.network_uuid):
        rows = Story.objects.filter(uuid=opened.subject_uuid, withdrawn_at=None)
        found = rows.select_related("network", "person").first()
        if found is None:
            raise SlipEnded
        yield found


def _locked(found: Story) -> Story:
    locked = Story.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if locked.withdrawn_at is not None:
        raise NotFound
    locked.network = found.network
    return locked


def _go(actor: Actor, story: Story, reach: str, shown_name: str, how: str) -> None:
    before, story.reach = story.reach, reach
    stories.set_name(story, shown_name)
    story.save(update_fields=["reach", "named", "shown_name"])
    stories.say_yes(actor, story, how)
    stories.reached(actor, story)
    client = story.person.uuid if story.person else None
    log.record(
        actor, "voices.story_reach", story, client=client, before=before, reach=reach, how=how
    )


def _erase(actor: Actor, story: Story) -> None:
    client = story.person.uuid if story.person else None
    log.record(actor, "voices.story_taken_back", story, client=client, action=Action.DELETE)
    empty(story)


def empty(story: Story) -> None:
    """Erase the words, files and people of a story, and take it out of every place."""
    with ExitStack() as after:
        after.callback(pieces.drop, Story(photo=story.photo, sound=story.sound))
        for name in ("title", "words", "shown_name", "teller_name", "photo_words", "answer"):
            setattr(story, name, "")
        story.reach, story.named, story.withdrawn_at = Reach.OWN, False, clock.now()
        story.person = story.noted_by = story.answered_by = story.photo = story.sound = None
        story.from_kind, story.from_uuid, story.talk = "", None, None
        story.save()
    ThemeStory.objects.filter(network=story.network_id, story=story).delete()
    DiaryEntry.objects.filter(network=story.network_id, story=story).update(story=None)
    tokens.end_tokens(purpose=stories.SLIP, subject=story.uuid)
    finding.forget_story(story)
    questions.done(story)
    facts.count_soon(story.network_id)


@dataclass(frozen=True, slots=True)
class AboutSlip:
    """What the page of a slip says: no words and no name."""

    network: str
    kind: str
    told_on: date
    reach: str


def about_slip(*, token: UUID) -> AboutSlip:
    """The story behind a slip, without its words. SlipEnded."""
    with _behind(token) as story:
        kind, reach = story.get_kind_display(), story.get_reach_display()
        return AboutSlip(story.network.name, kind, story.told_on, str(reach))
