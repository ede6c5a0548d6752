"""What who watches sees of what was agreed, and who that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wijknetwerk.core import log
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_agreements import Watch
from wijknetwerk.plans.models import Agreement, AgreementState
from wijknetwerk.plans.selectors import people
from wijknetwerk.plans.selectors.agreements import party_of
from wijknetwerk.privacy import selectors as privacy
from wijknetwerk.privacy.purposes import PLAN_WATCH


@dataclass(frozen=True, slots=True)
class WatchedRow:
    """All that who watches sees of one agreement."""

    party: str
    due_on: date
    is_done: bool


def watched(watch: Watch) -> Sequence[WatchedRow]:
    """Party, day and done of what is to be done or done, on record before it is shown."""
    log.look(
        watch.actor,
        "plans.watched",
        watch.plan,
        client=watch.plan.resident.uuid,
        consent=watch.consent,
        purpose=PLAN_WATCH.code,
        checks="circle:role,relation,consent,place",
    )
    rows = Agreement.objects.filter(plan=watch.plan).exclude(state=AgreementState.DROPPED)
    found = rows.select_related("place__organisation").order_by("due_on", "pk")
    return [WatchedRow(party_of(row), row.due_on, row.state == "done") for row in found]


def choices_of_watchers(hand: Hand) -> tuple[list[tuple[str, str]], str]:
    """Who of the circle could watch, and who does so now ('' for nobody), for who may see the
    circle; two queries."""
    places = [one for one in people.here(hand) if one.membership]
    if not places:
        return [], ""
    given = privacy.of_a_plan().filter(
        person=hand.plan.resident_id,
        network_uuid=hand.plan.network.uuid,
        purpose=PLAN_WATCH.code,
        valid_from__gte=hand.plan.begun_at,
    )
    watches = given.values_list("party_uuid", flat=True).first()
    watch = [row for row in places if row.membership and row.membership.person.uuid == watches]
    able = [(str(uuid), name) for uuid, name in people.named(places)]
    return able, str(watch[0].uuid) if watch else ""
