"""Offers of help: noting them down, changing, pausing and ending them."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, Stale
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access, wishes
from wijknetwerk.mutual_aid.access import hand_of_system
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.kinds import shipped
from wijknetwerk.mutual_aid.models import (
    MOST_AT_ONCE,
    OPEN_MATCHES,
    PARTS_OF_THE_WEEK,
    TOGETHER,
    HelpOffer,
    HelpRequest,
    Match,
    MatchAct,
    Neighbour,
    OfferState,
    Rhythm,
    Via,
)
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import code_waits, match_steps
from wijknetwerk.networks.services import facts

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

FURTHEST = 50_000  # metres
LENGTH = 5000
LONGEST_CODE = 60


@dataclass(frozen=True, slots=True)
class Offered:
    """What somebody offers. `reach_m` None: the whole neighbourhood."""

    kinds: tuple[str, ...]
    words: str = ""
    not_words: str = ""
    parts: int = 0
    rhythm: str = Rhythm.NOW_AND_THEN
    reach_m: int | None = None
    room: int = 1
    can: tuple[str, ...] = ()
    from_on: date | None = None
    until_on: date | None = None


@transaction.atomic
def note(*, actor: Actor, helper: Neighbour, offered: Offered, via: str) -> HelpOffer:
    """Keep an offer. `helper` comes from `services.neighbours`: themselves, or the desk for them.
    InvalidInput says what to mend."""
    if not access.is_own(actor, helper):
        access.require_desk(actor, helper.network)
    if via not in Via.values:
        raise InvalidInput
    made = HelpOffer(
        network=helper.network,
        helper=helper,
        via=via,
        noted_by_id=actor.person_id,
        noted_at=clock.now(),
    )
    _fill(made, offered)
    made.save()
    client = client_of(helper)
    log.record(actor, "mutual_aid.offer_noted", made, client=client, action=Action.CREATE)
    facts.count_soon(made.network_id)
    code_waits.refresh(helper.network, helper)
    return made


@transaction.atomic
def change(
    *, actor: Actor, network: "Network", offer: UUID, offered: Offered, read_version: int
) -> HelpOffer:
    """Say anew what is offered. Less room ends nothing that runs; nobody new comes until there is
    room again. Stale when somebody changed it after it was read."""
    locked = lock(access.offer_for(actor, network, offer))
    if locked.version != read_version:
        raise Stale
    if locked.state == OfferState.ENDED:
        raise NotNow
    _fill(locked, offered)
    return _save(actor, "mutual_aid.offer_changed", locked)


@transaction.atomic
def pause(
    *,
    actor: Actor,
    network: "Network",
    offer: UUID,
    from_on: date | None,
    until_on: date | None = None,
    everything: bool = False,
) -> None:
    """Ask nothing of this helper in a time; without `from_on` the pause is over. What runs goes on.

    `everything` goes for all that this helper offers: on holiday one is away from all of it. The
    dates alone decide (`selectors.offers.open_now`), so that nobody need end a pause."""
    found = access.offer_for(actor, network, offer)
    if from_on and until_on and until_on <= from_on:
        raise InvalidInput(_("The last day comes before the first. Change one of both."))
    others = HelpOffer.objects.filter(helper=found.helper).exclude(pk=found.pk)
    others = others.exclude(state=OfferState.ENDED)
    if from_on is None:  # back from this pause, not from another one of something else
        others = others.filter(paused_from=found.paused_from, paused_until=found.paused_until)
    first, *rest = _locked([found, *others] if everything else [found])
    if first.state == OfferState.ENDED:
        raise NotNow
    for row in (first, *(row for row in rest if row.state != OfferState.ENDED)):
        row.paused_from, row.paused_until = from_on, until_on if from_on else None
        _save(actor, "mutual_aid.offer_changed", row)


@transaction.atomic
def end(*, actor: Actor, network: "Network", offer: UUID) -> HelpOffer:
    """The helper stops with this offer. What is asked goes no further, and what runs stops; no
    reason is asked."""
    locked = lock(access.offer_for(actor, network, offer))
    if locked.state == OfferState.ENDED:
        raise NotNow
    locked.state, locked.ended_on = OfferState.ENDED, clock.today()
    _save(actor, "mutual_aid.offer_ended", locked)
    end_matches(locked, "mutual_aid.offer_closed")
    code_waits.refresh(network, locked.helper)
    return locked


def end_matches(offer: HelpOffer, code: str) -> None:
    """What is open with askers goes no further, and what runs stops."""
    rows = Match.objects.filter(offer=offer, state__in=OPEN_MATCHES).order_by("request_id")
    for row in rows.select_related("request__asker__person", "offer__helper__person"):
        row.network = offer.network
        act = MatchAct.STOP if row.state in TOGETHER else MatchAct.WITHDRAW
        match_steps.step(hand=hand_of_system(row, code), act=act)


def lock(found: HelpOffer) -> HelpOffer:
    """The offer as it stands now, locked until the transaction ends. Its open requests come first:
    everybody locks request, offer and match in that order."""
    return _locked([found])[0]


def _locked(found: list[HelpOffer]) -> list[HelpOffer]:
    """Several of one helper, the first one first: all their requests, then the offers."""
    numbers = [offer.pk for offer in found]
    open_now = Match.objects.filter(offer__in=numbers, state__in=OPEN_MATCHES)
    requests = HelpRequest.objects.filter(pk__in=open_now.values("request_id"))
    list(requests.select_for_update().order_by("pk").values_list("pk"))
    rows = HelpOffer.objects.select_for_update().filter(pk__in=numbers).order_by("pk")
    locked = {row.pk: row for row in rows}
    for row in locked.values():
        row.network, row.helper = found[0].network, found[0].helper
    return [locked[number] for number in numbers]


def _fill(row: HelpOffer, offered: Offered) -> None:
    """Set what is offered on a row. InvalidInput with one sentence."""
    if not offered.kinds:
        raise InvalidInput(_("Choose at least one thing that you would like to do."))
    if not all(map(_may_be_kind, offered.kinds)):
        raise InvalidInput
    if max(len(offered.words), len(offered.not_words)) > LENGTH:
        raise InvalidInput
    if not 1 <= offered.room <= MOST_AT_ONCE:
        raise InvalidInput(_("Choose for how many people at once: 1 to 9."))
    if offered.reach_m is not None and not 0 < offered.reach_m <= FURTHEST:
        raise InvalidInput(_("Choose how far you would like to go."))
    if offered.from_on and offered.until_on and offered.until_on < offered.from_on:
        raise InvalidInput(_("The last day comes before the first. Change one of both."))
    if not 0 <= offered.parts < 1 << PARTS_OF_THE_WEEK or offered.rhythm not in Rhythm.values:
        raise InvalidInput
    row.kinds = sorted(set(offered.kinds))
    row.words, row.not_words = offered.words.strip(), offered.not_words.strip()
    row.parts, row.rhythm = offered.parts, offered.rhythm
    row.reach_m, row.room = offered.reach_m, offered.room
    row.can = wishes.known(list(offered.can))
    row.from_on, row.until_on = offered.from_on, offered.until_on


def _may_be_kind(code: str) -> bool:
    """Whether it is below one of the first level; a network may have ended its own one since."""
    return len(code) <= LONGEST_CODE and code.split(".", 1)[0] in shipped()


def _save(actor: Actor, event: str, row: HelpOffer) -> HelpOffer:
    row.version += 1
    row.save()
    log.record(actor, event, row, client=client_of(row.helper))
    facts.count_soon(row.network_id)
    return row
