"""Shapes of adding and ending a party."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.networks import words


class NewPartnerForm(forms.Form):
    """A party that the platform does not know yet."""

    name = forms.CharField(label=_("Name of the party"), max_length=120)
    kind = forms.ChoiceField(label=_("What kind of party?"))
    phone = PhoneField(label=_("Phone number"), required=False)
    website = forms.URLField(
        label=_("Website"),
        max_length=200,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (for the type checker)
        field.choices = [("", _("Choose")), *words.choices(words.kinds())]


class EndPartnerForm(forms.Form):
    """From which day a party does not take part, and what its people do."""

    until_on = forms.DateField(
        label=_("From which day does it not take part?"),
        help_text=_("Not later than today."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    people = forms.ChoiceField(
        label=_("What about its people?"),
        choices=(
            ("stay", _("They stay, as themselves|Without the party, and not as a professional.")),
            ("leave", _("They leave as well|They read nothing new from that day.")),
        ),
        widget=forms.RadioSelect,
        initial="stay",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until_on"].initial = today
