"""Asking a list of questions, answering it separately, and closing it with a decision."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput, Stale
from wijknetwerk.core.models.log import Action
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.people import MemberNow, members_now
from wijknetwerk.networks.services import facts
from wijknetwerk.notices.services import waiting
from wijknetwerk.roadmap import access, selectors
from wijknetwerk.roadmap.models import (
    CheckAnswer,
    CheckKind,
    CheckOutcome,
    CheckReply,
    CheckRound,
    CheckSheet,
    CheckVoice,
)

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

TO_ANSWER = "roadmap.check_to_answer"


class RoundClosed(DomainError):
    """An answer that came after the round was closed; its words stay on the screen."""

    code = "check_closed"
    status = 409
    message = _("These questions were closed meanwhile. Your answers were not saved.")


@dataclass(frozen=True, slots=True)
class Said:
    """One answer, with a few words to it."""

    reply: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """All that somebody says on their sheet, and the version of it that was on the screen."""

    said: Mapping[str, Said]
    voice: str
    read_number: int = 0


@dataclass(frozen=True, slots=True)
class Closing:
    """What was decided, in own words, and when to look again."""

    decision: str
    look_again_on: date | None = None


@dataclass(slots=True)
class _Change:
    """What changes on a sheet: the rows to supersede, and what comes instead."""

    ended: list[int] = field(default_factory=list)
    given: dict[str, Said] = field(default_factory=dict)


@transaction.atomic
def open_round(
    *, actor: Actor, network: "Network", kind: str, asked: Collection[UUID] | None = None
) -> CheckRound:
    """Ask a list of questions: of every member, or of those named. It waits for each of them.

    One round of a kind at a time: InvalidInput when one is open.
    """
    access.check_lead(actor, network)
    if kind not in CheckKind.values:
        raise InvalidInput
    people = _asked(members_now(network.pk), asked)
    try:
        with transaction.atomic():
            opened: CheckRound = CheckRound.objects.create(
                network=network, kind=kind, opened_on=clock.today(), opened_by_id=actor.person_id
            )
    except IntegrityError as error:
        raise InvalidInput(_("These questions are open already.")) from error
    CheckSheet.objects.bulk_create(
        CheckSheet(network=network, round=opened, membership_id=member.pk, is_asked=True)
        for member in people
    )
    for member in people:
        wanted = wanted_of(network.uuid, network.slug, opened.uuid, member.person_id)
        waiting.wait(actor=actor, kind=TO_ANSWER, wanted=wanted)
    facts.count_soon(network.pk)
    log.record(
        actor,
        "roadmap.check_opened",
        opened,
        action=Action.CREATE,
        kind=kind,
        asked=len(people),
    )
    return opened


def _asked(members: list[MemberNow], wanted: Collection[UUID] | None) -> list[MemberNow]:
    people = [member for member in members if wanted is None or member.uuid in wanted]
    if not people:
        raise InvalidInput(_("Choose at least one person to ask."))
    if wanted is not None and len(people) != len(set(wanted)):
        raise InvalidInput(_("Choose somebody who takes part in this network now."))
    return people


def wanted_of(network: UUID, slug: str, round_uuid: UUID, person_id: int) -> Wanted:
    """What waits for somebody who was asked."""
    return Wanted(
        person_id=person_id,
        subject=round_uuid,
        network=network,
        place={"slug": slug, "uuid": str(round_uuid)},
    )


@transaction.atomic
def answer(
    *,
    actor: Actor,
    network: "Network",
    round_uuid: UUID,
    answers: Answers,
    for_member: UUID | None = None,
) -> CheckSheet:
    """Store somebody's answers; those that changed supersede the ones before, which are kept.

    Raises RoundClosed when the round is over, and Stale when the sheet was saved meanwhile from
    another screen, unless it says the same. `for_member` is given when the desk holds the pen.
    """
    who = access.answerer(actor, network, for_member=for_member)
    asked = _locked(actor, network, round_uuid)
    if asked.closed_on is not None:
        raise RoundClosed
    _check(asked, who, answers)
    sheet = _sheet(network, asked, who.membership_id)
    access.check_note_on(
        who, answered=sheet.answered_at is not None, noted=sheet.noted_by_id is not None
    )
    change = _changes(sheet, answers.said)
    if not change.given and not change.ended and sheet.voice == answers.voice:
        return sheet
    if sheet.number != answers.read_number:
        raise Stale
    _store(actor, sheet, who, answers.voice, change)
    waiting.done(kind=TO_ANSWER, subject=asked.uuid, person_id=who.person_id)
    return sheet


def _locked(actor: Actor, network: "Network", uuid: UUID) -> CheckRound:
    """The round, kept still until the end: no answer comes in while it is being closed."""
    found = access.round_for(actor, network, uuid)
    locked: CheckRound = CheckRound.objects.select_for_update().get(pk=found.pk)
    return locked


def _check(asked: CheckRound, who: access.Answerer, answers: Answers) -> None:
    known = {row.code for row in selectors.content().questions_in(asked.kind)}
    fits = answers.voice in who.voices and answers.said.keys() <= known
    if not fits or any(said.reply not in CheckReply.values for said in answers.said.values()):
        raise InvalidInput
    if not answers.said:
        raise InvalidInput(_("Answer at least one question."))


def _sheet(network: "Network", asked: CheckRound, membership_id: int) -> CheckSheet:
    sheet, _made = CheckSheet.objects.get_or_create(
        round=asked, membership_id=membership_id, defaults={"network": network}
    )
    return sheet


def _changes(sheet: CheckSheet, said: Mapping[str, Said]) -> _Change:
    now = {row.question: row for row in sheet.answers.filter(superseded_at=None)}
    change = _Change()
    for code, row in now.items():
        wanted = said.get(code)
        if wanted is None or (row.reply, row.note) != (wanted.reply, wanted.note.strip()):
            change.ended.append(row.pk)
    kept = {code for code, row in now.items() if row.pk not in change.ended}
    change.given = {code: wanted for code, wanted in said.items() if code not in kept}
    return change


def _store(
    actor: Actor, sheet: CheckSheet, who: access.Answerer, voice: str, change: _Change
) -> None:
    now = clock.now()
    first = sheet.answered_at is None
    sheet.answers.filter(pk__in=change.ended).update(superseded_at=now)
    CheckAnswer.objects.bulk_create(_rows(sheet, change.given, now))
    sheet.number += 1
    sheet.voice = voice
    sheet.partner_id = who.partner_id if voice == CheckVoice.PARTY else None
    sheet.noted_by_id = actor.person_id if who.noting else None
    sheet.answered_at = sheet.answered_at or now
    sheet.changed_at = None if first else now
    sheet.save()
    log.record(
        who.noting or actor,
        "roadmap.check_answered" if first else "roadmap.check_changed",
        sheet,
        client=who.person_uuid,
        action=Action.CREATE if first else Action.UPDATE,
        answers=len(change.given),
    )


def _rows(sheet: CheckSheet, given: Mapping[str, Said], now: datetime) -> Iterator[CheckAnswer]:
    for code, said in given.items():
        yield CheckAnswer(
            network_id=sheet.network_id,
            sheet=sheet,
            question=code,
            reply=said.reply,
            note=said.note.strip(),
            given_at=now,
        )


@transaction.atomic
def close_round(
    *, actor: Actor, network: "Network", round_uuid: UUID, closing: Closing
) -> CheckRound:
    """Close a round with what was decided; nobody answers any more, and it waits for nobody.

    Raises Stale when somebody closed it meanwhile: what they decided stands.
    """
    access.check_lead(actor, network)
    asked = _locked(actor, network, round_uuid)
    if asked.closed_on is not None:
        raise Stale
    if not closing.decision.strip():
        raise InvalidInput(_("Write down what you decided, in your own words."))
    if closing.look_again_on and closing.look_again_on <= clock.today():
        raise InvalidInput(_("Choose a day that is still to come."))
    asked.outcome = _outcome(network, asked)
    asked.decision = closing.decision.strip()
    asked.look_again_on = closing.look_again_on
    asked.closed_on = max(clock.today(), asked.opened_on)
    asked.closed_by_id = actor.person_id
    asked.save()
    waiting.done(kind=TO_ANSWER, subject=asked.uuid)
    facts.count_soon(network.pk)
    log.record(actor, "roadmap.check_closed", asked, kind=asked.kind)
    return asked


def _outcome(network: "Network", asked: CheckRound) -> str:
    if asked.kind != CheckKind.READINESS:
        return ""
    return CheckOutcome(selectors.verdict_of(network, asked).outcome).value
