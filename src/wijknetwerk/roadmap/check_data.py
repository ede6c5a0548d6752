"""What rounds of questions hold about a person (rule K3): answers, what they asked, closed or noted
down, and words that name them. Erasing leaves the answers to the network, without the name."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import clock, log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.core.templating import date_words
from wijknetwerk.roadmap import check_words
from wijknetwerk.roadmap.models import CheckAnswer, CheckRound, CheckSheet
from wijknetwerk.roadmap.selectors import ContentMissing, check_questions, content

EVENT = "roadmap.person_taken_out"
READER = Actor.system("roadmap.personal_data")
NAMED = {CheckRound: "decision", CheckAnswer: "note"}


class CheckData:
    """Registered in checks_ready.py. Looks over all networks, also those that the person left."""

    title: str | Promise = gettext_lazy("Questions to ourselves")

    def export(self, *, person_uuid: UUID) -> Iterator[Record]:
        """Each answer that this person gave, also before it changed, and what names them."""
        with scope.acting(READER):
            person = _person(person_uuid)
            records = list(_records(person)) if person else []
        yield from records

    def erase(self, *, actor: Actor, person_uuid: UUID) -> list[Erasure]:
        """Take the name off the sheets and rounds, and out of what was written."""
        with scope.acting(READER):
            person = _person(person_uuid)
            if person is None:
                return []
            sheets = list(CheckSheet.objects.filter(membership__person=person))
            for sheet in sheets:
                sheet.membership = None
                sheet.save(update_fields=["membership"])
                log.record(actor, EVENT, sheet, client=person_uuid, fields=["membership"])
            others = _unsign(person)
            named = _unname(actor, person)
        return [
            Erasure(
                gettext_lazy("Your answers to questions about the network"),
                len(sheets) + others + named,
                "anonymised",
                gettext_lazy("The network goes on with it, without your name."),
            )
        ]


def _person(person_uuid: UUID) -> Any:
    return get_user_model().objects.filter(uuid=person_uuid).first()


def _records(person: Any) -> Iterator[Record]:
    rows = CheckAnswer.objects.filter(sheet__membership__person=person)
    answers = list(rows.select_related("sheet__round", "network").order_by("pk"))
    texts = _texts({row.question for row in answers})
    for row in answers:
        yield Record(
            _("An answer about the network"),
            (
                (_("Network"), row.network.name),
                (_("List of questions"), check_words.of(row.sheet.round.kind).title),
                (_("Question"), texts.get(row.question, row.question)),
                (_("Answer"), row.get_reply_display()),
                (_("A few words to this"), row.note),
                (_("Answered on"), date_words(row.given_at)),
                (_("Changed on"), date_words(row.superseded_at) if row.superseded_at else ""),
            ),
        )
    begun = CheckRound.objects.filter(Q(opened_by=person) | Q(closed_by=person))
    for asked in begun.select_related("network").order_by("pk"):
        yield _round_record(asked)
    for text in _that_name(person):
        yield Record(_("Words that name you"), ((_("Text"), text),))


def _round_record(asked: CheckRound) -> Record:
    return Record(
        _("Questions that you asked or closed"),
        (
            (_("Network"), asked.network.name),
            (_("List of questions"), check_words.of(asked.kind).title),
            (_("Asked on"), date_words(asked.opened_on)),
            (_("What was decided"), asked.decision),
        ),
    )


def _texts(codes: set[str]) -> dict[str, str]:
    try:
        return {code: row.text for code, row in check_questions(content(), codes).items()}
    except ContentMissing:
        return {}


def _unsign(person: Any) -> int:
    """Take the person off what they opened, closed or noted down."""
    return (
        CheckRound.objects.filter(opened_by=person).update(opened_by=None)
        + CheckRound.objects.filter(closed_by=person).update(closed_by=None)
        + CheckSheet.objects.filter(noted_by=person).update(noted_by=None)
    )


def _spelled(person: Any) -> str:
    """The whole name, if it is one that can be looked for: a first name alone fits too many."""
    parts = (person.given_name, person.prefix, person.family_name)
    return " ".join(part for part in parts if part) if person.family_name else ""


def _rows_that_name(person: Any) -> Iterator[tuple[str, QuerySet[Any]]]:
    if name := _spelled(person):
        for model, field in NAMED.items():
            found = model._default_manager.filter(**{f"{field}__contains": name})
            yield field, found


def _that_name(person: Any) -> Iterator[str]:
    for field, rows in _rows_that_name(person):
        for row in rows.order_by("pk"):
            yield getattr(row, field)


def _unname(actor: Actor, person: Any) -> int:
    count = 0
    for field, rows in _rows_that_name(person):
        for row in rows:
            with translation.override("nl"):
                text = getattr(row, field).replace(_spelled(person), _("someone who left"))
            setattr(row, field, text[: row._meta.get_field(field).max_length])
            row.save(update_fields=[field])
            log.record(actor, EVENT, row, client=person.uuid, fields=[field])
            count += 1
    return count


def forget_names(*, before: datetime) -> int:
    """Take the names off answers of rounds that were closed before; the answers stay."""
    rows = CheckSheet.objects.filter(
        round__closed_on__lt=clock.local_day(before), membership__isnull=False
    )
    count: int = rows.update(membership=None, noted_by=None)
    return count
