"""What this part of mutual aid registers: offers, what is known of helpers, settings for help."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.registries import Retention
from wijknetwerk.mutual_aid import events_offers, waiting_vacancies

YEAR = timedelta(days=365)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.mutual_aid import ending_offers, suggestions_offers
    from wijknetwerk.mutual_aid import personal_data_offers as kept
    from wijknetwerk.mutual_aid.selectors import offer_facts
    from wijknetwerk.mutual_aid.services import offer_endings

    registries.event_words.update(events_offers.WORDS)
    ending_offers.register()
    suggestions_offers.register()
    waiting_vacancies.register()
    registries.member_ended.register("mutual_aid.offers", offer_endings.member_left)
    registries.network_facts.register("mutual_aid.offers", offer_facts.count)
    registries.personal_data.register("mutual_aid.offers", kept.OffersData())
    ground = _("So that helper and desk can look back for a year.")
    registries.retention.register(
        "mutual_aid.offers",
        Retention(_("Words of offers that ended"), YEAR, ground, kept.forget_offers),
    )
    registries.retention.register(
        "mutual_aid.helper_facts",
        Retention(
            _("What we know of a helper, a year after the last offer ended"),
            YEAR,
            _("Whoever comes back within a year need not begin again."),
            kept.forget_facts,
        ),
    )
