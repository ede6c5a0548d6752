"""The forms of django-allauth's pages, in our words; what they check stays the library's."""

from typing import Any

from allauth.account import forms as library
from allauth.account.adapter import get_adapter
from allauth.account.internal.userkit import filter_users_by_email
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from django import forms
from django.core.cache import cache
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts import limits
from wijknetwerk.accounts.mfa import secrets_of
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services.identity import has_authenticator

PASSWORD_HELP = _(
    "At least 10 characters. A short sentence is easy to remember, such as: our dog likes rain."
)


def _as_address(field: forms.Field) -> None:
    """The browser's own field for an address, no longer than the database keeps."""
    field.widget = forms.EmailInput(attrs={"autocomplete": "email", "maxlength": "254"})
    field.validators.append(MaxLengthValidator(254))


def _code_widget() -> forms.TextInput:
    return forms.TextInput(
        attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autocapitalize": "off"}
    )


def _plain(field: forms.Field, label: Any, help_text: Any = "") -> None:
    """A label above the field, and no words inside it."""
    field.label = label
    field.help_text = help_text
    field.widget.attrs.pop("placeholder", None)


class SignInForm(library.LoginForm):  # type: ignore[misc]
    """Address or name code, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget = forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "off", "spellcheck": "false"}
        )
        _plain(
            self.fields["login"],
            _("E-mail address"),
            _("Or your name code, if you got one from us on paper."),
        )
        _plain(self.fields["password"], _("Password"))

    def user_credentials(self) -> dict[str, str]:
        """An address is tried as an address only. The library would check the password twice for
        an address that it knows, and the time that takes would tell so."""
        login = self.cleaned_data["login"].lower()
        kind = "email" if "@" in login else "username"
        return {kind: login, "password": self.cleaned_data["password"]}


class SignUpForm(library.SignupForm):  # type: ignore[misc]
    """Name, address and, for who wants one, a password."""

    field_order = ("given_name", "prefix", "family_name", "email", "password1")
    given_name = forms.CharField(
        label=_("First name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    prefix = forms.CharField(
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _as_address(self.fields["email"])
        _plain(self.fields["email"], _("E-mail address"))
        _plain(
            self.fields["password1"],
            _("Password"),
            _(
                "You can do without: then we mail you a code each time. If you want one: at least"
                " 10 characters."
            ),
        )

    def try_save(self, request: Any) -> Any:
        """An address that has an account takes as much time as one that has not."""
        password = self.cleaned_data.get("password1")
        if self.account_already_exists and password:
            Person().set_password(password)
        return super().try_save(request)


class AskCodeForm(library.RequestLoginCodeForm):  # type: ignore[misc]
    """Where to mail a code. Takes the address of the sign-in form, too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        data = kwargs.get("data")
        if data is not None and "email" not in data and "login" in data:
            kwargs["data"] = {"email": data["login"]}
        super().__init__(*args, **kwargs)
        _as_address(self.fields["email"])
        _plain(self.fields["email"], _("E-mail address"))

    def clean_email(self) -> str:
        """As the library does, with our limits, which don't lock the owner out."""
        email: str = self.cleaned_data["email"]
        users = filter_users_by_email(email, is_active=True, prefer_verified=True, for_login=True)
        if not limits.may_mail_code(context.request, email):
            raise get_adapter().validation_error("rate_limited")
        self._user = users[0] if users else None
        return email


class _CodeForm:
    """A code from a mail."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget = _code_widget()
        _plain(self.fields["code"], _("Code"))

    def clean_code(self) -> str:
        """As the library does, with a limit that holds for requests sent at the same moment."""
        if not limits.may_confirm(context.request):
            raise get_adapter().validation_error("rate_limited")
        code: str = super().clean_code()  # type: ignore[misc]
        return code


class SignInCodeForm(_CodeForm, library.ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code that lets somebody in."""


class AddressCodeForm(_CodeForm, library.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    """The code that confirms an address."""


class ForgottenPasswordForm(library.ResetPasswordForm):  # type: ignore[misc]
    """Whose password was forgotten."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _as_address(self.fields["email"])
        _plain(self.fields["email"], _("E-mail address"))


class ForgottenPasswordCodeForm(_CodeForm, library.ConfirmPasswordResetCodeForm):  # type: ignore[misc]
    """The code that lets somebody choose a new password."""


class NewPasswordForm(library.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, once: who mistypes it asks for a code again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        _plain(self.fields["password1"], _("New password"), PASSWORD_HELP)


class SecondStepForm(AuthenticateForm):  # type: ignore[misc]
    """The code of an authenticator app, or one from paper."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget = _code_widget()
        _plain(
            self.fields["code"],
            _("Code from your app"),
            _("6 digits. No phone at hand? Type a code from your paper with recovery codes."),
        )
        if not has_authenticator(self.user):
            _plain(
                self.fields["code"],
                _("Code from your paper"),
                _("One of the recovery codes that you kept on paper. Each works once."),
            )

    def clean_code(self) -> str:
        """Open this person's secrets only; take each code once, as long as it could be right."""
        with secrets_of(self.user):
            code: str = super().clean_code()
        digits = "".join(character for character in code if character.isdigit())
        if not cache.add(f"accounts.code-used:{self.user.pk}:{digits}", 1, timeout=180):
            raise get_adapter().validation_error("incorrect_code")
        return code
