"""How django-allauth behaves here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts import limits
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import mails, notes, people
from wijknetwerk.core.middleware.actor import client_address

_WRONG = _("This does not match. Look at what you typed, or ask for a code by e-mail.")
_TOO_MANY = _("This was tried too often. Wait five minutes, or ask for a code by e-mail.")
_STAGE = "allauth.account.stages.EmailVerificationStage"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Our own ways for django-allauth; each method says what differs."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _WRONG,
        "username_password_mismatch": _WRONG,
        "incorrect_code": _("This code is not right. Look in the newest e-mail that we sent you."),
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": _TOO_MANY,
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's address as the rest of the platform sees it."""
        return client_address(request)

    def get_login_stages(self) -> list[str]:
        """Confirming an address is left out for who has none."""
        ours = "wijknetwerk.accounts.stages.AddressStage"
        return [ours if path == _STAGE else path for path in super().get_login_stages()]

    def populate_username(self, request: HttpRequest, user: Person) -> None:
        """Nobody gets a name code by signing up; it is for who has no e-mail."""

    def save_user(
        self, request: HttpRequest, user: Person, form: BaseForm, commit: bool = True
    ) -> Person:
        """Keep the name and language too, and note it in the log."""
        people.take_over_names(user, form.cleaned_data)
        with transaction.atomic():
            super().save_user(request, user, form, commit=commit)
            people.note_sign_up(request, user)
        return user

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Our pages say themselves what happened, so the library's own sentences are left out."""
        if message:
            messages.add_message(request, level, message, extra_tags=extra_tags)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail goes into the outbox, in the reader's language, and is sent by the worker."""
        mails.from_library(template_prefix, email, context)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A wrong password is noted, with the person's id when there is such a person."""
        login = credentials.get("email") or credentials.get("username") or ""
        notes.sign_in_failed(request, people.person_for_login(login), "password")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        login = str(credentials.get("email") or credentials.get("username") or "").lower()
        return limits.password_key(request, login)
