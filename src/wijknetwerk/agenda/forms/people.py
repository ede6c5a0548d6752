"""Forms for who comes, who came, and what was said."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from wijknetwerk.agenda.services.attendance import MOST_UNNAMED
from wijknetwerk.agenda.services.notes import Noted
from wijknetwerk.agenda.services.sign_ups import MOST_BROUGHT, Guest
from wijknetwerk.core.choices import PickField, offer_things
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.phone_field import PhoneField


class BringsForm(forms.Form):
    """How many people come along."""

    brings = forms.IntegerField(
        label=_("How many people do you bring?"),
        min_value=0,
        max_value=MOST_BROUGHT,
        required=False,
        initial=0,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "size": "3"}),
    )

    def clean_brings(self) -> int:
        """Nothing filled in is nobody."""
        return self.cleaned_data["brings"] or 0


class GuestForm(BringsForm):
    """Who comes, without an account."""

    name = forms.CharField(
        label=_("What is your name?"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(
        label=_("What is your phone number?"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "size": "18"}),
    )
    email = forms.EmailField(
        label=_("What is your e-mail address?"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("A phone number or an e-mail address is enough."),
    )
    field_order = ("name", "phone", "email", "brings")

    def clean(self) -> dict[str, Any]:
        """One way to reach them is needed."""
        said: dict[str, Any] = super().clean() or {}
        if not self.errors and not (said.get("phone") or said.get("email")):
            text = _("Fill in a phone number or an e-mail address. Then we can reach you.")
            self.add_error("phone", ValidationError(text))
        return said

    def guest(self) -> Guest:
        """What was filled in, for the service."""
        names = ("name", "phone", "email", "brings")
        return Guest(**{name: self.cleaned_data[name] for name in names})


class CallerForm(GuestForm):
    """The same, typed by who sees to the event while somebody calls."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (
            ("name", _("Who called?")),
            ("phone", _("What is their phone number?")),
            ("email", _("What is their e-mail address?")),
            ("brings", _("How many people do they bring?")),
        ):
            self.fields[name].label = label
            self.fields[name].widget.attrs["autocomplete"] = "off"


class CameForm(forms.Form):
    """Names that were added on paper, and a number of others. The ticks stand beside it."""

    names = forms.CharField(
        label=_("Who else came? One name on each line."),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("With an e-mail address behind a comma, if it is on the paper."),
    )
    unnamed = forms.IntegerField(
        label=_("How many people came whose name you don't have?"),
        min_value=0,
        max_value=MOST_UNNAMED,
        required=False,
        help_text=_("Count also whom people brought along."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "size": "4"}),
    )

    def clean_names(self) -> list[tuple[str, str]]:
        """Each name with its address. Says which line is wrong."""
        found = []
        for number, line in enumerate(self.cleaned_data["names"].splitlines(), 1):
            name, _comma, email = (part.strip() for part in line.partition(","))
            if not (name or email):
                continue
            if email:
                _check_email(email, number)
            if not name:
                raise ValidationError(_("A name is missing on line %(n)s.") % {"n": number})
            found.append((name, email))
        return found

    def clean_unnamed(self) -> int:
        """Nothing filled in is nobody."""
        return self.cleaned_data["unnamed"] or 0


def _check_email(email: str, number: int) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        text = _("Line %(n)s: this is no e-mail address.") % {"n": number}
        raise ValidationError(text) from error


class NoteForm(forms.Form):
    """One line of a table."""

    table = forms.CharField(
        label=_("Which table?"), max_length=60, help_text=_("For example: Table 1.")
    )
    said = forms.CharField(
        label=_("What was said?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Write nothing about other people's lives."),
    )
    owner = PickField(label=_("Which member takes it up?"), required=False)
    taker = forms.CharField(label=_("Or somebody else: who?"), max_length=120, required=False)
    by_on = DayField(label=_("By when?"), required=False)
    sure = forms.BooleanField(
        label=_("This is about a place, not about a person"),
        required=False,
        widget=forms.HiddenInput,
    )

    def ask_if_sure(self) -> None:
        """Show the question about a line that seems to hold somebody's number or address."""
        self.fields["sure"].widget = forms.CheckboxInput()

    def __init__(self, *args: Any, members: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "owner", members, _("Nobody yet"))

    def clean(self) -> dict[str, Any]:
        """A day belongs to somebody."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("by_on") and not (said.get("owner") or said.get("taker")):
            self.add_error("by_on", ValidationError(_("Say also who takes it up.")))
        return said

    def noted(self) -> Noted:
        """What was filled in, for the service."""
        return Noted(**self.cleaned_data)


class PageForm(forms.Form):
    """The words of the page afterwards."""

    opening = forms.CharField(
        label=_("How was it, and what was it about?"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    follows = forms.CharField(
        label=_("What happens now, and when do we meet again?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    read_at = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def clean_read_at(self) -> datetime | None:
        """When the draft on the screen was changed last; None for a new one."""
        try:
            return datetime.fromisoformat(self.cleaned_data["read_at"])
        except ValueError:
            return None
