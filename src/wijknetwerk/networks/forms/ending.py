"""Shapes of a rest and a stop."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.networks.services.pausing import Rest
from wijknetwerk.networks.services.stop_parts import Arranged
from wijknetwerk.networks.services.stopping import NOTICE


def _few_lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PauseForm(forms.Form):
    """What a leader says about a rest."""

    from_on = DayField(label=_("From which day?"))
    until_on = DayField(
        label=_("Until about when?"),
        required=False,
        help_text=_("An estimate is enough. You take it up again yourselves."),
    )
    why = forms.CharField(
        label=_("Why does the network rest?"),
        max_length=300,
        widget=_few_lines(3),
        help_text=_("In plain words. Members read this."),
    )
    call_name = forms.CharField(
        label=_("Who can people call meanwhile?"), max_length=80, required=False
    )
    call_phone = PhoneField(label=_("On which number?"), required=False)
    agrees = forms.BooleanField(
        label=_("This person is fine with it: name and number stand on the page"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_on"].initial = clock.today()

    def clean(self) -> dict[str, Any]:
        """A name goes with a number, and with that person's yes."""
        given = super().clean() or {}
        name, phone = given.get("call_name"), given.get("call_phone")
        if bool(name) != bool(phone) and "call_phone" not in self.errors:
            missing = "call_name" if phone else "call_phone"
            self.add_error(missing, _("Fill in both: a name and a number."))
        if name and not given.get("agrees"):
            self.add_error("agrees", _("Ask this person first."))
        return given

    @property
    def rest(self) -> Rest:
        """As the service takes it."""
        given = self.cleaned_data
        names = ("from_on", "why", "until_on", "call_name", "call_phone")
        return Rest(**{name: given[name] for name in names})


class StopForm(forms.Form):
    """When and why a network stops."""

    stops_on = DayField(
        label=_("On which day does it stop?"),
        help_text=_("At least two weeks from now. Take more time if you can."),
    )
    why = forms.CharField(
        label=_("Why do we stop?"),
        max_length=500,
        widget=_few_lines(4),
        help_text=_("In plain words. All members read this in their mail."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stops_on"].initial = clock.today() + 2 * NOTICE


class PartForm(forms.Form):
    """Who arranges one part, and by when."""

    applies = forms.ChoiceField(
        label=_("Is there something to arrange?"),
        choices=(("yes", _("Yes")), ("no", _("No, nothing to arrange"))),
        widget=forms.RadioSelect,
        initial="yes",
    )
    who = forms.CharField(label=_("Who does it?"), max_length=80, required=False)
    by_on = DayField(label=_("By when?"), required=False)
    note = forms.CharField(
        label=_("What do you do?"), max_length=300, required=False, widget=_few_lines(3)
    )

    @property
    def said(self) -> Arranged:
        """As the service takes it."""
        given = self.cleaned_data
        return Arranged(given["applies"] == "yes", given["who"], given["by_on"], given["note"])


class PlaceForm(forms.Form):
    """Where residents go with one thing."""

    what = forms.CharField(
        label=_("For what?"), max_length=100, help_text=_("For example: help with groceries.")
    )
    name = forms.CharField(label=_("Who helps with that?"), max_length=80)
    phone = PhoneField(label=_("Phone number"))
    agrees = forms.BooleanField(
        label=_("They are fine with it: name and number may stand on the page"),
        error_messages={"required": _("Ask them first.")},
    )


class ExitForm(forms.Form):
    """One answer of a member."""

    text = forms.CharField(
        label=_("Your answer"), max_length=1000, required=False, widget=_few_lines(5)
    )
    named = forms.ChoiceField(
        label=_("May your name stand with it?"),
        choices=(
            ("no", _("No, without my name|In a small network others may guess.")),
            ("yes", _("Yes, with my name|Only members read it.")),
        ),
        widget=forms.RadioSelect,
        initial="no",
    )


class NoteForm(forms.Form):
    """What was said at a talk."""

    text = forms.CharField(
        label=_("What was said?"),
        max_length=1000,
        widget=_few_lines(5),
        help_text=_("Without names."),
    )


class LessonsForm(forms.Form):
    """The lessons that stay, and who may read them."""

    lessons = forms.CharField(
        label=_("What did we learn?"),
        max_length=1500,
        required=False,
        widget=_few_lines(8),
        help_text=_("Ten sentences at most, without names of people. They stay for ever."),
    )
    page_stays = forms.BooleanField(
        label=_("Our public page stays, with these lessons"),
        help_text=_("Faces and phone numbers of the network go from it."),
        required=False,
    )
    lessons_shared = forms.BooleanField(
        label=_("Other neighbourhoods may read the lessons under 'Knowledge'"), required=False
    )
