"""What rounds, initiatives and experiments keep about a person, and how it goes (rule K3).

What somebody voted is kept nowhere, so it can't be given or erased; that stands in the record.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.voices.models import (
    Experiment,
    Initiative,
    InitiativeNeed,
    InitiativePerson,
    PriorityRound,
    RoundBallot,
    RoundCount,
    RoundVoter,
    VoterGroup,
)

READER = Actor.system("voices.personal_data")


class RoundsData:
    """Rounds one voted in or arranged, initiatives, promises and experiments of one person."""

    title: str | Promise = _("Rounds of dots and initiatives")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All of it, over all networks, also those that were left."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        with scope.acting(READER):
            found = [*_rounds(person), *_initiatives(person), *_work(person)]
        yield from found

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Who voted is deleted; the rest goes on without the name."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        with scope.acting(READER):
            voted = RoundVoter.objects.filter(person=person).delete()[0]
            written = Initiative.objects.filter(made_by__person=person).update(made_by=None)
            Initiative.objects.filter(supporter__person=person).update(supporter=None)
            places = InitiativePerson.objects.filter(membership__person=person)
            places.filter(until_on=None).update(until_on=clock.today())
            log.record(actor, "voices.rounds_erased", None, client=person_uuid)
            return [
                Erasure(_("That you voted in a round of dots"), voted, "deleted"),
                Erasure(_("Initiatives that you wrote down"), written, "anonymised", _STAYS),
                Erasure(_("Your places in initiatives"), places.count(), "anonymised", _STAYS),
            ]


_STAYS = _("The initiative belongs to its people and goes on, without your name.")


def forget_voters(*, before: datetime) -> int:
    """Delete who voted in rounds closed before this day, and their ballots."""
    old = PriorityRound.objects.filter(closed_on__lt=before.date())
    for one in old.filter(ballots__isnull=False).distinct():
        one.ballots.all().delete()
    return RoundVoter.objects.filter(round__in=old).delete()[0]


def _rounds(person: Any) -> Iterator[Record]:
    for vote in RoundVoter.objects.filter(person=person).select_related("network", "round"):
        yield Record(
            _("That you voted in a round of dots"),
            (
                (_("Network"), vote.network.name),
                (_("Question"), vote.round.question),
                (_("What you voted"), _("That is kept nowhere.")),
            ),
        )
    rows = PriorityRound.objects.filter(opened_by__person=person).select_related("network")
    for row in rows.order_by("pk"):
        yield Record(
            _("A round of dots that you arranged"),
            ((_("Network"), row.network.name), (_("Question"), row.question)),
        )
    printed = Counter(
        RoundBallot.objects.filter(made_by=person).values_list("network__name", "round__question")
    )
    typed = RoundCount.objects.filter(by=person, option=None, way__in=("ballot", "sheet"))
    sources = typed.values_list("network__name", "round__question", "group", "people")
    for (network, question), number in sorted(printed.items()):
        yield Record(
            _("Ballots that you printed"),
            ((_("Network"), network), (_("Question"), question), (_("How many"), number)),
        )
    for network, question, group, people in sources.order_by("pk"):
        yield Record(
            _("Dots that you typed over"),
            (
                (_("Network"), network),
                (_("Question"), question),
                (_("Of"), VoterGroup(group).label),
                (_("People"), people),
            ),
        )


def _initiatives(person: Any) -> Iterator[Record]:
    for kind, rows in (
        (_("An initiative that you wrote down"), Initiative.objects.filter(made_by__person=person)),
        (_("An initiative that you support"), Initiative.objects.filter(supporter__person=person)),
    ):
        for row in rows.select_related("network").order_by("pk"):
            yield Record(kind, ((_("Network"), row.network.name), (_("Called"), row.title)))
    places = InitiativePerson.objects.filter(membership__person=person)
    for place in places.select_related("network", "initiative").order_by("from_on", "pk"):
        yield Record(
            _("Your place in an initiative"),
            (
                (_("Network"), place.network.name),
                (_("Initiative"), place.initiative.title),
                (_("You pull it"), place.pulls),
                (_("From"), place.from_on),
                (_("Until"), place.until_on),
            ),
        )


def _work(person: Any) -> Iterator[Record]:
    needs = InitiativeNeed.objects.filter(promised_by__person=person)
    for need in needs.select_related("network", "initiative").order_by("pk"):
        yield Record(
            _("Something you promised an initiative"),
            (
                (_("Network"), need.network.name),
                (_("Initiative"), need.initiative.title),
                (_("What"), need.what),
                (_("By"), need.by_on),
                (_("How far it is"), need.get_state_display()),
            ),
        )
    for tried in Experiment.objects.filter(owner__person=person).select_related("network"):
        yield Record(
            _("An experiment of yours"),
            (
                (_("Network"), tried.network.name),
                (_("Question"), tried.question),
                (_("What we try"), tried.tries),
                (_("What we learned"), tried.lesson),
                (_("From"), tried.begun_on),
                (_("Until"), tried.ends_on),
            ),
        )
