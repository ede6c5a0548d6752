"""What rounds of questions hold about a person (rule K3): answers, what they asked, closed or noted
down, and words that name them. Erasing leaves the answers to the network, without the name."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import clock, log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.core.templating import date_words
from wijknetwerk.roadmap import check_words, naming
from wijknetwerk.roadmap.models import CheckAnswer, CheckRound, CheckSheet
from wijknetwerk.roadmap.selectors import ContentMissing, check_questions, content

NAMED: naming.Named = {CheckRound: "decision", CheckAnswer: "note"}


class CheckData:
    """Registered in checks_ready.py. Looks over all networks, also those that the person left."""

    title: str | Promise = gettext_lazy("Questions to ourselves")

    def export(self, *, person_uuid: UUID) -> Iterator[Record]:
        """Each answer that this person gave, also before it changed, and what names them."""
        with scope.acting(naming.READER):
            person = naming.person_of(person_uuid)
            records = list(_records(person)) if person else []
        yield from records

    def erase(self, *, actor: Actor, person_uuid: UUID) -> list[Erasure]:
        """Take the name off the sheets and rounds, and out of what was written."""
        with scope.acting(naming.READER):
            person = naming.person_of(person_uuid)
            if person is None:
                return []
            sheets = list(CheckSheet.objects.filter(membership__person=person))
            for sheet in sheets:
                sheet.membership = None
                sheet.save(update_fields=["membership"])
                log.record(actor, naming.EVENT, sheet, client=person_uuid, fields=["membership"])
            others = _unsign(person)
            named = naming.take_out(actor, person, NAMED)
        return [
            Erasure(
                gettext_lazy("Your answers to questions about the network"),
                len(sheets) + others + named,
                "anonymised",
                gettext_lazy("The network goes on with it, without your name."),
            )
        ]


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
    for field, row in naming.rows_with_name(person, NAMED):
        yield Record(_("Words that name you"), ((_("Text"), getattr(row, field)),))


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


def forget_names(*, before: datetime) -> int:
    """Take the names off answers of rounds that were closed before; the answers stay."""
    rows = CheckSheet.objects.filter(
        round__closed_on__lt=clock.local_day(before), membership__isnull=False
    )
    count: int = rows.update(membership=None, noted_by=None)
    return count
