"""What is counted of checks: of the network as a whole, and never about fewer than five people."""

from datetime import timedelta
from typing import Any

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts
from wijknetwerk.mutual_aid.hiding import FEWEST
from wijknetwerk.mutual_aid.models import FollowUp, Going, Side
from wijknetwerk.mutual_aid.selectors import check_waits

YEAR = timedelta(days=365)


def count(network_id: int) -> Facts:
    """Facts of one network in two queries; what is about fewer than five people is left out.

    The share counts each person once, with the newest answer. Who was content and who was not must
    each be five or nobody: otherwise the share would tell of the few.
    """
    facts: dict[str, Any] = {}
    due = check_waits.due_on(clock.today()).filter(network=network_id).count()
    if due >= FEWEST:
        facts["checks_due"] = due
    newest = _newest(network_id)
    content = sum(newest.values())
    if len(newest) >= FEWEST:
        facts["checks_answered_year"] = len(newest)
        if all(few == 0 or few >= FEWEST for few in (content, len(newest) - content)):
            facts["checks_content_share"] = round(content / len(newest), 2)
    return facts


def _newest(network_id: int) -> dict[int, bool]:
    """The people who answered in the last year, and whether they were content the last time."""
    since = clock.now() - YEAR
    rows = FollowUp.objects.filter(network=network_id, answered_at__gte=since)
    found: dict[int, bool] = {}
    for side, asker, helper, content in rows.order_by("answered_at", "pk").values_list(
        "side", "match__request__asker", "match__offer__helper", "content"
    ):
        found[asker if side == Side.ASKER else helper] = content == Going.YES
    return found
