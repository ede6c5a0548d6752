"""People and signing in; nothing about care."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Says who is signed in, and the rules of the pages that django-allauth brings."""

    name = "wijknetwerk.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.accounts import (
            events,
            keeping,
            pages,
            receivers,  # noqa: F401
            signing_in,
        )
        from wijknetwerk.accounts.draft_data import DraftData
        from wijknetwerk.accounts.personal_data import AccountData
        from wijknetwerk.accounts.rotating import AuthenticatorSecrets
        from wijknetwerk.core import registries
        from wijknetwerk.core.crypto import rotation

        registries.provide_actor(signing_in.actor_of_request)
        registries.provide_choices(keeping.choices)
        registries.personal_data.register("accounts", AccountData())
        registries.personal_data.register("accounts.drafts", DraftData())
        rotation.elsewhere.register("accounts.authenticators", AuthenticatorSecrets())
        registries.event_words.update(events.WORDS)
        pages.register()
        keeping.register_retention()
