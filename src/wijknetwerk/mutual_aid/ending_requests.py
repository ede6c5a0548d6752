"""The part of requests in a rest or a stop of a network (rule N6)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.mutual_aid.models import OPEN_REQUESTS, HelpRequest
from wijknetwerk.mutual_aid.services import forgetting


def register() -> None:
    """Called once, when the app is ready."""
    title = gettext_lazy("Requests for help")
    question = gettext_lazy("Who calls each asker, and says where else they can go?")
    part = EndingPart(title, 29, _tell, _act, question, _keep)
    endings.register("mutual_aid.requests", part)


def _tell(network: Any) -> Sequence[str | Promise]:
    count = HelpRequest.objects.filter(network=network, state__in=OPEN_REQUESTS).count()
    if not count:
        return []
    said = ngettext("One request is open.", "%(num)s requests are open.", count)
    return [said % {"num": count}]


def _act(*, actor: Actor, network: Any, what: Ending) -> None:
    if what is Ending.STOP:
        forgetting.withdraw_of(network)


def _keep(network: Any) -> Mapping[str, Any]:
    rows = HelpRequest.objects.filter(network=network).values_list("state")
    return {"help_requests": dict(rows.annotate(n=Count("pk")).order_by("state"))}
