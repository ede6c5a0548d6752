"""Kinds of help of a network's own, below one of the first level."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access, kinds
from wijknetwerk.mutual_aid.models import OwnKind

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

MOST = 60


@transaction.atomic
def add(
    *, actor: Actor, network: "Network", first: str, title: str, words: tuple[str, ...] = ()
) -> OwnKind:
    """A kind below `first`; one that ended before comes back. InvalidInput."""
    access.require_desk(actor, network)
    title = " ".join(title.split())
    code = f"{first}.{slugify(title)}"[:60]
    shipped = kinds.shipped()
    if first not in shipped or "." in first or not slugify(title):
        raise InvalidInput(_("Choose below which kind it comes, and give it a name."))
    rows = OwnKind.objects.filter(network=network)
    row = rows.filter(code=code).first()
    if code in shipped or (row is not None and row.ended_on is None):
        raise InvalidInput(_("This kind is there already."))
    if row is None and rows.filter(ended_on=None).count() >= MOST:
        raise InvalidInput(_("A network has at most 60 kinds of its own. End one first."))
    row = row or OwnKind(network=network, code=code)
    row.title, row.words, row.ended_on = title, [word for word in words if word], None
    row.save()
    log.record(actor, "mutual_aid.kind_added", row, action=Action.CREATE, code=code)
    return row


@transaction.atomic
def end(*, actor: Actor, network: "Network", code: str) -> None:
    """It is suggested and chosen no more; what has it keeps its first level. Twice is once."""
    access.require_desk(actor, network)
    row = OwnKind.objects.filter(network=network, code=code).first()
    if row is None:
        raise NotFound
    if row.ended_on is None:
        row.ended_on = clock.today()
        row.save(update_fields=["ended_on"])
        log.record(actor, "mutual_aid.kind_ended", row, code=code)
