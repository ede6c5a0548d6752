"""What the words of a plan bring: what waits on the day to look back, and when that ends."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.core.registries.things import Linked, Thing, came_from
from wijknetwerk.plans.waiting import SENTENCE


def _need_of(actor: Actor, thing: Thing) -> Linked | None:
    """A request for help came from a need of one's own plan: for its resident only."""
    from wijknetwerk.plans.selectors import chosen

    kind, uuid = thing
    need = chosen.need_of(actor, uuid) if kind == chosen.REQUEST else None
    if need is None:
        return None
    url = address("plans:line", need.plan.uuid, "need", need.uuid)
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
    came_from.register("plans.need", _need_of)
    circle.ENDED.append(look_backs.of_place)
    plans.CLOSED.append(look_backs.gone)
    forgetting.MORE.append(look_backs.gone)
