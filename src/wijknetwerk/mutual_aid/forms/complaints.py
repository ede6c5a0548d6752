"""What is filled in about a complaint."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.mutual_aid.models import Against, CameBy, ReachedBy
from wijknetwerk.mutual_aid.services.complaints import Complained

LONG = 6000


class ComplainForm(forms.Form):
    """What happened, and how to reach who tells it. Who is signed in is asked less."""

    against = forms.ChoiceField(
        label=_("What is it about?"), choices=Against.choices, widget=forms.RadioSelect
    )
    about = forms.CharField(label=_("About whom?"), max_length=120, required=False)
    words = forms.CharField(
        label=_("What happened?"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 6})
    )
    wish = forms.CharField(
        label=_("What would help you?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    about_them = forms.BooleanField(required=False)
    came_by = forms.ChoiceField(
        label=_("Who tells this?"),
        choices=[
            (CameBy.ONLINE, _("I do")),
            (CameBy.PHONE, _("somebody else, by phone or face to face")),
            (CameBy.PAPER, _("somebody else, on paper")),
        ],
        initial=CameBy.ONLINE,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=_("Name of who complains"), max_length=120, required=False)
    reached_by = forms.ChoiceField(
        label=_("How do you want the answer?"),
        choices=ReachedBy.choices,
        initial=ReachedBy.MAIL,
        widget=forms.RadioSelect,
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = PhoneField(label=_("Phone number"), required=False)
    address = forms.CharField(
        label=_("Address"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, to_name: str, signed_in: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = _("It is about %(who)s, who hears complaints here") % {"who": to_name}
        self.fields["about_them"].label = words
        if not signed_in:
            del self.fields["came_by"]
            self.fields["name"].label = _("Your name")
        self.signed_in = signed_in

    def clean(self) -> dict[str, Any]:
        """Each way of answering needs its address, of who has no account."""
        data = super().clean() or {}
        own = self.signed_in and data.get("came_by") == CameBy.ONLINE
        needs: dict[str, tuple[str, Any]] = {
            ReachedBy.MAIL: ("email", _("Write the e-mail address for the answer.")),
            ReachedBy.PHONE: ("phone", _("Write the number to call.")),
            ReachedBy.LETTER: ("address", _("Write the address for the letter.")),
        }
        field, why = needs.get(str(data.get("reached_by")), ("", ""))
        known = own and field == "email"  # of who is signed in
        if field and not known and not data.get(field) and not self.errors.get(field):
            self.add_error(field, why)
        return data

    def complained(self) -> Complained:
        """For the service."""
        data = self.cleaned_data
        return Complained(**{"came_by": CameBy.ONLINE, **data})


class AnswerForm(forms.Form):
    """The answer, in plain words."""

    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_("What did you look at, what do you think of it, and what happens now?"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class MailCodeForm(forms.Form):
    """The digits of the mail."""

    code = forms.CharField(
        label=_("The code of the e-mail"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
