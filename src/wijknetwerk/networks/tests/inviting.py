"""What tests of inviting and joining share."""

import re

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.networks.models import Invitation
from wijknetwerk.networks.services import invitations
from wijknetwerk.networks.services.invitations import Wish


def invite(cast: Cast, by: str = "dewi", **wish: object) -> Invitation:
    """An invitation, as the service makes it."""
    actor = cast.actor(by)
    whole = Wish(**{"name": "Nel Bos", "email": "nel@voorbeeld.example", **wish})  # type: ignore[arg-type]
    with scope.acting(actor):
        return invitations.invite(actor=actor, network=cast.linde, wish=whole)


def secret_of(email: str = "nel@voorbeeld.example") -> str:
    """The secret in the newest mail to this address."""
    mail = OutgoingMail.objects.filter(to_address=email).latest("pk")
    found = re.search(r"/meedoen/link/([^/\s]+)/", mail.body)
    assert found is not None
    return found[1]


def fresh(invitation: Invitation) -> Invitation:
    """The invitation as it is stored now."""
    with scope.acting(SYSTEM):
        return Invitation.objects.select_related("membership").get(pk=invitation.pk)
