"""What help between neighbours keeps of who helps whom, and how it goes (rule K3)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import Match, MatchState, MatchStep
from wijknetwerk.mutual_aid.services import match_leaving
from wijknetwerk.networks.personal_data import networks_of

OVER = (MatchState.ENDED, MatchState.CLOSED)


class MatchesData:
    """Whom one person helped and was helped by, as far as they may know of it (rule H1): the other
    is never named here, because the way back closes when it ends."""

    title: str | Promise = _("Neighbours whom you help, or who help you")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """What both sides know of it, what one did oneself, which meetings one came along to."""
        person = _person(person_uuid)
        if person is None:
            return
        for network in networks_of(person):
            rows = Match.objects.filter(access.known_to(person.pk), network=network)
            whole = ("request__asker", "offer__helper")
            for row in rows.select_related(*whole).order_by("pk"):
                yield _match(network, person, row)
            for row in _along(network, person).order_by("pk"):
                yield Record(_("You came along to a first meeting"), _meeting(network, row))
            steps = MatchStep.objects.filter(network=network, by=person).order_by("pk")
            for step in steps:
                fields = (
                    (_("Network"), network.name),
                    (_("Day"), clock.local_day(step.at)),
                    (_("What"), step.get_act_display()),
                )
                yield Record(_("What you noted or answered about help"), fields)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """What is open ends, words go, and nowhere stands who did it."""
        person = _person(person_uuid)
        if person is None:
            return []
        count = steps = 0
        for network in networks_of(person):
            asks, helps = Q(request__asker__person=person), Q(offer__helper__person=person)
            mine = Match.objects.filter(asks | helps, network=network)
            match_leaving.close(mine, "mutual_aid.person_erased")
            for row in mine.order_by("pk"):
                _empty(row)
                count += 1
            for row in _along(network, person).select_related("network"):
                match_leaving.nobody_along(row)
            steps += MatchStep.objects.filter(network=network, by=person).update(by=None)
            log.record(actor, "mutual_aid.matches_erased", network, client=person_uuid)
        stays = _("That neighbours helped each other stays in the counts, without your name.")
        return [
            Erasure(_("Neighbours whom you help, or who help you"), count, "anonymised", stays),
            Erasure(_("What you noted or answered about help"), steps, "anonymised"),
        ]


def forget_matches(*, before: datetime) -> int:
    """Erase the words of what was over before this instant, and who did what."""
    lately = MatchStep.objects.filter(match=OuterRef("pk"), at__gte=before)
    named = MatchStep.objects.filter(match=OuterRef("pk")).exclude(by=None)
    old = Match.objects.filter(~Exists(lately), state__in=OVER).annotate(
        told_long=Length("told"), outcome_long=Length("outcome"), why_long=Length("why")
    )
    words = Q(told_long__gt=0) | Q(outcome_long__gt=0) | Q(why_long__gt=0)
    count = 0
    for row in old.filter(words | Exists(named)).order_by("pk"):
        _empty(row)
        MatchStep.objects.filter(match=row).update(by=None)
        count += 1
    return count


def _empty(row: Match) -> None:
    row.told = row.outcome = row.why = ""
    row.save(update_fields=["told", "outcome", "why"])


def _person(uuid: UUID) -> Any:
    return get_user_model().objects.filter(uuid=uuid).first()


def _along(network: Any, person: Any) -> QuerySet[Match]:
    return Match.objects.filter(network=network, meet_with__person=person)


def _meeting(network: Any, row: Match) -> tuple[tuple[Any, Any], ...]:
    return ((_("Network"), network.name), (_("Day"), row.meet_on))


def _match(network: Any, person: Any, row: Match) -> Record:
    helps = row.offer.helper.person_id == person.pk
    fields: Iterator[tuple[Any, Any]] = iter(
        (
            (_("Network"), network.name),
            (_("What a helper is told"), row.told.read()),
            (_("How it stands"), row.get_state_display()),
            (_("Asked on"), clock.local_day(row.asked_at) if row.asked_at else None),
            (_("Both said yes on"), clock.local_day(row.agreed_at) if row.agreed_at else None),
            (_("Running since"), row.began_on),
            (_("Ended on"), row.ended_on),
            (_("How it went, in own words"), row.outcome.read()),
        )
    )
    return Record(_("You help a neighbour") if helps else _("A neighbour helps you"), tuple(fields))
