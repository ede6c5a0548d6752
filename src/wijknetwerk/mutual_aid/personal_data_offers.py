"""What help between neighbours keeps of who helps, and how it goes (rule K3)."""

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
from wijknetwerk.mutual_aid.models import HelperFact, HelpOffer, HelpSettings, OfferState
from wijknetwerk.mutual_aid.selectors.kinds import all_of
from wijknetwerk.mutual_aid.selectors.offer_words import (
    fact_words,
    is_older,
    offer_words,
    with_code_now,
)
from wijknetwerk.mutual_aid.services import offer_endings
from wijknetwerk.networks.personal_data import networks_of


class OffersData:
    """What one person offers, and what is known of them as a helper."""

    title: str | Promise = _("What you offered neighbours")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All offers, all facts; of what they wrote down for others only that they did."""
        person = _person(person_uuid)
        if person is None:
            return
        for network in networks_of(person):
            yield from _of_network(network, person)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """What is open ends and the words go; facts are deleted."""
        person = _person(person_uuid)
        if person is None:
            return []
        offered = known = noted = 0
        for network in networks_of(person):
            rows = HelpOffer.objects.filter(network=network)
            offer_endings.end_open(rows.filter(helper__person=person))
            for row in rows.filter(helper__person=person).order_by("pk"):
                offer_endings.empty(row)
                offered += 1
            facts = HelperFact.objects.filter(network=network)
            known += facts.filter(helper__person=person).delete()[0]
            noted += facts.filter(noted_by=person).update(noted_by=None)
            noted += rows.filter(noted_by=person).update(noted_by=None)
            settled = HelpSettings.objects.filter(network=network)
            settled.filter(concerns_to__person=person).update(concerns_to=None)
            settled.filter(concerns_else__person=person).update(concerns_else=None)
            log.record(actor, "mutual_aid.offers_erased", network, client=person_uuid)
        stays = _("That somebody offered help stays in the counts, without your name.")
        return [
            Erasure(_("What you offered neighbours"), offered, "deleted", stays),
            Erasure(_("What the desk knew of you as a helper"), known, "deleted"),
            Erasure(_("What you wrote down of other helpers"), noted, "anonymised"),
        ]


def forget_offers(*, before: datetime) -> int:
    """Erase the words of offers that ended before this instant."""
    old = HelpOffer.objects.filter(ended_on__lt=clock.local_day(before))
    left = old.annotate(said=Length("words"), rather_not=Length("not_words"))
    rows = left.filter(Q(said__gt=0) | Q(rather_not__gt=0)).order_by("pk")
    count = 0
    for row in rows:
        offer_endings.empty(row)
        count += 1
    return count


def forget_facts(*, before: datetime) -> int:
    """Delete what is known of who helps no more, a year after the last offer ended."""
    day = clock.local_day(before)
    lately = Q(state=OfferState.OPEN) | Q(ended_on__gte=day)
    helps = HelpOffer.objects.filter(lately, helper=OuterRef("helper"))
    return HelperFact.objects.filter(~Exists(helps), on__lt=day).delete()[0]


def _person(uuid: UUID) -> Any:
    return get_user_model().objects.filter(uuid=uuid).first()


def _of_network(network: Any, person: Any) -> Iterator[Record]:
    today = clock.today()
    name = (_("Network"), network.name)
    facts = HelperFact.objects.filter(network=network)
    for fact in with_code_now(facts.filter(helper__person=person)).order_by("on", "pk"):
        words = fact_words(fact.kind, fact.on, today, older=is_older(fact))
        said = (_("What we know"), words)
        yield Record(_("What the desk knows of you as a helper"), (name, said))
    rows = HelpOffer.objects.filter(network=network)
    known = all_of(network)
    for row in rows.filter(helper__person=person).order_by("pk"):
        yield _offer(name, row, known)
    for row in rows.filter(noted_by=person).exclude(helper__person=person).order_by("pk"):
        day = (_("Day"), clock.local_day(row.noted_at))
        yield Record(_("An offer of somebody else that you wrote down"), (name, day))
    for fact in facts.filter(noted_by=person).exclude(helper__person=person).order_by("pk"):
        what = (_("What"), fact.get_kind_display())
        yield Record(
            _("Something that you wrote down of a helper"), (name, what, (_("Day"), fact.on))
        )


def _offer(name: tuple[Any, str], row: HelpOffer, known: Any) -> Record:
    said = offer_words(row, known, clock.today())
    fields = (
        name,
        (_("Day"), clock.local_day(row.noted_at)),
        (_("What"), ", ".join(said.kinds)),
        (_("In own words"), said.words),
        (_("When"), said.when),
        (_("How often"), said.rhythm),
        (_("How far"), said.reach),
        (_("For how many"), said.room),
        (_("No problem"), "; ".join(said.can)),
        (_("Rather not"), said.not_words),
        (_("Period"), said.period),
        (_("Pause"), said.pause),
        (_("How it stands"), row.get_state_display()),
    )
    return Record(_("An offer to help"), fields)
