"""Diaries: begun, a day added, a part shared as a story, ended, erased."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access as networks
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.people import members_now
from wijknetwerk.voices import access_diaries as access
from wijknetwerk.voices.errors import NoYes
from wijknetwerk.voices.models import Diary, DiaryEntry, Source, Story
from wijknetwerk.voices.services import stories
from wijknetwerk.voices.services.stories import Teller, Told


@dataclass(frozen=True, slots=True)
class Day:
    """What is told on one day."""

    on_day: date
    words: str
    question: str = ""


@transaction.atomic
def begin_own(*, actor: Actor, network: Any) -> Diary:
    """Begin one's own diary; the one that runs, when there is one."""
    networks.require(actor, networks.Act.SEE, network)
    running = Diary.objects.filter(network=network, person_id=actor.own_id, ended_on=None).first()
    if running is not None:
        return running
    diary = Diary.objects.create(network=network, person_id=actor.own_id, begun_on=clock.today())
    log.record(actor, "voices.diary_begun", diary, client=actor.person_uuid, action=Action.CREATE)
    return diary


@transaction.atomic
def begin_for(*, actor: Actor, network: Any, teller: Teller) -> Diary:
    """Begin a diary for somebody who tells it by phone or on paper. NoYes, NoMandate."""
    networks.require(actor, networks.Act.SEE, network)
    if not teller.said_yes or teller.how not in dict(stories.HOWS):
        raise NoYes
    diary = Diary(network=network, keeper_id=actor.own_id, begun_on=clock.today())
    by, client = actor, None
    if teller.member is not None:
        member = access_desk.member_of_desk(actor, network, teller.member)
        by, _mandate = access_desk.noting(actor, member, access_desk.TOLD)
        diary.person_id, client = member.person_id, member.person.uuid
        rows = Diary.objects.filter(network=network, person_id=member.person_id, ended_on=None)
        if (running := rows.first()) is not None:
            return running
    elif not teller.name.strip():
        raise InvalidInput(_("Write down who tells it. Only you can read that."))
    diary.teller_name = "" if teller.member else teller.name.strip()
    diary.save()
    log.record(by, "voices.diary_begun", diary, client=client, action=Action.CREATE, how=teller.how)
    return diary


@transaction.atomic
def add(*, actor: Actor, network: Any, diary: UUID, day: Day) -> DiaryEntry:
    """Add a day. For a member the desk needs their mandate at each day: NoMandate."""
    found = access.diary_to_add_to(actor, network, diary)
    if found.ended_on is not None:
        raise InvalidInput(_("This diary was ended."))
    if not day.words.strip() or day.on_day > clock.today():
        raise InvalidInput(_("Write what was told, and choose a day that has been."))
    by = actor
    if found.person is not None and not access.is_tellers(actor, found):
        member = _member_of(actor, network, found)
        by, _mandate = access_desk.noting(actor, member, access_desk.TOLD)
    entry = DiaryEntry(network=network, diary=found, on_day=day.on_day, noted_by_id=actor.own_id)
    entry.question, entry.words = day.question.strip()[:200], day.words.strip()
    entry.save()
    client = found.person.uuid if found.person else None
    log.record(by, "voices.diary_noted", found, client=client, action=Action.CREATE)
    return entry


def _member_of(actor: Actor, network: Any, diary: Diary) -> Any:
    """The present membership of whose diary it is. NotFound when they take part no longer."""
    for one in members_now(network.pk):
        if one.person_id == diary.person_id:
            return access_desk.member_of_desk(actor, network, one.uuid)
    raise NotFound


@transaction.atomic
def share(*, actor: Actor, network: Any, entry: UUID, told: Told, teller: Teller | None) -> Story:
    """Share a part of one day as a story; the day itself stays private. By the teller, or by who
    wrote it down, at the teller's spoken yes."""
    found = access.entry_for(actor, network, entry)
    told = stories.from_source(told, Source.DIARY, found.on_day)
    if access.is_tellers(actor, found.diary):
        story = stories.tell(actor=actor, network=network, told=told)
    else:
        if teller is None:
            raise NoYes
        person = found.diary.person
        member = _member_of(actor, network, found.diary).uuid if person else None
        named = Teller(teller.how, teller.said_yes, member, found.diary.teller_name.read())
        story = stories.note_down(actor=actor, network=network, told=told, teller=named)
    found.story = story
    found.save(update_fields=["story"])
    return story


@transaction.atomic
def end(*, actor: Actor, network: Any, diary: UUID, erase: bool) -> None:
    """End a diary, or erase it with all its days. Stories that came of it stay as told. A member's
    own diary only with their mandate of today, by who keeps it for them: NoMandate."""
    found = access.diary_for(actor, network, diary)
    if found.person is not None and not access.is_tellers(actor, found):
        access_desk.noting(actor, _member_of(actor, network, found), access_desk.TOLD)
    client = found.person.uuid if found.person else None
    if erase:
        log.record(actor, "voices.diary_erased", found, client=client, action=Action.DELETE)
        found.delete()
        return
    found.ended_on = clock.today()
    found.save(update_fields=["ended_on"])
    log.record(actor, "voices.diary_ended", found, client=client)
