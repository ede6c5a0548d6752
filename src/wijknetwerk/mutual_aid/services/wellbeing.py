"""How well the asker feels, 0 to 10, in their own view: before the help, if they like to say so."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import Wellbeing
from wijknetwerk.mutual_aid.selectors.neighbours import client_of

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@transaction.atomic
def say_before(*, actor: Actor, network: "Network", request: UUID, mark: int) -> None:
    """Keep the mark of before the help; said again, the newest counts. InvalidInput."""
    found = access.request_for(actor, network, request)
    if not 0 <= mark <= 10:
        raise InvalidInput(_("Choose a mark between 0 and 10."))
    Wellbeing.objects.update_or_create(
        network=network,
        request=found,
        when=Wellbeing.When.BEFORE,
        defaults={"mark": mark, "said_on": clock.today()},
    )
    log.record(actor, "mutual_aid.wellbeing_said", found, client=client_of(found.asker))
