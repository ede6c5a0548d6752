"""Putting a suggestion aside, with a reason, and bringing it back."""

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.core.registries import Facts, suggestions
from wijknetwerk.networks.selectors.known import known_facts
from wijknetwerk.networks.services.facts import count_soon, keep_facts
from wijknetwerk.roadmap import access
from wijknetwerk.roadmap.models import SuggestionDismissal
from wijknetwerk.roadmap.selectors.facts import count_put_aside
from wijknetwerk.roadmap.selectors.suggestions import got_worse

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

ASIDE_FOR = timedelta(weeks=12)


@transaction.atomic
def put_aside(
    *, actor: Actor, network: "Network", code: str, reason: str
) -> SuggestionDismissal | None:
    """Leave a suggestion out for twelve weeks, or until its figure grows; members read who did and
    why. None when somebody else just did. Raises NotFound for an unknown code, InvalidInput
    without a reason."""
    access.check_work_on(actor, network)
    rule = suggestions.get(code)
    if rule is None:
        raise NotFound
    if not reason.strip():
        raise InvalidInput(_("Say in a few words why this doesn't fit now."))
    facts = known_facts([network.pk])[network.pk].values
    _make_room(network, code, facts)
    try:
        with transaction.atomic():
            made = SuggestionDismissal.objects.create(
                network=network,
                code=code,
                reason=reason.strip(),
                dismissed_by_id=actor.own_id,
                dismissed_at=clock.now(),
                until_on=clock.today() + ASIDE_FOR,
                figure=facts.get(rule.figure),
            )
    except IntegrityError:
        return None
    _keep(network)
    log.record(actor, "roadmap.suggestion_put_aside", made, action=Action.CREATE, code=code)
    return made


@transaction.atomic
def bring_back(*, actor: Actor, network: "Network", uuid: UUID) -> None:
    """Let a suggestion be made again; twice is as once. NotFound when it was not put aside here."""
    access.check_work_on(actor, network)
    row = SuggestionDismissal.objects.select_for_update().filter(network=network, uuid=uuid).first()
    if row is None:
        raise NotFound
    if row.ended_at is not None:
        return
    row.ended_at = clock.now()
    row.save(update_fields=["ended_at"])
    _keep(network)
    log.record(actor, "roadmap.suggestion_brought_back", row, code=row.code)


def _keep(network: "Network") -> None:
    """The pages see it at once; the worker counts again, in case it was counting just now."""
    keep_facts(network.pk, count_put_aside(network.pk))
    count_soon(network.pk)


def _make_room(network: "Network", code: str, facts: Facts) -> None:
    """A row whose day is over, or whose figure grew, makes room for a new one."""
    rows = SuggestionDismissal.objects.select_for_update()
    for row in rows.filter(network=network, code=code, ended_at=None):
        if row.until_on <= clock.today() or got_worse(code, row.figure, facts):
            row.ended_at = clock.now()
            row.save(update_fields=["ended_at"])
