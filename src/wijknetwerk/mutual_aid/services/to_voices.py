"""Taking a kind of help that too few offer to Meedenken: there people find another answer to it."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid.selectors import figures
from wijknetwerk.voices.services import themes

if TYPE_CHECKING:
    from uuid import UUID

    from wijknetwerk.networks.models import Network


@transaction.atomic
def take(*, actor: Actor, network: "Network", code: str) -> "UUID":
    """Make a theme of it, with figures about five people or more and nobody's words. Who may make
    themes is decided there. NotFound when it is not so any more."""
    found = figures.unserved_of(network, code)
    if found is None:
        raise NotFound
    made = themes.make(
        actor=actor,
        network=network,
        title=_("Who helps with: %(kind)s?") % {"kind": found.title.lower()},
        about=_(
            "In the past year at least %(asked)s people asked for help with this. For at least"
            " %(unserved)s of them nobody was found. What else could we do together?"
        )
        % {"asked": found.asked, "unserved": found.unserved},
        stories=(),
    )
    return made.uuid
