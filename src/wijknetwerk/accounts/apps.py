"""People and signing in; nothing about care."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Says who is signed in, and the rules of the pages that django-allauth brings."""

    name = "wijknetwerk.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.accounts import pages, signing_in
        from wijknetwerk.core import registries

        registries.provide_actor(signing_in.actor_of_request)
        pages.register()
