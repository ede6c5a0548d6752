"""What is read of rounds of questions: the list of them, and the sheets in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import clock
from wijknetwerk.roadmap.models import (
    CheckKind,
    CheckOutcome,
    CheckReply,
    CheckRound,
    CheckSheet,
    CheckVoice,
)
from wijknetwerk.roadmap.readiness import Heard, Verdict, verdict
from wijknetwerk.roadmap.selectors.content import Content, check_questions, content

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

STOP = "stop"


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list; `i_answered` is about who looks."""

    uuid: UUID
    kind: str
    opened_on: date
    opened_by: str
    closed_on: date | None
    outcome: str
    decision: str
    look_again_on: date | None
    i_answered: bool

    @property
    def is_open(self) -> bool:
        """Whether one can still answer."""
        return self.closed_on is None

    @property
    def outcome_words(self) -> str:
        """The outcome in words; nothing for the self-check and for an open round."""
        return str(CheckOutcome(self.outcome).label) if self.outcome else ""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer that stands."""

    reply: str
    note: str

    @property
    def words(self) -> str:
        """The answer in words."""
        return str(CheckReply(self.reply).label)


@dataclass(slots=True)
class Sheet:
    """One person's place in a round, with the answers that stand."""

    pk: int
    round_id: int
    membership_id: int | None
    membership_uuid: UUID | None
    until_on: date | None
    """The last day of this person's place in the network, as far as it is known."""
    name: str
    voice: str
    party_id: int | None
    party_name: str
    party_kind: str
    number: int
    answered_at: datetime | None
    changed_at: datetime | None
    noted_by: str
    given: dict[str, Given] = field(default_factory=dict)

    @property
    def is_awaited(self) -> bool:
        """Whether this person still takes part and has not answered."""
        gone = self.until_on is not None and self.until_on <= clock.today()
        return self.answered_at is None and self.membership_id is not None and not gone

    @property
    def answered_on(self) -> date | None:
        """The day on which this was first answered, here."""
        return clock.local_day(self.answered_at) if self.answered_at else None

    @property
    def party(self) -> tuple[int, int]:
        """What makes two sheets stand in one column; sorts residents first."""
        return (_ORDER.get(self.voice, len(_ORDER)), self.party_id or 0)

    @property
    def party_words(self) -> str:
        """In whose name these answers are."""
        if self.voice == CheckVoice.PARTY:
            return self.party_name
        return _voice_words(self.voice)

    @property
    def heard(self) -> Heard:
        """What the readiness check reads of it."""
        replies = {code: given.reply for code, given in self.given.items()}
        return Heard(self.voice, self.party_kind, replies)


_ORDER = {
    CheckVoice.RESIDENT.value: 0,
    CheckVoice.PARTY.value: 1,
    CheckVoice.NETWORK.value: 2,
    CheckVoice.LEARNER.value: 3,
}


def _voice_words(voice: str) -> str:
    words = {
        CheckVoice.RESIDENT.value: _("Residents"),
        CheckVoice.NETWORK.value: _("The network itself"),
        CheckVoice.LEARNER.value: _("Learners"),
    }
    return words.get(voice, "")


def rounds_of(network: "Network", membership_id: int | None) -> list[RoundLine]:
    """All rounds, the newest first; one query."""
    mine = CheckSheet.objects.filter(
        round=OuterRef("pk"), membership_id=membership_id or 0, answered_at__isnull=False
    )
    rows: QuerySet[Any, Any] = (
        CheckRound.objects.filter(network=network)
        .annotate(i_answered=Exists(mine))
        .order_by("-opened_on", "-pk")
        .values_list(
            *("uuid", "kind", "opened_on", "opened_by_id", "closed_on", "outcome", "decision"),
            *("look_again_on", "i_answered", *name_fields("opened_by")),
            named=True,
        )
    )
    return [
        RoundLine(
            uuid=row.uuid,
            kind=row.kind,
            opened_on=row.opened_on,
            opened_by=_name(row, "opened_by", row.opened_by_id),
            closed_on=row.closed_on,
            outcome=row.outcome,
            decision=row.decision,
            look_again_on=row.look_again_on,
            i_answered=row.i_answered,
        )
        for row in rows
    ]


def _name(row: Any, path: str, key: int | None) -> str:
    return name_in(row, path) if key else _("someone who left")


def sheets_of(network: "Network", *rounds: int | None) -> list[Sheet]:
    """The sheets of these rounds with their answers: residents first, then the parties by name.
    One query. None is no round."""
    asked = CheckSheet.objects.filter(
        network=network, round_id__in=[key for key in rounds if key is not None]
    )
    return sorted(_with_answers(asked), key=lambda sheet: (sheet.party[0], sheet.party_name))


def _with_answers(sheets: QuerySet[CheckSheet]) -> list[Sheet]:
    standing = FilteredRelation("answers", condition=Q(answers__superseded_at=None))
    rows: QuerySet[Any, Any] = (
        sheets.annotate(standing=standing)
        .values_list(
            *("pk", "round_id", "membership_id", "membership__uuid", "membership__until_on"),
            *("voice", "number", "answered_at", "changed_at"),
            *("partner_id", "partner__organisation__name", "partner__organisation__kind"),
            *("noted_by_id", "standing__question", "standing__reply", "standing__note"),
            *name_fields("membership__person"),
            *name_fields("noted_by"),
            named=True,
        )
        .order_by("partner__organisation__name", "membership__person__family_name", "pk")
    )
    found: dict[int, Sheet] = {}
    for row in rows:
        sheet = found.get(row.pk) or found.setdefault(row.pk, _sheet(row))
        if row.standing__question:
            sheet.given[row.standing__question] = Given(row.standing__reply, row.standing__note)
    return list(found.values())


def _sheet(row: Any) -> Sheet:
    return Sheet(
        pk=row.pk,
        round_id=row.round_id,
        membership_id=row.membership_id,
        membership_uuid=row.membership__uuid,
        until_on=row.membership__until_on,
        name=_name(row, "membership__person", row.membership_id),
        voice=row.voice,
        party_id=row.partner_id,
        party_name=row.partner__organisation__name or "",
        party_kind=row.partner__organisation__kind or "",
        number=row.number,
        answered_at=row.answered_at,
        changed_at=row.changed_at,
        noted_by=_name(row, "noted_by", row.noted_by_id) if row.noted_by_id else "",
    )


def own_sheet(network: "Network", round_id: int, membership_id: int) -> Sheet | None:
    """The sheet of one member in a round, if there is one; one query."""
    mine = CheckSheet.objects.filter(
        network=network, round_id=round_id, membership_id=membership_id
    )
    return next(iter(_with_answers(mine)), None)


def verdict_on(here: Content, sheets: Iterable[Sheet]) -> Verdict:
    """What the readiness check says of these sheets."""
    known = list(sheets)
    codes = [row.code for row in here.questions_in(CheckKind.READINESS)]
    older = sorted({code for sheet in known for code in sheet.given} - set(codes))
    questions = check_questions(here, [*codes, *older])
    stops = [code for code in (*codes, *older) if _is_stop(questions.get(code))]
    return verdict(stops, [sheet.heard for sheet in known])


def _is_stop(question: Any) -> bool:
    return question is not None and question.group == STOP


def verdict_of(network: "Network", asked: CheckRound) -> Verdict:
    """What the readiness check says of a round as it stands now."""
    return verdict_on(content(), sheets_of(network, asked.pk))
