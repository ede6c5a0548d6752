"""Telling something, oneself or written down for somebody, and what follows from how far it goes.

The words are stored under lock; a yes is stored with the exact sentence (decision 0018).
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, telltale, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access as networks
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.services import facts
from wijknetwerk.voices import access
from wijknetwerk.voices.errors import LooksPersonal, NoYes
from wijknetwerk.voices.models import Reach, Source, Story, StoryKind, StoryYes, YesHow
from wijknetwerk.voices.sentences import sentence_of
from wijknetwerk.voices.services import finding, pieces, questions

SLIP = "voices.slip"  # the purpose of the codes on slips of paper
SLIP_LASTS = timedelta(days=3 * 365)

# The closed lists, for the fields of forms.
KINDS = [(one.value, one.label) for one in StoryKind]
REACHES = [(one.value, one.label) for one in Reach]
SOURCES = [(one.value, one.label) for one in Source if one not in (Source.HERE, Source.POLL)]
HOWS = [(one.value, one.label) for one in (YesHow.PHONE, YesHow.IN_PERSON, YesHow.PAPER)]


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody tells, in their own words, and how far it may go."""

    words: str
    kind: str = StoryKind.STORY
    title: str = ""
    reach: str = Reach.NETWORK
    shown_name: str = ""
    told_on: date | None = None
    source: str = Source.HERE
    photo: bytes | None = None
    photo_words: str = ""
    sound: bytes | None = None
    sure: bool = False

    def checked(self) -> "Told":
        """The same. InvalidInput for what no list knows; LooksPersonal."""
        known = self.kind in StoryKind.values and self.source in Source.values
        if not (self.words.strip() and known and self.reach in Reach.values):
            raise InvalidInput(_("Write what you want to tell."))
        if self.told_on is not None and self.told_on > clock.today():
            raise InvalidInput(_("Choose a day that has been."))
        check_personal(f"{self.title}\n{self.words}\n{self.photo_words}", self.reach, self.sure)
        return self


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose words are written down: a member, somebody with a name or nobody's name; and how they
    said yes to the sentence."""

    how: str
    said_yes: bool
    member: UUID | None = None
    name: str = ""


def from_source(told: Told, source: str, day: date) -> Told:
    """The same, as it came to us and on which day."""
    return replace(told, source=source, told_on=day)


def check_personal(text: str, reach: str, sure: bool) -> None:
    """Point at what looks like a number or an address before it goes to everybody."""
    found = telltale.found_in(text) if reach == Reach.EVERYBODY and not sure else []
    if found:
        raise LooksPersonal(in_words(found))


def in_words(found: list[str | Promise]) -> str:
    """The sentence that points."""
    what = ", ".join(str(one) for one in found)
    return _("In your text we see: %(what)s. May everybody on the internet read that?") % {
        "what": what
    }


@transaction.atomic
def tell(*, actor: Actor, network: Any, told: Told) -> Story:
    """Somebody tells something themselves."""
    networks.require(actor, networks.Act.SEE, network)
    story = _row(network, told.checked())
    story.person_id = actor.own_id
    _store(actor, story, told)
    say_yes(actor, story, YesHow.IN_APP)
    log.record(
        actor,
        "voices.story_told",
        story,
        client=actor.person_uuid,
        action=Action.CREATE,
        reach=story.reach,
    )
    return story


@transaction.atomic
def note_down(*, actor: Actor, network: Any, told: Told, teller: Teller) -> Story:
    """Write down somebody's words, at their spoken yes.

    For a member without computer the desk needs their mandate (decision 0013): NoMandate.
    """
    networks.require(actor, networks.Act.SEE, network)
    if not teller.said_yes or teller.how not in dict(HOWS):
        raise NoYes
    story = _row(network, told.checked())
    story.noted_by_id = actor.own_id
    by, client = actor, None
    if teller.member is not None:
        member = access_desk.member_of_desk(actor, network, teller.member)
        by, _mandate = access_desk.noting(actor, member, access_desk.TOLD)
        story.person_id, client = member.person_id, member.person.uuid
    else:
        story.teller_name = teller.name.strip()
    _store(actor, story, told)
    say_yes(actor, story, teller.how)
    log.record(
        by, "voices.story_noted", story, client=client, action=Action.CREATE, reach=story.reach
    )
    return story


@transaction.atomic
def make_slip(*, actor: Actor, story: UUID) -> str:
    """A code for the teller, with which they take it back by phone or on a page; an earlier one
    ends. By who wrote it down, to say or print at once: it can't be read back later."""
    with access.own_story(actor, story) as found:
        if not access.wrote_down(actor, found):
            raise NotFound
        tokens.end_tokens(purpose=SLIP, subject=found.uuid)
        network = (found.network_id, found.network.uuid)
        client = found.person.uuid if found.person else None
        log.record(actor, "voices.slip_made", found, client=client)
        return tokens.issue_code(
            purpose=SLIP, subject=found.uuid, network=network, lasts=SLIP_LASTS
        )


@transaction.atomic
def note_talk(
    *, actor: Actor, network: Any, lines: list[Told], came_from: tuple[str, UUID] | None = None
) -> list[Story]:
    """Short statements of one group conversation, without names. The group said yes together."""
    networks.require(actor, networks.Act.SEE, network)
    if not lines:
        raise InvalidInput(_("Write at least one statement."))
    talk, made = None, []
    for told in lines:
        story = _row(network, told.checked())
        story.noted_by_id, story.talk = actor.own_id, talk or story.uuid
        talk = story.talk
        if came_from is not None:
            story.from_kind, story.from_uuid = came_from
        _store(actor, story, told)
        say_yes(actor, story, YesHow.IN_PERSON)
        made.append(story)
    log.record(actor, "voices.talk_noted", made[0], action=Action.CREATE, statements=len(made))
    return made


def _row(network: Any, told: Told) -> Story:
    row = Story(
        network=network,
        kind=told.kind,
        source=told.source,
        told_on=told.told_on or clock.today(),
        reach=told.reach,
    )
    row.words, row.title = told.words.strip(), told.title.strip()
    set_name(row, told.shown_name)
    return row


def set_name(story: Story, shown_name: str) -> None:
    """With this name, or without one when it is empty. What only the teller sees has none."""
    name = "" if story.reach == Reach.OWN else shown_name.strip()
    story.shown_name, story.named = name, bool(name)


def _store(actor: Actor, story: Story, told: Told) -> None:
    pieces.keep(story, told.photo, told.photo_words, told.sound)
    story.save()
    reached(actor, story)


def reached(actor: Actor, story: Story) -> None:
    """What follows from how far it goes now: what is found, what waits, what is counted."""
    finding.keep_story(story)
    questions.let_wait(actor, story)
    facts.count_soon(story.network_id)


def say_yes(actor: Actor, story: Story, how: str) -> None:
    """Write down the yes with the exact sentence."""
    sentence = sentence_of(story.reach, named=story.named)
    StoryYes.objects.create(
        network_id=story.network_id,
        story=story,
        reach=story.reach,
        named=story.named,
        how=how,
        sentence=sentence,
        sentence_hash=hashlib.sha256(sentence.encode()).hexdigest(),
        language=get_language() or "nl",
        said_at=clock.now(),
        noted_by_id=actor.person_id,
    )
