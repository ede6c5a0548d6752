"""What the route counts of a network, for suggestions (rule R2)."""

from datetime import timedelta

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts
from wijknetwerk.roadmap.models import Status, StepProgress, SuggestionDismissal

STUCK_AFTER = timedelta(weeks=12)
ANCHOR = "anchor"
PUT_ASIDE = "suggestions_put_aside"


def count_steps(network_id: int) -> Facts:
    """How the steps stand; one query. The phase is the first word of a step's code."""
    rows = list(
        StepProgress.objects.filter(network=network_id, superseded_at=None).values_list(
            "step", "status", "changed_at"
        )
    )
    busy = [changed for _step, status, changed in rows if status == Status.BUSY]
    before = clock.now() - STUCK_AFTER
    touched = [step for step, status, _at in rows if status in (Status.BUSY, Status.DONE)]
    return {
        "steps_busy": len(busy),
        "steps_done": sum(status == Status.DONE for _step, status, _at in rows),
        "steps_busy_12_weeks": sum(changed < before for changed in busy),
        "anchor_touched": any(step.startswith(f"{ANCHOR}-") for step in touched),
    }


def count_put_aside(network_id: int) -> Facts:
    """Which suggestions are put aside, until which day and at which figure; one query.

    A fact, so that a page asks what is known and what is put aside in one query.
    """
    rows = SuggestionDismissal.objects.filter(
        network=network_id, ended_at=None, until_on__gt=clock.today()
    )
    said = rows.values_list("code", "until_on", "figure")
    return {
        PUT_ASIDE: {
            code: {"until": until.isoformat(), "figure": figure} for code, until, figure in said
        }
    }
