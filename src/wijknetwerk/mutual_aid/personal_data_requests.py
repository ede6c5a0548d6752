"""What help between neighbours keeps of who asks, and how it goes (rule K3)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.mutual_aid import spoken_languages
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Neighbour,
    OfferState,
    Wellbeing,
)
from wijknetwerk.mutual_aid.selectors import requests as selectors
from wijknetwerk.mutual_aid.services import forgetting
from wijknetwerk.networks.personal_data import networks_of


class RequestsData:
    """What one person asked, and that they wrote down requests of others."""

    title: str | Promise = _("What you asked neighbours")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All requests with their words; of what they brought for others only that they did."""
        person = _person(person_uuid)
        if person is None:
            return
        for network in networks_of(person):
            rows = HelpRequest.objects.filter(network=network)
            for row in rows.filter(asker__person=person).order_by("pk"):
                yield _request(network, row)
            for row in rows.filter(noted_by=person).exclude(asker__person=person).order_by("pk"):
                fields = ((_("Network"), network.name), (_("Day"), clock.local_day(row.noted_at)))
                yield Record(_("A request of somebody else that you wrote down"), fields)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """What is open is withdrawn and the words go; that there was a request stays."""
        person = _person(person_uuid)
        if person is None:
            return []
        asked = noted = 0
        for network in networks_of(person):
            for me in Neighbour.objects.filter(network=network, person=person):
                forgetting.withdraw_all(me)
                for row in HelpRequest.objects.filter(network=network, asker=me).order_by("pk"):
                    forgetting.empty_request(row)
                    asked += 1
            rows = HelpRequest.objects.filter(network=network, noted_by=person)
            noted += rows.update(noted_by=None)
            log.record(actor, "mutual_aid.requests_erased", network, client=person_uuid)
        stays = _("That somebody asked for help stays in the counts, without your name.")
        return [
            Erasure(_("What you asked neighbours"), asked, "deleted", stays),
            Erasure(_("Requests of others that you wrote down"), noted, "anonymised"),
        ]


class NeighbourData:
    """That somebody asks or helps, and how they are reached. Erased after all other parts of help,
    which find what is theirs by it."""

    title: str | Promise = _("How neighbours and the desk reach you")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """One record for each network."""
        person = _person(person_uuid)
        if person is None:
            return
        for network in networks_of(person):
            for row in Neighbour.objects.filter(network=network, person=person):
                yield _neighbour(network, row)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """The address goes, and with it whose it was."""
        person = _person(person_uuid)
        if person is None:
            return []
        count = 0
        for network in networks_of(person):
            Neighbour.objects.filter(network=network, noted_by=person).update(noted_by=None)
            for row in Neighbour.objects.filter(network=network, person=person):
                forgetting.empty_neighbour(row)
                count += 1
        return [Erasure(_("How neighbours and the desk reach you"), count, "deleted")]


def forget_requests(*, before: datetime) -> int:
    """Erase the words of requests that ended before this instant."""
    old = HelpRequest.objects.filter(ended_on__lt=clock.local_day(before))
    rows = old.annotate(kept=Length("words")).filter(kept__gt=0).order_by("pk")
    count = 0
    for row in rows:
        forgetting.empty_request(row)
        count += 1
    return count


def forget_neighbours(*, before: datetime) -> int:
    """Erase who was written down and neither asks nor offers anything since this instant."""
    day = clock.local_day(before)
    lately = Q(ended_on__gte=day)
    asks = HelpRequest.objects.filter(lately | Q(state__in=OPEN_REQUESTS), asker=OuterRef("pk"))
    helps = HelpOffer.objects.filter(lately | Q(state=OfferState.OPEN), helper=OuterRef("pk"))
    old = Neighbour.objects.filter(~Exists(asks), ~Exists(helps), said_yes_at__lt=before)
    named = old.annotate(kept=Length("name")).filter(Q(kept__gt=0) | Q(person__isnull=False))
    count = 0
    for row in named.order_by("pk"):
        forgetting.empty_neighbour(row)
        count += 1
    return count


def _person(uuid: UUID) -> Any:
    return get_user_model().objects.filter(uuid=uuid).first()


def _request(network: Any, row: HelpRequest) -> Record:
    marks = Wellbeing.objects.filter(request=row).order_by("when")
    fields: Iterator[tuple[Any, Any]] = iter(
        (
            (_("Network"), network.name),
            (_("Day"), clock.local_day(row.noted_at)),
            (_("How it came in"), row.get_via_display()),
            (_("Own words"), row.words.read()),
            (_("What a helper is told"), row.told.read()),
            *selectors.facts_of(row),
            (_("Urgent"), row.urgent),
            (_("Who is called"), f"{row.call_name.read()} {row.call_phone.read()}".strip()),
            (_("How it stands"), row.get_state_display()),
            (_("How it ended, in own words"), row.outcome.read()),
            (_("Would otherwise have gone"), row.get_elsewhere_display()),
            *((_("How well you feel, 0 to 10"), mark.mark) for mark in marks),
        )
    )
    return Record(_("A request for help"), tuple(fields))


def _neighbour(network: Any, row: Neighbour) -> Record:
    fields = (
        (_("Network"), network.name),
        (_("How to reach you"), row.get_reached_by_display()),
        (_("Address"), row.address.read()),
        (_("Postcode"), row.pc4),
        (_("Languages"), ", ".join(spoken_languages.name(code) for code in row.languages)),
        (_("Handy to know"), row.handy.read()),
        (_("You said yes"), row.said_yes_at),
        (_("How"), row.get_said_how_display()),
        (_("To this sentence"), row.sentence),
    )
    return Record(_("That you ask or help"), fields)
