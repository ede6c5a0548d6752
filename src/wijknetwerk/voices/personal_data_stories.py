"""What stories keep about a person, and how it goes (rule K3)."""

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
from wijknetwerk.voices.models import Story, StoryYes, Theme, ThemeChange
from wijknetwerk.voices.services import reach


class StoriesData:
    """What one person told, what they wrote down for others, themes that they made."""

    title: str | Promise = _("What you told")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All that the person told, in networks that they left too; of what they wrote down for
        others only that they did."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        for network in networks_of(person):
            rows = Story.objects.filter(network=network, withdrawn_at=None).order_by("pk")
            for story in rows.filter(person=person):
                yield _told(network, story)
            for story in rows.filter(noted_by=person).exclude(person=person):
                fields = ((_("Network"), network.name), (_("Day"), story.told_on))
                yield Record(_("Written down for somebody"), fields)
            for theme in Theme.objects.filter(network=network, made_by=person).order_by("pk"):
                made = ((_("Network"), network.name), (_("Title"), theme.title))
                yield Record(_("A theme that you made"), made)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Take back what was told, everywhere at once; what was written down for others stays
        theirs, without the name of who wrote it down."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        counts = {"told": 0, "noted": 0, "made": 0}
        for network in networks_of(person):
            rows = Story.objects.filter(network=network)
            told = rows.select_for_update(of=("self",)).filter(person=person, withdrawn_at=None)
            for story in told.order_by("pk"):
                story.network = network
                reach.empty(story)
                counts["told"] += 1
            counts["noted"] += rows.filter(noted_by=person).update(noted_by=None)
            rows.filter(answered_by=person).update(answered_by=None)
            StoryYes.objects.filter(network=network, noted_by=person).update(noted_by=None)
            themes = Theme.objects.filter(network=network, made_by=person)
            counts["made"] += themes.update(made_by=None)
            ThemeChange.objects.filter(network=network, by=person).update(by=None)
            log.record(actor, "voices.stories_erased", network, client=person_uuid)
        return [
            Erasure(_("What you told"), counts["told"], "deleted"),
            Erasure(_("What you wrote down for others"), counts["noted"], "anonymised"),
            Erasure(_("Themes that you made"), counts["made"], "anonymised"),
        ]


def _told(network: Any, story: Story) -> Record:
    fields: tuple[tuple[Any, Any], ...] = (
        (_("Network"), network.name),
        (_("Day"), story.told_on),
        (_("What it is"), story.get_kind_display()),
        (_("Title"), story.title.read()),
        (_("Own words"), story.words.read()),
        (_("Words changed on"), story.words_changed_on),
        (_("How far it may go"), story.get_reach_display()),
        (_("With the name"), story.shown_name.read()),
        (_("Photo"), story.photo_id is not None),
        (_("Sound"), story.sound_id is not None),
    )
    return Record(_("Something that you told"), fields)


def forget_yeses(before: datetime) -> int:
    """Erase the yeses to stories that were taken back before this instant."""
    rows = StoryYes.objects.filter(story__withdrawn_at__lt=before)
    return rows.delete()[0]


def forget_kept(before: datetime) -> int:
    """Take back what was written down for somebody without account, for themselves alone, and told
    before this instant: they can't look after it."""
    rows = Story.objects.select_for_update(of=("self",)).filter(
        person=None, reach="own", withdrawn_at=None, told_on__lt=clock.local_day(before)
    )
    found = list(rows.select_related("network").order_by("pk"))
    for story in found:
        reach.empty(story)
    return len(found)
