"""What tests of mutual aid share: Mrs Bakker asks, Bas helps, Joost keeps the desk of De Linde."""

from typing import Any

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import (
    HelpOffer,
    HelpRequest,
    Match,
    MatchAct,
    Neighbour,
    Side,
)
from wijknetwerk.mutual_aid.services import match_steps, neighbours, offers, requests
from wijknetwerk.mutual_aid.services.match_steps import Said
from wijknetwerk.mutual_aid.services.neighbours import Outsider

TOLD = "Mevrouw van 84 zoekt iemand die elke week boodschappen doet."


def neighbour(cast: Cast, name: str = "bakker") -> Neighbour:
    """A member of De Linde as somebody who asks or helps, written down by Joost."""
    actor = cast.actor("dewi" if name == "joost" else "joost")
    with scope.acting(actor):
        return neighbours.of_member(
            actor=actor,
            network=cast.linde,
            member=cast.members[name].uuid,
            said_how="phone",
        )


def outsider(cast: Cast, name: str = "Geert Mulder", phone: str = "0612345678") -> Neighbour:
    """Somebody who takes part in nothing."""
    actor = cast.actor("joost")
    with scope.acting(actor):
        who = Outsider(name, phone)
        return neighbours.note_outsider(actor=actor, network=cast.linde, who=who, said_how="phone")


def request(
    cast: Cast, asker: Neighbour | None = None, *, told: str = TOLD, **asked: Any
) -> HelpRequest:
    """A request noted at the desk; approved what is told, unless `told` is empty."""
    actor = cast.actor("joost")
    asked.setdefault("words", "Wie haalt mijn boodschappen? Lopen gaat slecht.")
    asked.setdefault("kind", "shopping.groceries")
    with scope.acting(actor):
        made = requests.note(
            actor=actor,
            asker=asker or neighbour(cast),
            asked=requests.Asked(**asked),
            via="desk",
            said_how="phone",
        )
        if told:
            made = requests.approve(
                actor=actor, network=cast.linde, request=made.uuid, told=told, said_how="phone"
            )
        return made


def offer(cast: Cast, helper: Neighbour | None = None, **offered: Any) -> HelpOffer:
    """An offer noted at the desk; of Bas, unless said otherwise."""
    actor = cast.actor("joost")
    offered.setdefault("kinds", ("shopping",))
    with scope.acting(actor):
        return offers.note(
            actor=actor,
            helper=helper or neighbour(cast, "bas"),
            offered=offers.Offered(**offered),
            via="desk",
        )


def match(cast: Cast, asked: HelpRequest | None = None, offered: HelpOffer | None = None) -> Match:
    """Joost thought of this helper for this request."""
    with scope.acting(SYSTEM):
        return Match.objects.create(
            network=cast.linde,
            request=asked or request(cast),
            offer=offered or offer(cast),
            by_hand=True,
        )


def act(cast: Cast, name: str, found: Match, what: MatchAct, **said: Any) -> Match:
    """An act on a match by somebody of the cast, through the gate."""
    actor = cast.actor(name)
    with scope.acting(actor):
        hand = access.hand_for(actor, cast.linde, found.uuid)
        return match_steps.step(hand=hand, act=what, said=Said(**said))


def by_link(found: Match, secret: str, side: Side, what: MatchAct, **said: Any) -> Match:
    """The same by a link, without signing in."""
    actor = Actor.anonymous().at(address="192.0.2.7", traceparent="")
    with scope.acting(actor), access.hand_of_link(actor, secret, side) as hand:
        return match_steps.step(hand=hand, act=what, said=Said(**said))


def asked(cast: Cast, found: Match | None = None) -> Match:
    """The helper is asked by phone."""
    return act(cast, "joost", found or match(cast), MatchAct.ASK, how="phone")


def agreed(cast: Cast, found: Match | None = None) -> Match:
    """Both said yes, at the desk."""
    made = asked(cast, found)
    act(cast, "joost", made, MatchAct.HELPER_YES)
    return act(cast, "joost", made, MatchAct.ASKER_YES)


def now(found: Match) -> Match:
    """The row as it stands."""
    with scope.acting(SYSTEM):
        rows = Match.objects.select_related("request__asker__person", "offer__helper__person")
        return rows.get(pk=found.pk)
