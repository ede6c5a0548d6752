"""Who may be trusted to help somebody sign in again (rule A5, decision 0014).

A network that anybody can start proves nothing: whoever made it made its leaders too. So help comes
from the network in which the person takes part longest, once somebody outside approved it, from
two leaders of four weeks' standing who didn't get their place from each other.
"""

from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.actor import Standing
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.registries import NetworkTrust


class NotHere(NotAllowed):
    """Here is not the place. One sentence for every reason: it tells nothing of other networks."""

    code = "help_not_here"
    message = _(
        "You can't help with signing in here. That takes a public network in which this person"
        " takes part longest, and leaders of at least four weeks."
    )


class FromOneHand(NotAllowed):
    """One of the two made the other."""

    code = "helpers_from_one_hand"
    message = _(
        "You got your place or role from the person who started this, or the other way round. Ask"
        " another person to confirm."
    )


def known_for_weeks(since: date) -> bool:
    """A place or role given yesterday is no reason to trust."""
    return since <= clock.today() - timedelta(days=settings.RECOVERY_KNOWN_DAYS)


def leads_openly(person_id: int, network: UUID) -> bool:
    """Whether somebody has led for weeks, in a network that was approved to be public."""
    found = registries.trust_of(network)
    return found is not None and found.is_public and person_id in _leaders(found)


def is_home_of(person_id: int, network: UUID) -> bool:
    """Whether this person takes part here for weeks, and nowhere longer. Of other networks only the
    dates are read, within the person's own scope."""
    present = _present(person_id)
    here = [one.since for one in present if one.network_uuid == network]
    longest = min((one.since for one in present), default=None)
    return bool(here) and here[0] == longest and known_for_weeks(here[0])


def from_one_hand(network: UUID, one: int, other: int) -> bool:
    """Whether one of these two got role or place from the other."""
    found = registries.trust_of(network)
    return found is None or found.gave_place_to(one, other) or found.gave_place_to(other, one)


def leaders_of(network: UUID) -> tuple[NetworkTrust, set[int]] | None:
    """The network, and whoever may help there now; None when it isn't there."""
    found = registries.trust_of(network)
    return None if found is None else (found, _leaders(found))


def _leaders(found: NetworkTrust) -> set[int]:
    return {
        held.person_id
        for held in found.roles
        if held.role in settings.RECOVERY_ROLES and known_for_weeks(held.since)
    }


def _present(person_id: int) -> tuple[Standing, ...]:
    if scope.current().every_network:
        return registries.standings_of(person_id)
    with scope.use(scope.Scope(scope.DatabaseRole.WEB, person_id)):
        return registries.standings_of(person_id)
