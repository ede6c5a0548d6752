"""What a network tells its neighbours: one set of words, in six shapes, on paper or as text.

The words come from the network itself and from the event, and are changed on the page before
anything is made. Nothing of it is stored.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _

from wijknetwerk.agenda.selectors.paper import PublicEvent
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.templating import date_words, phone_words, time_words
from wijknetwerk.networks.access_search import is_open

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

PAPERS = ("letter", "poster", "flyer", "page")


@dataclass(frozen=True, slots=True)
class Words:
    """What is told. Empty where there is nothing to say."""

    heading: str = ""
    why: str = ""
    when: str = ""
    where: str = ""
    more: str = ""
    phone: str = ""
    who: str = ""


def of_network(actor: Actor, network: "Network") -> Words:
    """The network in its own words, with whoever makes this as the one to call."""
    return Words(
        heading=_("Will you take part in %(network)s?") % {"network": network.name},
        why=network.why or network.summary,
        when=network.desk_hours,
        where=network.desk_place,
        phone=phone_words(network.phone or settings.HELP_PHONE),
        who=actor.name,
    )


def of_event(actor: Actor, network: "Network", event: PublicEvent) -> Words:
    """One event that everybody may come to."""
    day = clock.local_day(event.starts_at)
    times = _("%(from)s to %(until)s") % {
        "from": time_words(event.starts_at),
        "until": time_words(event.ends_at),
    }
    places = (event.place, event.address, event.elsewhere)
    more = (event.costs, event.access, event.toilets, event.transport)
    return Words(
        heading=event.title,
        why=event.about or network.summary,
        when=", ".join(part for part in (date_words(day), times, event.rhythm) if part),
        where=", ".join(part for part in places if part),
        more=" ".join(_sentence(part) for part in more if part),
        phone=phone_words(event.phone),
        who=actor.name,
    )


def link_of(network: "Network", event: PublicEvent | None) -> str:
    """The page that everybody can open; empty while the network is not public."""
    if not is_open(network):
        return ""
    if event is not None:
        return event.url
    return settings.SITE_URL + address("networks:home", slug=network.slug)


def short(link: str, network: "Network") -> str:
    """What can be typed over from paper: the network's page, also where the link goes further."""
    if not link:
        return ""
    home = settings.SITE_URL + address("networks:home", slug=network.slug)
    return home.partition("://")[2].rstrip("/")


def as_text(piece: str, network: "Network", words: Words, link: str) -> str:
    """For the neighbourhood paper, or to share in a group."""
    return _for_group(words, link) if piece == "whatsapp" else _for_paper(network, words, link)


def share_link(text: str) -> str:
    """Opens WhatsApp with this text; the reader chooses the group there."""
    return f"https://wa.me/?text={quote(text)}"


def _for_group(words: Words, link: str) -> str:
    facts = [("📅", words.when), ("📍", words.where), ("☎️", _caller(words))]
    lines = [f"{sign} {fact}" for sign, fact in facts if fact]
    parts = [f"*{words.heading}*", words.why, "\n".join(lines), words.more, link]
    return "\n\n".join(part for part in parts if part)


def _for_paper(network: "Network", words: Words, link: str) -> str:
    facts = [
        _("When: %(when)s.") % {"when": words.when} if words.when else "",
        _("Where: %(where)s.") % {"where": words.where} if words.where else "",
        words.more,
    ]
    call = _("Call %(who)s.") % {"who": _caller(words)} if words.phone else ""
    read = _("Or look at %(link)s.") % {"link": short(link, network)} if link else ""
    parts = [
        words.heading,
        words.why,
        " ".join(part for part in facts if part),
        " ".join(part for part in (call, read) if part),
        network.name,
    ]
    return "\n\n".join(part for part in parts if part)


def _caller(words: Words) -> str:
    """Whom to call, on one line."""
    return ", ".join(part for part in (words.who if words.phone else "", words.phone) if part)


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
