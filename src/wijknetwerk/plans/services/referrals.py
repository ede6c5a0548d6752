"""Referrals: proposed, the resident's yes that opens this one thing, taken up or not, done. By one
table (`models.referral.NEXT_REFERRAL`). When it is over, what it opened shuts with it."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, telltale
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans import access, access_agreements, access_noting, decision, presets
from wijknetwerk.plans.access import Hand, Way
from wijknetwerk.plans.errors import NotYours, TaskNeeded
from wijknetwerk.plans.models import (
    CircleMember,
    PlaceState,
    Referral,
    ReferralAct,
    ReferralState,
    referral_after,
)
from wijknetwerk.plans.parts import one
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.services import agreement_waits, news
from wijknetwerk.plans.services.agreements import checked
from wijknetwerk.plans.services.chosen import choose_for, need_to_choose_for
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import PLAN_ONE_THING, Deed, Given, Ground, PartyKind

DO = {act.value: act for act in ReferralAct}
"""The acts by name, for screens: these import no models."""
LONGEST_ARTICLE = 120
TAKERS = (ReferralAct.ACCEPT, ReferralAct.REFUSE, ReferralAct.FINISH)


@dataclass(frozen=True, slots=True)
class Task:
    """The task and article on which a municipality rests: there a yes alone is not enough."""

    article: str = ""

    @property
    def ground(self) -> Ground:
        """A task of the law where there is one, else the resident's permission."""
        return Ground.PUBLIC_TASK if self.article.strip() else Ground.CONSENT


@transaction.atomic
def propose(
    *, hand: Hand, need: UUID, place: UUID, what: str, task: Task | None = None
) -> Referral:
    """A need for somebody of a party in the circle, in words that the resident reads first. Of the
    resident it is asked at once. NotAllowed, NotFound, PlanClosed, TaskNeeded."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        require_open(hand)
        about = need_to_choose_for(hand, need)
        row = Referral.of(hand.plan, written_by_id=hand.actor.own_id, money=about.money)
        row.what, row.place = checked(what), _party(hand, place)
        _put_task(row, task or Task())
        row.save()
        row.network, row.plan = hand.plan.network, hand.plan
        choose_for(hand, need, row)
        _record(hand, "plans.referral_proposed", row, action=Action.CREATE)
        if hand.is_resident or (
            hand.decides([row.part]) and not access_noting.is_close_to(hand.actor, row.place)
        ):
            _say_yes(hand, row, Given.IN_APP)
        _after(hand, row)
        return row


@transaction.atomic
def say_yes(*, hand: Hand, uuid: UUID, how: Given = Given.IN_APP) -> Referral:
    """The resident's yes: from now on this person reads and answers this one thing. Noted by the
    contact person for who can't sign in, never for themselves or their own party."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        row = access_agreements.referral_for(hand, uuid)
        require_open(hand)
        _require_resident(hand, row, how)
        _say_yes(hand, row, how)
        _after(hand, row)
        return row


@transaction.atomic
def stop(*, hand: Hand, uuid: UUID) -> Referral:
    """The resident says no, or no longer. It shuts at once."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        row = access_agreements.referral_for(hand, uuid)
        require_open(hand)
        if not (hand.decides([row.part]) or access_noting.notes_for(hand)):
            raise NotAllowed
        return _step(hand, row, ReferralAct.STOP, "")


@transaction.atomic
def answer(*, hand: Hand, uuid: UUID, says: ReferralAct, words: str = "") -> Referral:
    """Taken up; not, with a reason; or done, with what came of it. Only who was asked."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        row = access_agreements.referral_for(hand, uuid)
        require_open(hand)
        mine = {place.uuid for place in hand.known.places}
        verdict = hand.may(row.part, Deed.WRITE, one(row.THING, uuid))
        if says not in TAKERS or row.place.uuid not in mine or verdict.way != Way.CIRCLE:
            raise NotAllowed
        said = "" if says == ReferralAct.ACCEPT else checked(words)
        return _step(hand, row, says, said)


def _party(hand: Hand, uuid: UUID) -> CircleMember:
    rows = CircleMember.objects.select_related("membership__person", "organisation")
    found = rows.filter(plan=hand.plan, uuid=uuid, state=PlaceState.IN).first()
    if found is None:
        raise NotFound
    if found.organisation is None or found.membership is None:
        raise InvalidInput(_("Choose somebody of the circle who is there for a party."))
    return found


def _require_resident(hand: Hand, row: Referral, how: Given) -> None:
    if hand.decides([row.part]):
        if how != Given.IN_APP:
            raise InvalidInput
    elif how == Given.IN_APP or not access_noting.notes_for(hand):
        raise NotAllowed
    if not hand.is_resident and access_noting.is_close_to(hand.actor, row.place):
        raise NotYours


def _put_task(row: Referral, task: Task) -> None:
    """A task of the law for a party that needs one, and for no other. TaskNeeded, InvalidInput."""
    party, article = row.place.organisation, task.article.strip()
    needs = party is not None and party.kind in decision.NEED_A_TASK
    if needs and not article:
        raise TaskNeeded
    if len(article) > LONGEST_ARTICLE:
        raise InvalidInput(_("Write only the law and the article."))
    telltale.hold_back(article)  # it stands in the text of the yes, for ever
    row.ground = task.ground if needs else Ground.CONSENT
    row.task = article if needs else ""


def _say_yes(hand: Hand, row: Referral, how: Given) -> None:
    """Open this one thing to this one person, beside what they had. By the task that was written:
    who changed party since to one that needs a task opens nothing. NotFound, TaskNeeded."""
    place, note, ground = row.place, row.task.read(), Ground(row.ground)
    party = place.organisation
    if place.state != PlaceState.IN or place.membership is None or party is None:
        raise NotFound
    if party.kind in decision.NEED_A_TASK and not (note and ground != Ground.CONSENT):
        raise TaskNeeded
    row.state = _next(row, ReferralAct.YES)
    row.asked_on = clock.today()
    chosen = presets.sharing(Preset.ONE_THING, thing=one(row.THING, row.uuid), part=row.part)
    for_resident = how == Given.IN_APP and not hand.is_resident
    made = privacy.give_consent(
        actor=hand.actor,
        person=(hand.plan.resident_id, hand.resident_uuid),
        network_uuid=hand.plan.network.uuid,
        purpose=PLAN_ONE_THING,
        party_kind=PartyKind.PERSON,
        party_uuid=place.membership.person.uuid,
        ground=ground,
        ground_note=note,
        deeds=chosen.deeds,
        how=how,
        given_by=hand.actor.own_id if for_resident else None,
        parts=chosen.named,
        text=presets.text(chosen, PartyKind.PERSON, ground, note),
    )
    row.consent = made.uuid
    row.save()
    _record(hand, "plans.referral_asked", row)


def _step(hand: Hand, row: Referral, act: ReferralAct, words: str) -> Referral:
    row.state = _next(row, act)
    _record(hand, _EVENTS[act], row)
    if row.state != ReferralState.ACCEPTED:
        row.answer, row.ended_on = words, clock.today()
        _shut(hand, row)
    row.save()
    _after(hand, row)
    return row


def _shut(hand: Hand, row: Referral) -> None:
    if row.consent is not None:
        privacy.end_decided(
            actor=hand.actor,
            person=(hand.plan.resident_id, hand.resident_uuid),
            network_uuid=hand.plan.network.uuid,
            purposes=[PLAN_ONE_THING],
            consent=row.consent,
            event="plans.consent_ended",
        )
        row.consent = None


def _next(row: Referral, act: ReferralAct) -> ReferralState:
    to = referral_after(row.state, act)
    if to is None:
        raise InvalidInput(_("This can't be done any more."))
    return to


def _after(hand: Hand, row: Referral) -> None:
    agreement_waits.refresh_referral(row)
    news.soon(hand, row.part)


_EVENTS = {
    ReferralAct.STOP: "plans.referral_stopped",
    ReferralAct.ACCEPT: "plans.referral_accepted",
    ReferralAct.REFUSE: "plans.referral_refused",
    ReferralAct.FINISH: "plans.referral_done",
}


def _record(hand: Hand, event: str, row: Referral, action: Action = Action.UPDATE) -> None:
    verdict = hand.may(row.part, Deed.READ, one(row.THING, row.uuid))
    log.record(
        hand.actor,
        event,
        row,
        client=hand.resident_uuid,
        action=action,
        consent=verdict.consent,
        purpose=verdict.purpose,
        checks=verdict.checks,
        part=row.part.value,
    )
