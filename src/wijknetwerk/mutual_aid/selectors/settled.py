"""What a network has settled for help between neighbours; the defaults hold until it did."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wijknetwerk.mutual_aid.models import HelpSettings

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network


def of(network: "Network") -> HelpSettings:
    """The settings of the network, or unsaved ones with the defaults."""
    return first(rows(network), network)


def rows(network: "Network") -> "QuerySet[HelpSettings]":
    """The row of these settings, if there is one; for `first`."""
    found = HelpSettings.objects.select_related("concerns_to__person", "concerns_else__person")
    return found.filter(network=network)


def first(found: Iterable[HelpSettings], network: "Network") -> HelpSettings:
    """The settings that were read, or unsaved ones with the defaults."""
    return next(iter(found), None) or HelpSettings(network=network)
