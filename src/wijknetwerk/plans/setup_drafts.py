"""Whether a form about a plan still opens, for what somebody typed in it and did not send."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wijknetwerk.core.actor import Actor

if TYPE_CHECKING:
    from wijknetwerk.plans.models import ResidentPlan


def opens(actor: Actor, name: str, parts: Mapping[str, Any]) -> bool:
    """The gate of the plan whose form it is; of the carer's own word, the carer's. NotFound.
    Whether it is one's own."""
    from wijknetwerk.plans import access, access_carer

    if name == "carer_own":
        return bool(access_carer.own_place(actor, parts["uuid"]))
    return "uuid" not in parts or access.plan_for(actor, parts["uuid"]).is_resident


def _forget(plan: "ResidentPlan") -> None:
    from wijknetwerk.core import drafts

    drafts.forget_about(plan.uuid)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.core import registries
    from wijknetwerk.plans.services import forgetting

    registries.draft_gates.register("plans", opens)
    forgetting.MORE.append(_forget)
