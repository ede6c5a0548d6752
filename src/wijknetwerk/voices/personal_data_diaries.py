"""What diaries and polls keep about a person, and how it goes (rule K3)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.networks.personal_data import networks_of
from wijknetwerk.voices.models import Diary, DiaryEntry, Poll, PollVoter


class DiariesData:
    """One person's own diary, that they keep one for others, and that they answered a poll."""

    title: str | Promise = _("Your diary, and polls")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All days of one's own diary; of polls only that one answered: nothing else is kept."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        for network in networks_of(person):
            rows = DiaryEntry.objects.filter(network=network, diary__person=person)
            for entry in rows.order_by("on_day", "pk"):
                fields: tuple[tuple[Any, Any], ...] = (
                    (_("Network"), network.name),
                    (_("Day"), entry.on_day),
                    (_("Question"), entry.question),
                    (_("Own words"), entry.words.read()),
                )
                yield Record(_("A day in your diary"), fields)
            for diary in Diary.objects.filter(network=network, keeper=person):
                kept = ((_("Network"), network.name), (_("Since"), diary.begun_on))
                yield Record(_("A diary that you keep for somebody"), kept)
            noted = DiaryEntry.objects.filter(network=network, noted_by=person)
            for entry in noted.exclude(diary__person=person).order_by("on_day", "pk"):
                day = ((_("Network"), network.name), (_("Day"), entry.on_day))
                yield Record(_("A day that you noted in somebody's diary"), day)
            voted = PollVoter.objects.filter(network=network, person=person)
            for voter in voted.select_related("poll").order_by("pk"):
                asked = ((_("Network"), network.name), (_("Question"), voter.poll.question))
                yield Record(_("You answered a poll"), asked)
            for poll in Poll.objects.filter(network=network, made_by=person).order_by("pk"):
                made = ((_("Network"), network.name), (_("Question"), poll.question))
                yield Record(_("A poll that you made"), made)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Erase one's own diary, and that one answered. What one keeps for others is theirs."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        counts = {"days": 0, "voted": 0, "kept": 0}
        for network in networks_of(person):
            mine = Diary.objects.filter(network=network, person=person)
            counts["days"] += DiaryEntry.objects.filter(network=network, diary__in=mine).count()
            mine.delete()
            voted = PollVoter.objects.filter(network=network, person=person)
            counts["voted"] += voted.delete()[0]
            kept = Diary.objects.filter(network=network, keeper=person)
            counts["kept"] += kept.update(keeper=None)
            noted = DiaryEntry.objects.filter(network=network, noted_by=person)
            noted.update(noted_by=None)
            Poll.objects.filter(network=network, made_by=person).update(made_by=None)
            log.record(actor, "voices.diary_erased", network, client=person_uuid)
        return [
            Erasure(_("Days in your diary"), counts["days"], "deleted"),
            Erasure(_("That you answered a poll"), counts["voted"], "deleted"),
            Erasure(_("Diaries that you keep for others"), counts["kept"], "anonymised"),
        ]


def forget_voters(before: datetime) -> int:
    """Erase who answered polls whose last day lies before this instant."""
    rows = PollVoter.objects.filter(poll__closes_on__lt=clock.local_day(before))
    return rows.delete()[0]


def forget_diaries(before: datetime) -> int:
    """Erase diaries of people without account that ended before this instant: they can't look
    after them themselves."""
    rows = Diary.objects.filter(person=None, ended_on__lt=clock.local_day(before))
    count = rows.count()
    rows.delete()
    return count
