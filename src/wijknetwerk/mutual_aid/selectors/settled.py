"""What a network has settled for help between neighbours; the defaults hold until it did."""

from typing import TYPE_CHECKING

from wijknetwerk.mutual_aid.models import HelpSettings

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def of(network: "Network") -> HelpSettings:
    """The settings of the network, or unsaved ones with the defaults."""
    rows = HelpSettings.objects.select_related("concerns_to__person", "concerns_else__person")
    return rows.filter(network=network).first() or HelpSettings(network=network)
