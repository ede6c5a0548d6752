"""A person chooses a helper for a request: one that was suggested, or somebody else."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access, reason_words
from wijknetwerk.mutual_aid.errors import NotNow, NotTheirOwn, SayWhy
from wijknetwerk.mutual_aid.matching import Why
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Match,
    MatchAct,
    OfferState,
)
from wijknetwerk.mutual_aid.selectors import matching as reading
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import match_steps, requests
from wijknetwerk.mutual_aid.services.match_steps import Said

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@transaction.atomic
def choose(*, actor: Actor, network: "Network", request: UUID, offer: UUID, why: str = "") -> Match:
    """Think of this helper for this request; nobody is asked yet. A person may choose against every
    condition but one: nobody helps themselves. Chosen already: that match. SayWhy without a
    sentence where it came to nothing between these two before; NotNow once either is closed."""
    access.require_desk(actor, network)
    asked = requests.lock(access.request_for(actor, network, request))
    found = access.offer_for(actor, network, offer)
    offered = HelpOffer.objects.select_for_update().get(pk=found.pk)
    if asked.state not in OPEN_REQUESTS or offered.state != OfferState.OPEN:
        raise NotNow
    if asked.asker_id == offered.helper_id:
        raise NotTheirOwn
    match = Match.objects.filter(request=asked, offer=offered, state__in=OPEN_MATCHES).first()
    if match is None:
        match = _thought_of(network, asked, offered, why.strip())
    match.by_hand = True
    match.save()
    client = client_of(asked.asker)
    log.record(actor, "mutual_aid.match_chosen", match, client=client, action=Action.CREATE)
    return match


def _thought_of(network: "Network", asked: HelpRequest, offered: HelpOffer, why: str) -> Match:
    reasons = reading.said_of(network, asked, offered)
    if not why and any(row.code == Why.TRIED for row in reasons):
        raise SayWhy
    match = Match(network=network, request=asked, offer=offered, why=why)
    match.reasons = reason_words.to_json(reasons)
    return match


@transaction.atomic
def ask(*, actor: Actor, network: "Network", request: UUID, offer: UUID) -> Match:
    """Choose this helper and ask in the way that they are reached, in one act. As `choose`, and
    NotApproved and NoRoom as asking says them (`match_steps`)."""
    match = choose(actor=actor, network=network, request=request, offer=offer)
    hand = access.hand_for(actor, network, match.uuid)
    how = hand.match.offer.helper.reached_by
    return match_steps.step(hand=hand, act=MatchAct.ASK, said=Said(how=how))
