"""Forms for joining."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.networks.forms.people import EnergiesField
from wijknetwerk.networks.services.joining import Newcomer


class CodeForm(forms.Form):
    """The code of a letter; spaces, dashes and small letters are fine."""

    code = forms.CharField(
        label=_("The code from your letter"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "data-from-fragment": "",
            }
        ),
        help_text=_("Ten letters and numbers. Capitals, spaces and dashes don't matter."),
    )


class NewcomerForm(forms.Form):
    """Who somebody is who has no account, or is not signed in. E-mail may stay empty."""

    given_name = forms.CharField(
        label=_("First name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    prefix = forms.CharField(  # type: ignore[assignment]
        label=_("Prefix of the surname"),
        max_length=20,
        required=False,
        help_text=_("For example: van der"),
    )
    family_name = forms.CharField(
        label=_("Surname"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("No e-mail? Leave this empty. You take full part without it."),
    )
    phone = PhoneField(
        label=_("Phone number"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
        help_text=_("So that we can call you. Only the desk of the network sees it."),
    )

    def as_newcomer(self) -> Newcomer:
        """What was filled in, for the service."""
        kept: dict[str, Any] = self.cleaned_data
        return Newcomer(**kept)


class MailCodeForm(forms.Form):
    """The code that was mailed."""

    code = forms.CharField(
        label=_("The code from our e-mail"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class AskToJoinForm(forms.Form):
    """Why somebody wants to take part."""

    words = forms.CharField(
        label=_("Why would you like to take part?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A sentence is enough. Write nothing about your health."),
    )


class PasswordForm(forms.Form):
    """A password for who has no e-mail; empty when somebody does not want to sign in."""

    password = forms.CharField(
        label=_("Choose a password"),
        required=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "At least 10 characters. Four words after each other are easy to keep in mind."
        ),
    )

    energies = EnergiesField(help_text=_("Members see this. You can leave it open."))

    def clean_password(self) -> str:
        """Hard to guess, or empty."""
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password)
        return password
