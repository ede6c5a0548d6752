"""Consent, retention, personal data, and 'who looked'. See docs/privacy.md."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.addresses import address


class PrivacyConfig(AppConfig):
    """Registers consents as personal data, the words of its events, and 'Mijn gegevens'."""

    name = "wijknetwerk.privacy"
    label = "privacy"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core import registries
        from wijknetwerk.privacy.personal_data import ConsentData

        registries.personal_data.register("privacy.consents", ConsentData())
        registries.event_words.update(EVENT_WORDS)
        registries.menu.register(
            "privacy.my_data",
            registries.MenuItem(
                label=_("My data"),
                icon="shield",
                url=lambda actor, standing: address("privacy:my_data"),
                section="person",
                order=90,
            ),
        )


EVENT_WORDS = {
    "privacy.own_data_read": _("Read your data"),
    "privacy.own_data_printed": _("Opened your data to print"),
    "privacy.own_data_taken": _("Downloaded your data"),
    "privacy.own_log_read": _("Read who looked"),
    "privacy.consent_given": _("Gave permission"),
    "privacy.consent_withdrawn": _("Stopped a permission"),
    "privacy.consent_ended_with_membership": _(
        "Ended a permission of yours, because your place in a network ended"
    ),
}
