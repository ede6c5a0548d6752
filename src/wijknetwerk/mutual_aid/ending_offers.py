"""The part of offers in a stop of a network (rule N6)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.mutual_aid.models import HelpOffer, OfferState
from wijknetwerk.mutual_aid.services import offer_endings


def register() -> None:
    """Called once, when the app is ready."""
    title = gettext_lazy("Offers of help")
    question = gettext_lazy("Who thanks the helpers, and tells them where else they are welcome?")
    part = EndingPart(title, 30, _tell, _act, question, _keep)
    endings.register("mutual_aid.offers", part)


def _tell(network: Any) -> Sequence[str | Promise]:
    count = HelpOffer.objects.filter(network=network, state=OfferState.OPEN).count()
    if not count:
        return []
    said = ngettext("One offer of help is open.", "%(num)s offers of help are open.", count)
    return [said % {"num": count}]


def _act(*, actor: Actor, network: Any, what: Ending) -> None:
    if what is Ending.STOP:
        offer_endings.stop(network)


def _keep(network: Any) -> Mapping[str, Any]:
    return {"help_offers": HelpOffer.objects.filter(network=network).count()}
