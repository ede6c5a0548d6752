"""Forms of 'my account'."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.forms.entrance import PASSWORD_HELP
from wijknetwerk.accounts.models import Person, TextSize
from wijknetwerk.core.choices import offer
from wijknetwerk.core.phone_field import PhoneField

_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "autocapitalize": "off"}

_LETTER_CODE = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}


class NameForm(forms.Form):
    """How somebody is called, and their phone number."""

    given_name = forms.CharField(
        label=_("First name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    prefix = forms.CharField(  # type: ignore[assignment]
        label=_("Prefix"),
        help_text=_("For example: de, van der."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "additional-name"}),
    )
    family_name = forms.CharField(
        label=_("Surname"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    phone = PhoneField(
        label=_("Phone number"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )


class ReadingForm(forms.Form):
    """Language and size of the letters."""

    language = forms.ChoiceField(label=_("Language"), widget=forms.RadioSelect)
    text_size = forms.ChoiceField(
        label=_("Text size"), choices=TextSize.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {"nl": "Nederlands", "en": "English"}
        choices = [(code, names[code]) for code, _name in settings.LANGUAGES]
        offer(self, "language", choices)


class PasswordForm(forms.Form):
    """A new password, typed once."""

    password = forms.CharField(
        label=_("New password"),
        help_text=PASSWORD_HELP,
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        self.person = person
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        """Long enough, not common, not the name."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.person)
        return password


class CheckPasswordForm(forms.Form):
    """The present password; the view says whether it is right."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class EmailForm(forms.Form):
    """A new address."""

    email = forms.EmailField(
        label=_("New e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CodeForm(forms.Form):
    """A code from a mail or an app; the service says whether it is right."""

    code = forms.CharField(label=_("Code"), max_length=20, widget=forms.TextInput(attrs=_CODE))


class SetUpForm(CodeForm):
    """The first code of an authenticator app, with the sealed secret that it belongs to."""

    setup = forms.CharField(widget=forms.HiddenInput, max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("The 6 digits that the app shows now")


class HelpForm(forms.Form):
    """What is lost: the authenticator only, or the address as well."""

    new_email = forms.EmailField(
        label=_("New e-mail address"),
        max_length=254,
        help_text=_("Only if this person can't read their old e-mail any more."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    spoken = forms.BooleanField(
        label=_("I spoke with this person myself, and I am sure that it is them."),
    )

    def __init__(self, *args: Any, by_letter: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by_letter:
            del self.fields["new_email"]


class StopCodeForm(forms.Form):
    """The code of the first letter."""

    code = forms.CharField(
        label=_("Code from the letter"), max_length=20, widget=forms.TextInput(attrs=_LETTER_CODE)
    )


class EntryForm(StopCodeForm):
    """The code of the second letter, and a new password."""

    field_order = ("login_name", "code", "password")
    login_name = forms.CharField(
        label=_("Your name code"),
        help_text=_("It stands in the letter. For example: tulp-fiets-48."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "off"}),
    )
    password = forms.CharField(
        label=_("New password"),
        help_text=PASSWORD_HELP,
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """Long enough, and not common."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class PasskeyNameForm(forms.Form):
    """How somebody calls one of their passkeys."""

    name = forms.CharField(
        label=_("Name"),
        help_text=_("So that you know which one it is. For example: my phone."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
