"""What a network settles for help: times, texts, and who hears concerns and complaints."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, Stale
from wijknetwerk.mutual_aid import access_settings
from wijknetwerk.mutual_aid.models import HelpSettings
from wijknetwerk.mutual_aid.services import code_waits, concerns, vacancy_waits
from wijknetwerk.networks.services import facts, people

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

NUMBERS = {"lapse_days": (1, 30), "check_weeks": (6, 8), "complaint_days": (7, 42)}
TEXTS = {
    "code_of_conduct": 4000,
    "insurance": 2000,
    "meldcode_name": 120,
    "meldcode_phone": 20,
    "independent_name": 120,
    "independent_phone": 20,
    "independent_email": 254,
}
PEOPLE = ("concerns_to", "concerns_else")
Changes = Mapping[str, tuple[Any, Any]]


def now(row: HelpSettings) -> dict[str, Any]:
    """The settings as a form shows them; people by the reference of their membership."""
    found: dict[str, Any] = {name: getattr(row, name) for name in (*NUMBERS, *TEXTS)}
    for name in PEOPLE:
        member = getattr(row, name)
        found[name] = member.uuid if member else None
    return found


@transaction.atomic
def change(*, actor: Actor, network: "Network", changes: Changes) -> HelpSettings:
    """Keep what was changed; what was and becomes, by field. Stale when somebody changed the same
    meanwhile. InvalidInput says what to mend."""
    access_settings.require_settling(actor, network)
    row, _made = HelpSettings.objects.select_for_update().get_or_create(network=network)
    row.network = network
    stands = now(row)
    if set(changes) - set(stands):
        raise InvalidInput
    for name, (was, becomes) in changes.items():
        if stands[name] not in (was, becomes):
            raise Stale
        _set(network, row, name, becomes)
    if row.code_of_conduct != stands["code_of_conduct"]:
        row.code_version += 1
        row.code_from = clock.today()
    if row.concerns_to_id is not None and row.concerns_to_id == row.concerns_else_id:
        raise InvalidInput(_("Choose two different people to hear concerns."))
    if row.independent_name and not (row.independent_phone or row.independent_email):
        raise InvalidInput(_("Write down how to reach who hears complaints: by phone or by mail."))
    row.save()
    log.record(actor, "mutual_aid.settings_changed", row, fields=sorted(changes))
    facts.count_soon(network.pk)
    if not changes.keys().isdisjoint(PEOPLE):
        concerns.refresh(network)  # what nobody could hear waits for who is named now
    vacancy_waits.refresh(network)
    code_waits.refresh(network)
    return row


def _set(network: "Network", row: HelpSettings, name: str, value: Any) -> None:
    if name in NUMBERS:
        least, most = NUMBERS[name]
        if not least <= value <= most:
            raise InvalidInput
        setattr(row, name, value)
    elif name in TEXTS:
        if len(value) > TEXTS[name]:
            raise InvalidInput
        setattr(row, name, value.strip())
    else:
        setattr(row, name, _member(network, value))


def _member(network: "Network", value: UUID | None) -> Any:
    return people.active_member(network, value) if value else None
