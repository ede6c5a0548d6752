"""What the words of a plan bring: what waits on the day to look back, and when that ends."""

from collections.abc import Mapping
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.core.registries.things import CameFrom, Linked, came_from
from wijknetwerk.plans.waiting import SENTENCE


def _need_of() -> Mapping[str, Any]:
    """The need of the asker's own plan that a request for help answers, the latest."""
    from wijknetwerk.plans.models import Need

    needs = Need.objects.filter(
        help_request=OuterRef("pk"), resident=OuterRef("asker__person"), gone_at=None
    ).order_by("-pk")
    return {
        "need_uuid": Subquery(needs.values("uuid")[:1]),
        "plan_uuid": Subquery(needs.values("plan__uuid")[:1]),
    }


def _to_need(row: Any) -> Linked | None:
    if row.need_uuid is None:
        return None
    url = address("plans:line", row.plan_uuid, "need", row.need_uuid)
    return Linked(str(_("This belongs to your plan")), url)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.plans import access_lists
    from wijknetwerk.plans.selectors import look_back_waits as waits
    from wijknetwerk.plans.services import circle, forgetting, look_backs, plans

    kind = WaitingKind(
        title=SENTENCE,
        outside=SENTENCE,
        button=_("Open it"),
        icon="lock",
        url="plans:plan",
        still_true=waits.still,
        wanted=waits.wanted,
        opens=access_lists.that_open,
    )
    waiting_kinds.register(waits.LOOK_BACK, kind)
    came_from.register("plans.need", CameFrom("mutual_aid.request", _need_of, _to_need))
    circle.ENDED.append(look_backs.of_place)
    plans.CLOSED.append(look_backs.gone)
    forgetting.MORE.append(look_backs.gone)
