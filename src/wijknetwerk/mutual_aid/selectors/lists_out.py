"""Lists of the desk for a spreadsheet: requests, helpers, and who helps whom. Concerns and
complaints never stand in one, and own words only where somebody asked for them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid import week
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Match,
    MatchState,
    Neighbour,
    OfferState,
)
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors.neighbours import email_of, name_of, phone_of
from wijknetwerk.mutual_aid.sheet_columns import COLUMNS, KINDS_APART

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class ListOut:
    """One list: what it is called, its columns, and its rows for a network."""

    title: str | Promise
    heading: tuple[str | Promise, ...]
    rows: "Callable[[Network, bool], Iterator[Cells]]"


_WHO = (_("Name"), _("Phone"), _("E-mail"), _("Postcode"))


def _who(row: Neighbour) -> tuple[object, ...]:
    return (name_of(row), phone_of(row), email_of(row), row.pc4)


def _requests(network: "Network", words: bool) -> Iterator[Cells]:
    known = kinds_of.all_of(network)
    rows = HelpRequest.objects.filter(network=network).select_related("asker__person")
    for row in rows.order_by("noted_at", "pk"):
        yield (
            clock.local_day(row.noted_at),
            *_who(row.asker),
            kinds_of.title_of(known, row.kind),
            week.spoken(row.parts),
            row.get_rhythm_display(),
            row.get_state_display(),
            row.get_via_display(),
            row.ended_on,
            row.words.read() if words else "",
        )


def _helpers(network: "Network", words: bool) -> Iterator[Cells]:
    known = kinds_of.all_of(network)
    rows = HelpOffer.objects.filter(network=network).select_related("helper__person")
    for row in rows.order_by("noted_at", "pk"):
        yield (
            clock.local_day(row.noted_at),
            *_who(row.helper),
            ", ".join(kinds_of.title_of(known, code) for code in row.kinds),
            week.spoken(row.parts),
            row.room,
            row.get_state_display(),
            row.paused_from,
            row.paused_until,
            row.words.read() if words else "",
        )


def _pairs(network: "Network", _words: bool) -> Iterator[Cells]:
    known = kinds_of.all_of(network)
    begun = (MatchState.AGREED, MatchState.RUNNING, MatchState.ENDED)
    rows = Match.objects.filter(network=network, state__in=begun)
    whole = ("request__asker__person", "offer__helper__person")
    for row in rows.select_related(*whole).order_by("agreed_at", "pk"):
        yield (
            name_of(row.request.asker),
            name_of(row.offer.helper),
            kinds_of.title_of(known, row.request.kind),
            clock.local_day(row.agreed_at) if row.agreed_at else None,
            row.began_on,
            row.ended_on,
            row.get_state_display(),
            row.get_ended_how_display(),
        )


def _for_reading_in(network: "Network", words: bool) -> Iterator[Cells]:
    """What is open, a line for each request and each offer, as `sheet_in` reads it again. Without
    own words the kind of help stands in their place."""
    known = kinds_of.all_of(network)
    helps = {
        row.request_id: row
        for row in Match.objects.filter(network=network, state=MatchState.RUNNING)
        .select_related("offer__helper__person")
        .order_by("-pk")
    }
    asked = HelpRequest.objects.filter(network=network, state__in=OPEN_REQUESTS)
    for row in asked.select_related("asker__person").order_by("noted_at", "pk"):
        match, title = helps.get(row.pk), kinds_of.title_of(known, row.kind)
        since, began = clock.local_day(row.noted_at), match.began_on if match else None
        yield (
            *(*_reach(row.asker, row.pc4 or row.asker.pc4), title),
            *(row.words.read() if words else title or _("help"), "", ""),
            *(name_of(match.offer.helper) if match else "", began),
            *(min(since, began or since), row.asker.handy.read(), _("yes")),
        )
    offered = HelpOffer.objects.filter(network=network, state=OfferState.OPEN)
    for offer in offered.select_related("helper__person").order_by("noted_at", "pk"):
        titles = f"{KINDS_APART} ".join(kinds_of.title_of(known, code) for code in offer.kinds)
        own = offer.words.read() if words else ""
        yield (
            *(*_reach(offer.helper, offer.helper.pc4), titles),
            *("", own or titles, offer.room),
            *("", None),
            *(None, offer.helper.handy.read(), _("yes")),
        )


def _reach(row: Neighbour, pc4: str) -> tuple[object, ...]:
    return (name_of(row), phone_of(row), email_of(row), row.address.read(), pc4)


_READ_IN = tuple(
    COLUMNS[code][0]
    for code in (
        *("name", "phone", "email", "address", "pc4", "kind", "asks", "offers", "room"),
        *("helper", "began", "since", "handy", "yes"),
    )
)

LISTS: dict[str, ListOut] = {
    "vragen": ListOut(
        _("Requests for help"),
        (
            *(_("Noted on"), *_WHO, _("Kind of help"), _("When"), _("How often"), _("State")),
            *(_("How it came in"), _("Ended on"), _("Own words")),
        ),
        _requests,
    ),
    "helpers": ListOut(
        _("Helpers"),
        (
            *(_("Noted on"), *_WHO, _("Kind of help"), _("When"), _("For how many at once")),
            *(_("State"), _("Pauses from"), _("Pauses until"), _("Own words")),
        ),
        _helpers,
    ),
    "wie-helpt-wie": ListOut(
        _("Who helps whom"),
        (
            *(_("Who asks"), _("Who helps"), _("Kind of help"), _("Both said yes on")),
            *(_("They met on"), _("Ended on"), _("State"), _("How it ended")),
        ),
        _pairs,
    ),
    "om-in-te-lezen": ListOut(_("All that is open, to read in again"), _READ_IN, _for_reading_in),
}
