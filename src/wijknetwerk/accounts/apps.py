"""People and signing in; nothing about care."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Says who is signed in, and the rules of the pages that django-allauth brings."""

    name = "wijknetwerk.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from datetime import timedelta

        from django.conf import settings
        from django.utils.translation import gettext_lazy as _

        from wijknetwerk.accounts import pages, receivers, signing_in  # noqa: F401
        from wijknetwerk.accounts.personal_data import AccountData
        from wijknetwerk.accounts.services import upkeep
        from wijknetwerk.core import registries
        from wijknetwerk.core.registries import Retention

        registries.provide_actor(signing_in.actor_of_request)
        pages.register()
        registries.personal_data.register("accounts", AccountData())
        for code, title, keep, ground, expire in (
            (
                "accounts.email_changes",
                _("Your old e-mail address after a change"),
                timedelta(days=settings.EMAIL_UNDO_DAYS),
                _("So that you can undo a change that was not yours."),
                upkeep.forget_email_changes,
            ),
            (
                "accounts.sessions",
                _("In which browsers you were signed in"),
                timedelta(days=14),
                _("So that you can see and end them."),
                upkeep.forget_sessions,
            ),
            (
                "accounts.codes",
                _("The text of mails with a code"),
                timedelta(hours=1),
                _("A code is of no use after a quarter of an hour."),
                upkeep.forget_codes,
            ),
            (
                "accounts.unconfirmed",
                _("Accounts whose address was never confirmed"),
                timedelta(days=7),
                _("Somebody who signs up can finish it within a week."),
                upkeep.forget_unconfirmed,
            ),
        ):
            registries.retention.register(code, Retention(title, keep, ground, expire))
