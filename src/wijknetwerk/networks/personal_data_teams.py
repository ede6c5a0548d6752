"""What teams keep about a person, and how it goes (rule K3)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.networks.models import (
    Connector,
    Membership,
    Network,
    TeamAsk,
    TeamLine,
    TeamMember,
)
from wijknetwerk.networks.personal_data import networks_of
from wijknetwerk.networks.selectors.teams import discipline_name
from wijknetwerk.networks.services.team_endings import end_for

PERIODS_STAY = _("Who was in which team when stays on record, without your name.")


class TeamsData:
    """Places in teams, being connector, lines to colleagues and questions of one person."""

    title: str | Promise = _("Teams that you are in")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All of it, of teams that were left or ended too."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        for network in networks_of(person):
            yield from _places(network, person)
            yield from _connectors(network, person)
            yield from _lines(network, person)
            yield from _asks(network, person)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """End what still runs and erase numbers and words; periods stay, without the name."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        counts = {"periods": 0, "lines": 0, "words": 0}
        for network in networks_of(person):
            members = Membership.objects.filter(network=network, person=person)
            for member in members.select_for_update(of=("self",)).order_by("pk"):
                member.network = network
                end_for(member)
            mine = {"network": network, "membership__person": person}
            counts["periods"] += TeamMember.objects.filter(**mine).count()
            counts["periods"] += Connector.objects.filter(**mine).count()
            counts["lines"] += TeamLine.objects.filter(**mine).update(to_whom="", how="")
            counts["words"] += _own_words(network, person).update(words="")
            log.record(actor, "networks.team_words_erased", network, client=person_uuid)
        return [
            Erasure(_("Places in teams"), counts["periods"], "anonymised", PERIODS_STAY),
            Erasure(_("To whom you took things back"), counts["lines"], "anonymised"),
            Erasure(_("Your words with a question to a team"), counts["words"], "anonymised"),
        ]


def forget_ask_words(before: datetime) -> int:
    """Erase the words of questions that were answered before this instant."""
    rows = TeamAsk.objects.filter(answered_at__lt=before).exclude(words="")
    return rows.update(words="")


def _places(network: Network, person: Any) -> Iterator[Record]:
    rows = TeamMember.objects.filter(network=network, membership__person=person)
    for row in rows.select_related("team").order_by("from_on", "pk"):
        yield Record(
            _("Place in a team"),
            (
                (_("Network"), network.name),
                (_("Team"), row.team.name),
                (_("From"), row.from_on),
                (_("Until"), row.until_on),
                (_("Arranges and chairs the team"), row.is_lead),
                (_("Speaks for"), row.get_represents_display()),
            ),
        )


def _connectors(network: Network, person: Any) -> Iterator[Record]:
    rows = Connector.objects.filter(network=network, membership__person=person)
    for row in rows.select_related("team").order_by("from_on", "pk"):
        yield Record(
            _("Connector of a team"),
            (
                (_("Network"), network.name),
                (_("Team"), row.team.name),
                (_("Profession"), discipline_name(row.discipline)),
                (_("From"), row.from_on),
                (_("Until"), row.until_on),
                (_("Phone number shown to members"), row.phone_shown),
                (_("Number for this task"), row.phone),
            ),
        )


def _lines(network: Network, person: Any) -> Iterator[Record]:
    rows = TeamLine.objects.filter(network=network, membership__person=person)
    for row in rows.select_related("team").order_by("from_on", "pk"):
        yield Record(
            _("What you take back from a team"),
            (
                (_("Network"), network.name),
                (_("Team"), row.team.name),
                (_("To whom"), row.to_whom),
                (_("How"), row.how),
                (_("How often"), row.get_often_display()),
                (_("From"), row.from_on),
                (_("Until"), row.until_on),
            ),
        )


def _asks_of(network: Network, person: Any) -> Any:
    two = Q(membership__person=person) | Q(asked_by__person=person)
    return TeamAsk.objects.filter(two, network=network)


def _own_words(network: Network, person: Any) -> Any:
    rows = TeamAsk.objects.filter(network=network, asked_by__person=person)
    return rows.exclude(words="")


def _asks(network: Network, person: Any) -> Iterator[Record]:
    rows = _asks_of(network, person).select_related("team", "asked_by")
    for row in rows.order_by("asked_at", "pk"):
        words = row.words if row.asked_by.person_id == person.pk else ""
        yield Record(
            _("Question in a team"),
            (
                (_("Network"), network.name),
                (_("Team"), row.team.name),
                (_("What"), row.get_kind_display()),
                (_("Asked"), row.asked_at),
                (_("Your words"), words),
                (_("Answer"), row.get_state_display()),
            ),
        )
