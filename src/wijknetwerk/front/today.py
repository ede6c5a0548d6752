"""What stands on Vandaag. So far: roles handed to me, and networks the platform decides on."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.selectors import public
from wijknetwerk.networks.selectors.handovers import waiting_for
from wijknetwerk.roadmap.selectors.suggestions import Help, first_for


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One thing that waits for me, with the place where I can do it."""

    title: str
    network: str
    url: str


def greeting() -> str | Promise:
    """Good morning, afternoon or evening, by the clock in the Netherlands."""
    hour = clock.now().astimezone(clock.AMSTERDAM).hour
    if hour < 6 or hour >= 18:
        return _("Good evening")
    return _("Good morning") if hour < 12 else _("Good afternoon")


def first_name(actor: Actor) -> str:
    """How one says hello; nothing when there is only an address."""
    return "" if "@" in actor.name else actor.name.split(" ")[0]


def waiting(actor: Actor) -> list[WaitingRow]:
    """What I am to answer; one or two queries, and one more for the platform's administrator."""
    return [*_handovers(actor), *_approvals(actor)]


def helps(actor: Actor) -> list[Help]:
    """What would help most in the networks that I lead: one card, of the first that has any.

    Two queries for who leads something, none for others.
    """
    return first_for([one for one in actor.standings if "coordinator" in one.roles])[:1]


def _approvals(actor: Actor) -> list[WaitingRow]:
    if not actor.is_platform_administrator:
        return []
    return [
        WaitingRow(
            title=_("%(network)s wants to be public") % {"network": network.name},
            network=network.place_text,
            url=reverse("networks:approval_decide", kwargs={"slug": network.slug}),
        )
        for network in public.asked_networks()
    ]


def _handovers(actor: Actor) -> list[WaitingRow]:
    """Roles that others want to hand to me."""
    return [
        WaitingRow(
            title=_("%(name)s asks you to become %(role)s")
            % {"name": card.from_name, "role": card.role},
            network=card.network_name,
            url=_address(card.slug, card.uuid),
        )
        for card in waiting_for(actor)
        if card.mine_to_answer
    ]


def _address(slug: str, uuid: object) -> str:
    """Where a handover is answered, else the network's first page."""
    try:
        return reverse("networks:handover", kwargs={"slug": slug, "uuid": uuid})
    except NoReverseMatch:
        return reverse("networks:home", kwargs={"slug": slug})


def in_a_year() -> str:
    """The moment until which security.txt holds, at midnight in UTC."""
    day = clock.today() + timedelta(days=365)
    return f"{day.isoformat()}T00:00:00Z"
