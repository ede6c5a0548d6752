"""What is counted of agreements: kept, late and let go in a network as a whole; never per person,
and nothing at all while any of the three numbers is about fewer than five plans (E2)."""

from datetime import date, timedelta

from django.db.models import Count, F, Q

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts
from wijknetwerk.plans.models import Agreement, AgreementState

FEWEST = 5
YEAR = timedelta(days=365)


def count(network_id: int) -> Facts:
    """Agreements of the last twelve whole months, by their day; one query. By whole months, so that
    nobody sees a number change on the day that a neighbour does something."""
    before = clock.today().replace(day=1)
    counts = _counts(network_id, before - YEAR, before)
    numbers = {name: counts[name] for name in ("kept", "late", "dropped")}
    plans = [counts[f"{name}_plans"] for name, number in numbers.items() if number]
    if counts["plans"] < FEWEST or any(few < FEWEST for few in plans):
        return {}
    return {f"agreements_{name}_year": number for name, number in numbers.items()}


def _counts(network_id: int, since: date, before: date) -> dict[str, int]:
    done = Q(state=AgreementState.DONE)
    dropped = Q(state=AgreementState.DROPPED)
    kinds = {
        "kept": done & Q(done_on__lte=F("due_on")),
        "late": ~dropped & ~(done & Q(done_on__lte=F("due_on"))),
        "dropped": dropped,
    }
    wanted = {"plans": Count("plan", distinct=True)}
    for name, which in kinds.items():
        wanted[name] = Count("pk", filter=which)
        wanted[f"{name}_plans"] = Count("plan", filter=which, distinct=True)
    rows = Agreement.objects.filter(network=network_id, due_on__gte=since, due_on__lt=before)
    return rows.aggregate(**wanted)
