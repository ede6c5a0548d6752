"""What happens in django-allauth, told to our services."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver

from wijknetwerk.accounts import limits
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import notes, passwords, people, telling


@receiver(account.user_logged_in)
def _signed_in(request: Any, response: Any, user: Person, **_more: Any) -> None:
    limits.know_device(request, response, [name for name in (user.email, user.login_name) if name])
    notes.about_oneself(request, user, "accounts.signed_in")
    telling.on_screen(request, user)


@receiver(user_logged_out)
def _signed_out(request: Any, user: Person | None, **_more: Any) -> None:
    if user is not None:
        notes.about_oneself(request, user, "accounts.signed_out")


@receiver(account.email_confirmed)
def _address_confirmed(request: Any, email_address: Any, **_more: Any) -> None:
    people.address_confirmed(request, email_address.user)


@receiver(account.password_reset)
def _password_reset(request: Any, user: Person, **_more: Any) -> None:
    passwords.note_password_reset(notes.actor_now(request, user), person=user)


@receiver(account.login_code_rejected)
def _code_rejected(request: Any, user: Person, **_more: Any) -> None:
    notes.sign_in_failed(request, user, "code")


@receiver(account.password_reset_code_rejected)
def _reset_code_rejected(request: Any, user: Person, **_more: Any) -> None:
    notes.sign_in_failed(request, user, "reset_code")


@receiver(mfa.authentication_failed)
def _second_factor_failed(request: Any, user: Person, **_more: Any) -> None:
    notes.sign_in_failed(request, user, "second_factor")


@receiver(mfa.authenticator_used)
def _second_factor_given(request: Any, user: Person, authenticator: Any, **_more: Any) -> None:
    notes.about_oneself(request, user, "accounts.second_factor_given", kind=authenticator.type)
