"""What was agreed in Amina's plan, in tests."""

from datetime import timedelta
from typing import Any

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans.models import Agreement, CircleMember, ResidentPlan
from wijknetwerk.plans.services import agreements
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, do, place, row, shares

SOON = TODAY + timedelta(days=10)


def worked_from(cast: Cast) -> ResidentPlan:
    """Amina's plan; Els, the nurse, works from it; Bas, her son, reads everything."""
    made = begun(cast)
    shares(cast, made, place(cast, made, "els", "professional"), BUT_MONEY)
    shares(cast, made, place(cast, made, "bas", "family"))
    return made


def at(plan: ResidentPlan, cast: Cast, name: str) -> CircleMember:
    found: CircleMember = row(CircleMember, plan=plan, membership=cast.members[name])
    return found


def agreed(cast: Cast, plan: ResidentPlan, by: str = "els", **fields: Any) -> Agreement:
    """Els changes the bandage before ten days are over, unless it says otherwise."""
    who = fields.pop("who", None) or Who(place=at(plan, cast, "els").uuid)
    deal = Deal(**{"what": "Verband om de dag", "due_on": SOON, "who": who, **fields})
    made: Agreement = do(cast, plan, by, agreements.make, deal=deal)
    return made


def waiting_for(kind: str) -> set[tuple[int, Any]]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=kind, done_at=None)
        assert all(row.words == {} for row in rows)
        return {(row.person_id, row.subject) for row in rows}
