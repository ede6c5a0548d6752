"""What is counted of helpers, for the facts of a network: counts, never of a person."""

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts
from wijknetwerk.mutual_aid.models import HelpOffer, HelpSettings, OfferState
from wijknetwerk.mutual_aid.selectors.help_settings import vacancies
from wijknetwerk.mutual_aid.selectors.offers import long_not_asked, with_room


def count(network_id: int) -> Facts:
    """Helpers with an open offer, with room, not asked for 90 days; and who must be named still for
    complaints and worries, which is not known while nobody helps. Four queries."""
    rows = HelpOffer.objects.filter(network=network_id)
    counted = {
        "helpers_open": rows.filter(state=OfferState.OPEN),
        "helpers_with_room": with_room(rows, clock.today()),
        "helpers_not_asked_90_days": long_not_asked(rows),
    }
    found = {name: of.values("helper").distinct().count() for name, of in counted.items()}
    if not found["helpers_open"]:
        return found
    settled = HelpSettings.objects.filter(network=network_id).first() or HelpSettings()
    return {**found, "help_vacancies": vacancies(settled)}
