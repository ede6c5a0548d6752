"""What was chosen for a need and how it goes with that, as far as this reader may see it: a link
back is a kind and a uuid, resolved for whoever reads, and nothing when it is not for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Linked, linked
from wijknetwerk.mutual_aid.selectors import own, request_links
from wijknetwerk.networks.access import Act, allows
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    Agreement,
    Choice,
    Need,
    Referral,
    ReferralState,
)
from wijknetwerk.plans.parts import one
from wijknetwerk.plans.selectors import words
from wijknetwerk.plans.selectors.agreements import words_of

if TYPE_CHECKING:
    from wijknetwerk.core.actor import Actor

REQUEST = "mutual_aid.request"


@dataclass(frozen=True, slots=True)
class ChosenShown:
    """What was chosen, since when, and how it goes; `url` is empty where nothing opens."""

    choice: str
    words: str | Promise
    on: date | None
    how: str | Promise
    url: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """A request for help of the resident, that can be the answer to a need."""

    uuid: UUID
    title: str
    how: str


def chosen(hand: Hand, needs: Sequence[Any]) -> Mapping[int, ChosenShown]:
    """By need, of needs that came from `words.lines`; one query, and only if one is a request."""
    asked = [(REQUEST, row.asked) for row in needs if row.choice == Choice.HELP and row.asked]
    seen = linked(hand.actor, asked) if asked else {}
    found = {}
    for row in needs:
        if not row.choice:
            continue
        how: str | Promise = ""
        url, late = "", False
        if (REQUEST, row.asked) in seen:
            how, url = seen[REQUEST, row.asked].title, seen[REQUEST, row.asked].url
        elif row.agreement is not None and _reads(hand, row.agreement):
            how, url, late = _of_agreement(hand, row.agreement)
        elif row.referral is not None and _reads(hand, row.referral):
            how, url = _of_referral(hand, row.referral)
        label = Choice(row.choice).label
        found[row.pk] = ChosenShown(row.choice, label, row.chosen_on, how, url, late)
    return found


def of_one(hand: Hand, need: UUID) -> ChosenShown | None:
    """The same for one need."""
    rows = [row for row in words.lines(hand, Need) if row.uuid == need]
    return next(iter(chosen(hand, rows).values()), None)


def requests_of(actor: "Actor", hand: Hand) -> Sequence[Ready]:
    """The resident's own open requests, to choose one; also for who keeps the desk and writes in
    this plan. Nothing for anybody else."""
    network = hand.plan.network
    if may_ask(actor, hand):
        found: Sequence[own.OwnLine] = own.own_help(actor, network).requests
    elif not hand.is_resident and hand.plan.is_open:
        found = request_links.at_desk_for(actor, network, hand.plan.resident_id)
    else:
        found = []
    return [Ready(row.uuid, row.title, row.state) for row in found]


def may_ask(actor: "Actor", hand: Hand) -> bool:
    """Whether this reader can ask the neighbourhood for help from here: the resident in person,
    while they take part."""
    return hand.is_resident and hand.plan.is_open and allows(actor, Act.SEE, hand.plan.network)


def need_behind(hand: Hand, row: Agreement | Referral) -> Linked | None:
    """The need that an agreement or a referral answers, for who may read that need; one query."""
    which = {"agreement": row} if isinstance(row, Agreement) else {"referral": row}
    need = Need.objects.filter(plan=hand.plan, gone_at=None, **which).first()
    if need is None or not hand.may(need.part, thing=one(Need.THING, need.uuid)):
        return None
    return Linked(need.text.read(), reverse("plans:line", args=[hand.plan.uuid, "need", need.uuid]))


def _reads(hand: Hand, row: Agreement | Referral) -> bool:
    return bool(hand.may(row.part, thing=one(row.THING, row.uuid)))


def _of_agreement(hand: Hand, row: Agreement) -> tuple[str | Promise, str, bool]:
    url = reverse("plans:agreement", args=[hand.plan.uuid, row.uuid])
    late = row.is_late_on(clock.today())
    return words_of(row.state, mine=hand.is_resident), url, late


def _of_referral(hand: Hand, row: Referral) -> tuple[str | Promise, str]:
    url = reverse("plans:referral", args=[hand.plan.uuid, row.uuid])
    return ReferralState(row.state).label, url
