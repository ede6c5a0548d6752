"""Amina's plan, by the real services, and beside it a model that knows nothing of tables."""

from dataclasses import dataclass

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Membership, Organisation, Partner
from wijknetwerk.plans.models import PlanSettings
from wijknetwerk.plans.services import plans
from wijknetwerk.plans.tests.history_circle import CircleActs
from wijknetwerk.plans.tests.history_model import READERS, Ground
from wijknetwerk.plans.tests.history_rights import RightActs
from wijknetwerk.plans.tests.history_things import ThingActs


@dataclass
class History(ThingActs, CircleActs, RightActs):
    """The model, and the acts that change both."""


LIKELY = ("put", "put", "put", "share", "share", "share", "share")
STEPS = (
    *LIKELY,
    *("take_out", "stop", "leave", "comes_back", "works_elsewhere", "party_ends", "speaks_for"),
    *("speaks_for", "speaks_no_more", "emergency", "close", "write", "work", "time_passes"),
    *("talk_without", "refer_no_more"),
)
MADE = ("message", "message", "document", "talk", "talk", "refer", "carer_says")
"""What there is to read; two of these stand in each history."""


LAST = ("network_stops", "account_closes")
"""What now and then comes last of all: after it nobody does anything more."""


def laid(cast: Cast) -> Ground:
    """The plan, a second party, and break-glass switched on; made once."""
    with scope.acting(SYSTEM):
        wijkzorg = Organisation.objects.get()
        welzijn = Organisation.objects.create(name="Welzijn", kind="welfare")
        second = Partner.objects.create(network=cast.linde, organisation=welzijn, from_on=TODAY)
        Membership.objects.filter(pk=cast.members["lena"].pk).update(
            organisation=welzijn, partner=second
        )
        PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    actor = cast.actor("amina")
    with scope.acting(actor):
        plan = plans.begin(actor=actor, network=cast.linde)
    first = (wijkzorg, cast_partner(wijkzorg))
    return Ground(plan, {"wijkzorg": first, "welzijn": (welzijn, second)})


def cast_partner(organisation: Organisation) -> Partner:
    """The partnership of a party of the cast."""
    with scope.acting(SYSTEM):
        return Partner.objects.get(organisation=organisation)


__all__ = ["LAST", "READERS", "STEPS", "Ground", "History", "laid"]
