"""A session of a practice: made by who works there. Conferences are put in it one by one, each with
the yes of its own resident (`conference.call` with a session)."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans import access_conferences
from wijknetwerk.plans.models import ConferenceSession

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@transaction.atomic
def make(
    *, actor: Actor, network: "Network", starts_at: datetime, ends_at: datetime
) -> ConferenceSession:
    """Some hours of one's own party. NotFound for who works for none."""
    party = access_conferences.own_party(actor, network)
    if not clock.now() <= starts_at < ends_at:
        raise InvalidInput(_("Choose a time that is still to come."))
    made = ConferenceSession.objects.create(
        network=network,
        organisation_id=party,
        made_by_id=actor.own_id,
        starts_at=starts_at,
        ends_at=ends_at,
    )
    log.record(actor, "plans.conference_session", made, action=Action.CREATE)
    return made
