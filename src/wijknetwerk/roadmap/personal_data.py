"""What the route holds about a person: what they wrote, what they took up, notes that name them
(rule K3). Erasing leaves what others need, without the person."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.core.templating import date_words
from wijknetwerk.roadmap import naming
from wijknetwerk.roadmap.models import PhaseWords, Status, StepProgress, SuggestionDismissal
from wijknetwerk.roadmap.selectors import ContentMissing, content

NAMED: naming.Named = {PhaseWords: "text", SuggestionDismissal: "reason"}


class RouteData:
    """Registered in apps.py. Looks over all networks, also those that the person left."""

    title: str | Promise = gettext_lazy("Route")

    def export(self, *, person_uuid: UUID) -> Iterator[Record]:
        """What this person wrote, what they took up, and notes of others that hold their name."""
        with scope.acting(naming.READER):
            person = naming.person_of(person_uuid)
            steps = list(_steps_about(person)) if person else []
            words = list(PhaseWords.objects.filter(changed_by=person)) if person else []
            aside = list(SuggestionDismissal.objects.filter(dismissed_by=person)) if person else []
            named = list(naming.rows_with_name(person, NAMED)) if person else []
        for row in steps:
            yield _record(row, person)
        for said in words:
            yield Record(
                _("Words under a phase"),
                ((_("Text"), said.text), (_("Written on"), date_words(said.changed_at))),
            )
        for row_aside in aside:
            yield Record(
                _("A suggestion that you put aside"),
                (
                    (_("Why not"), row_aside.reason),
                    (_("Written on"), date_words(row_aside.dismissed_at)),
                ),
            )
        for field, row_named in named:
            yield Record(_("Words that name you"), ((_("Text"), getattr(row_named, field)),))

    def erase(self, *, actor: Actor, person_uuid: UUID) -> list[Erasure]:
        """Take the person out of every version of every step; the network keeps the rest."""
        with scope.acting(naming.READER):
            person = naming.person_of(person_uuid)
            if person is None:
                return []
            steps = list(_steps_about(person))
            for row in steps:
                _take_out(actor, row, person)
            words = PhaseWords.objects.filter(changed_by=person).update(changed_by=None)
            words += SuggestionDismissal.objects.filter(dismissed_by=person).update(
                dismissed_by=None
            )
            words += naming.take_out(actor, person, NAMED)
        return [
            Erasure(
                gettext_lazy("What you wrote and took up on the route"),
                len(steps) + words,
                "anonymised",
                gettext_lazy("The network goes on with it, without your name."),
            )
        ]


def _steps_about(person: Any) -> QuerySet[StepProgress]:
    about = Q(changed_by=person) | Q(owner__person=person)
    if name := naming.spelled(person):
        about |= Q(note__contains=name) | Q(where_to_see__contains=name)
    rows: QuerySet[StepProgress] = StepProgress.objects.filter(about).order_by("pk")
    return rows.select_related("owner", "network")


def _record(row: StepProgress, person: Any) -> Record:
    wrote = row.changed_by_id == person.pk
    owns = row.owner is not None and row.owner.person_id == person.pk
    fields: list[tuple[str | Promise, Any]] = [
        (_("Step"), _title_of(row.step)),
        (_("How does it stand?"), str(Status(row.status).label)),
        (_("Date"), date_words(row.changed_at)),
        (_("You wrote this"), _("yes") if wrote else _("no")),
        (_("You took this up"), _("yes") if owns else _("no")),
    ]
    name = naming.spelled(person)
    if wrote or (name and name in f"{row.note} {row.where_to_see}"):
        fields += [(_("Note"), row.note), (_("Where can you see it?"), row.where_to_see)]
    return Record(_("A step of the route"), tuple(fields))


def _title_of(code: str) -> str:
    """The step in the reader's words; its code where this content no longer has it."""
    try:
        found = content().step_by_code.get(code)
    except ContentMissing:
        found = None
    return found.title if found else code


def _take_out(actor: Actor, row: StepProgress, person: Any) -> None:
    fields = _without(row, person)
    row.save(update_fields=fields)
    log.record(actor, naming.EVENT, row, client=person.uuid, fields=fields)


def _without(row: StepProgress, person: Any) -> list[str]:
    """Change the row in memory; returns the names of the fields that changed."""
    fields = []
    if row.changed_by_id == person.pk:
        row.changed_by = None
        fields.append("changed_by")
    if row.owner is not None and row.owner.person_id == person.pk:
        row.owner = None
        fields.append("owner")
    for field in ("note", "where_to_see"):
        text = naming.without(getattr(row, field), person)
        if text != getattr(row, field):
            setattr(row, field, text)
            fields.append(field)
    return fields
