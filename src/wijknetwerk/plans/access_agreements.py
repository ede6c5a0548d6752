"""The two gates beside `access`: one agreement behind a link, and who watches whether agreements
are kept. Each opens less than any part of a plan does; both ask what `access` asks, at the moment
of access.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import BigIntegerField, DateTimeField, QuerySet, UUIDField
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.plans import access, access_conferences
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_facts import known
from wijknetwerk.plans.decision import NEED_A_TASK, Verdict, Way
from wijknetwerk.plans.models import (
    Agreement,
    AgreementState,
    CameFrom,
    Owner,
    PlaceState,
    PlanState,
    Referral,
    ResidentPlan,
)
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.privacy import selectors as privacy
from wijknetwerk.privacy.purposes import PLAN_WATCH, Deed, Ground, PartyKind

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LINK = "plans.agreement"
"""The one purpose of the link: show the title of one agreement, and tick it."""


class AgreementLinkOver(NotFound):
    """One sentence for every link that doesn't work, whatever the cause."""

    code = "plans_agreement_link_over"
    message = _("This link doesn't work any more. Sign in to see what there is to do.")


@dataclass(frozen=True, slots=True)
class LinkHand:
    """One agreement in the hand of who holds its link. Never the plan."""

    actor: Actor
    agreement: Agreement
    consent: UUID | None
    purpose: str

    @property
    def checks(self) -> str:
        """What was asked before it opened, for the log."""
        if self.agreement.owner == Owner.NAMED:
            return "link:resident_agreed"
        return "link:role,relation,consent,place"


@contextmanager
def agreement_of_link(actor: Actor, secret: str) -> Iterator[LinkHand]:
    """The agreement behind a link, as long as its owner may read it now and it is to be done.
    AgreementLinkOver otherwise."""
    try:
        opened = tokens.open_token(secret, purpose=LINK, address=actor.address)
    except NotFound as error:
        raise AgreementLinkOver from error
    if opened.network_id is None:
        raise AgreementLinkOver
    with scope.including(opened.network_id, opened.network_uuid):
        yield _of_link(actor.as_holder(LINK), opened.subject_uuid, lock=False)


def mail_goes_still(to: str, body: str) -> bool:
    """Whether the mail to somebody by name goes still: its link opens, and the resident said yes to
    this very address. Asked at the moment it leaves."""
    words = (word.strip("/").rpartition("/")[2] for word in body.split() if "://" in word)
    opened = next((one for word in words if (one := tokens.opened_by(word, purpose=LINK))), None)
    if opened is None or opened.network_id is None or opened.network_uuid is None:
        return False
    with scope.including(opened.network_id, opened.network_uuid):
        rows = Agreement.objects.select_related("plan__network", "plan__resident")
        row = rows.filter(uuid=opened.subject_uuid, owner=Owner.NAMED).first()
        return row is not None and row.owner_mail.read() == to and may_tick(row.plan, row)


def link_locked(link: LinkHand) -> LinkHand:
    """The same with the plan locked until the transaction ends, and asked again.
    AgreementLinkOver."""
    return _of_link(link.actor, link.agreement.uuid, lock=True)


def _of_link(holder: Actor, uuid: UUID, *, lock: bool) -> LinkHand:
    plans = ResidentPlan.objects.select_related("resident", "network")
    if lock:
        plans = plans.select_for_update(of=("self",))
    plan = plans.filter(pk__in=Agreement.objects.filter(uuid=uuid).values("plan")).first()
    rows = Agreement.objects.select_related("place__membership__person")
    found = rows.filter(uuid=uuid, plan=plan).first() if plan else None
    if plan is None or found is None or not may_tick(plan, found):
        raise AgreementLinkOver
    found.plan, found.network = plan, plan.network
    verdict = owner_reads(plan, found)
    return LinkHand(holder, found, verdict.consent, verdict.purpose)


def may_tick(plan: ResidentPlan, row: Agreement) -> bool:
    """Whether the owner may tick it without signing in, now: they are in the circle, take part, may
    read it by a consent in force, and it is to be done. Somebody by name: once the resident agreed,
    who then reads to which address the reminder goes."""
    if row.owner == Owner.NAMED:
        runs = plan.is_open and plan.network.stopped_on is None
        return runs and bool(row.owner_mail) and row.state == AgreementState.AGREED
    return row.state in ("made", "agreed") and bool(owner_reads(plan, row))


def owner_reads(plan: ResidentPlan, row: Agreement) -> Verdict:
    place = row.place
    if place is None or place.membership is None or place.state != PlaceState.IN:
        return Verdict()
    owner = actor_of(place.membership.person)
    with scope.acting(owner), suppress(NotFound):
        found = reads(access.plan_for(owner, plan.uuid), row)
        return found if found.way == Way.CIRCLE else Verdict()
    return Verdict()


def reads(hand: Hand, row: Agreement) -> Verdict:
    """On what this hand reads an agreement: the gates of the plan; or, of what one does oneself,
    the talk in which one took it on, as long as that opens."""
    found = hand.may(row.part, Deed.READ, one(row.THING, row.uuid))
    if found and found.way != Way.EMERGENCY:
        return found
    mine = row.place is not None and row.place.uuid in {place.uuid for place in hand.known.places}
    if mine and row.came_from == CameFrom.CONFERENCE and row.source is not None:
        with suppress(NotFound):
            talk = access_conferences.seat_for(hand, row.source)
            if talk.reads_agreed(row):
                return talk.may(Deed.READ)
    return found


def own_of_talks(hand: Hand) -> frozenset[int]:
    """For lists: what one took on oneself in talks that open now, of who doesn't see every
    agreement anyhow."""
    mine = [place.uuid for place in hand.known.places]
    if not mine or all(hand.may(p).way is Way.CIRCLE for p in (Part.AGREEMENTS, Part.MONEY)):
        return frozenset()
    took = _OF_TALKS.ask(network_id=None, plan=hand.plan.pk, person=hand.actor.own_id)
    rows = [row for row in took if row.place.uuid in mine]
    if not rows:
        return frozenset()
    talks = {seat.conference.uuid: seat for seat in access_conferences.seats(hand)}
    found = ((row, talks.get(row.source)) for row in rows if row.source is not None)
    return frozenset(row.pk for row, seat in found if seat and seat.reads_agreed(row))


_OF_TALKS = Statement(
    lambda: Agreement.objects.filter(
        plan=Slot("plan", BigIntegerField()),
        place__membership__person=Slot("person", BigIntegerField()),
        came_from=CameFrom.CONFERENCE,
    ).select_related("place")
)


def agreement_for(hand: Hand, uuid: UUID) -> Agreement:
    """An agreement that this hand may read. NotFound."""
    rows = Agreement.objects.select_related(
        "place__membership__person", "place__membership__organisation", "place__organisation"
    )
    with access.reach(hand.plan):
        found = rows.filter(plan=hand.plan, uuid=uuid).first()
    if found is None or not reads(hand, found):
        raise NotFound
    found.network, found.plan = hand.plan.network, hand.plan
    return found


def referral_for(hand: Hand, uuid: UUID) -> Referral:
    """A referral that this hand may read. NotFound."""
    rows = Referral.objects.select_related(
        "place__membership__person", "place__membership__organisation", "place__organisation"
    )
    with access.reach(hand.plan):
        found = rows.filter(plan=hand.plan, uuid=uuid).first()
    if found is None or not hand.may(found.part, Deed.READ, one(found.THING, uuid)):
        raise NotFound
    found.network, found.plan = hand.plan.network, hand.plan
    return found


def owns(hand: Hand, row: Agreement, of_talks: Collection[int] = ()) -> bool:
    """Whether this is who does it, and may read it other than in an emergency. `of_talks`: for a
    list, what `own_of_talks` said of it."""
    if row.place is None:
        return row.owner == "resident" and hand.is_resident
    mine = row.place.uuid in {place.uuid for place in hand.known.places}
    return mine and (row.pk in of_talks or reads(hand, row).way == Way.CIRCLE)


@dataclass(frozen=True, slots=True)
class Watch:
    """Who watches a plan, and by which yes. Opens party, day and done of agreements, no more."""

    actor: Actor
    plan: ResidentPlan
    consent: UUID


def watches_of(actor: Actor, network: "Network") -> list[Watch]:
    """What somebody watches in this network now; never whose plan it is."""
    if not actor.is_person or actor.noting_for is not None or actor.person_uuid is None:
        return []
    plans = _WATCHED.ask(
        network_id=network.pk,
        network_uuid=network.uuid,
        uuid=actor.person_uuid,
        now=clock.now(),
    )
    found = []
    for plan in plans:
        with suppress(NotFound):
            found.append(watch_for(actor, plan.uuid))
    return found


def _watched() -> QuerySet[Any]:
    named = privacy.of_a_plan(Slot("now", DateTimeField())).filter(
        purpose=PLAN_WATCH.code,
        network_uuid=Slot("network_uuid", UUIDField()),
        party_uuid=Slot("uuid", UUIDField()),
    )
    plans = ResidentPlan.objects.filter(
        network=Slot("network", BigIntegerField()),
        state=PlanState.OPEN,
        resident__in=named.values("person"),
    )
    return plans.order_by("pk").values_list("uuid", named=True)


_WATCHED = Statement(_watched)


def watch_for(actor: Actor, uuid: UUID) -> Watch:
    """For the one whom the resident named to watch, while in the circle. NotFound for all others,
    also for who may read the plan itself."""
    plan = ResidentPlan.objects.select_related("resident", "network").filter(uuid=uuid).first()
    if plan is None:
        raise NotFound
    facts = known(actor, plan)
    runs = facts.plan_open and facts.network_runs and not facts.learns and not facts.is_resident
    for yes in facts.yeses if runs else ():
        mine = yes.purpose == PLAN_WATCH.code and yes.party_kind == PartyKind.PERSON
        enough = yes.ground != Ground.CONSENT or all(
            p.kind not in NEED_A_TASK for p in facts.places
        )
        if mine and enough and yes.party == facts.person and facts.places:
            return Watch(actor, plan, yes.uuid)
    raise NotFound
