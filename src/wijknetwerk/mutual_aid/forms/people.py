"""Forms about people who ask and help, and about what a network settles for help."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import Choices, PickField, offer_things
from wijknetwerk.core.choices import offer as fill
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.mutual_aid.forms.fields import LanguagesField, Pc4Field
from wijknetwerk.mutual_aid.models import ReachedBy


class _OnlyChanged(forms.Form):
    """A form that knows what its page showed: two who change different things both keep theirs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = True

    @property
    def changes(self) -> dict[str, tuple[Any, Any]]:
        """What it was when the page was opened, and what it becomes, by field."""
        return {name: (self._was(name), self.cleaned_data[name]) for name in self.changed_data}

    def _was(self, name: str) -> Any:
        bound = self[name]
        hidden = bound.field.hidden_widget()
        sent = hidden.value_from_datadict(self.data, self.files, bound.html_initial_name)
        try:
            return bound.field.clean(sent)
        except forms.ValidationError:
            return bound.field.to_python(sent)


class DetailsForm(_OnlyChanged):
    """How somebody is reached. Of members, name and number stand with the member."""

    name = forms.CharField(label=_("Name"), max_length=120)
    phone = PhoneField(label=_("Phone number"), required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False, max_length=254)
    reached_by = forms.ChoiceField(
        label=_("How do they like to be reached?"), choices=ReachedBy.choices
    )
    address = forms.CharField(
        label=_("Street and number"),
        required=False,
        max_length=200,
        help_text=_("The other side gets it after both said yes."),
    )
    pc4 = Pc4Field()
    languages = LanguagesField(label=_("Languages"))
    handy = forms.CharField(
        label=_("Handy to know when you call"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, outsider: bool, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not outsider:
            for name in ("name", "phone", "email"):
                del self.fields[name]
        if own:
            del self.fields["handy"]  # a note of the desk, for the desk
            self.fields["reached_by"].label = _("How do you like to be reached?")


class FactForm(forms.Form):
    """One thing that is known of a helper, and since when."""

    kind = forms.ChoiceField(label=_("What do you know?"))
    on = DayField(label=_("On which day?"))

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self, "kind", kinds)


class CodeForm(forms.Form):
    """Agreeing with the code of conduct."""

    read = forms.BooleanField(
        label=_("I have read this, and I keep to it"),
        error_messages={"required": _("Tick this if you have read it and agree.")},
    )


class SettingsForm(_OnlyChanged):
    """What a network settles for help."""

    independent_name = forms.CharField(
        label=_("Who hears complaints?"),
        required=False,
        max_length=120,
        help_text=_("Somebody independent: not a helper, and not somebody of the desk."),
    )
    independent_phone = PhoneField(label=_("Phone number of this person"), required=False)
    independent_email = forms.EmailField(
        label=_("E-mail address of this person"), required=False, max_length=254
    )
    complaint_days = forms.IntegerField(
        label=_("Within how many days is a complaint answered?"), min_value=7, max_value=42
    )
    concerns_to = PickField(
        label=_("Who hears it when somebody is worried?"),
        required=False,
        help_text=_("One person. Without a choice it is who runs the desk."),
    )
    concerns_else = PickField(
        label=_("And who, when it is about that person or their family?"), required=False
    )
    meldcode_name = forms.CharField(
        label=_("Who follows the reporting code (meldcode)?"),
        required=False,
        max_length=120,
        help_text=_("Paid staff must follow it when they suspect abuse or violence at home."),
    )
    meldcode_phone = PhoneField(label=_("Phone number of this person"), required=False)
    check_weeks = forms.TypedChoiceField(
        label=_("After how many weeks do you ask how it goes?"),
        choices=[(weeks, str(weeks)) for weeks in (6, 7, 8)],
        coerce=int,
    )
    lapse_days = forms.IntegerField(
        label=_("After how many days without an answer do you ask somebody else?"),
        min_value=1,
        max_value=30,
    )
    code_of_conduct = forms.CharField(
        label=_("Our code of conduct"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Leave it empty to use the text that we give. A line with - makes a list."),
    )
    insurance = forms.CharField(
        label=_("How are volunteers insured here?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Leave it empty to use the text that we give."),
    )

    def __init__(self, *args: Any, members: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("concerns_to", "concerns_else"):
            offer_things(self, name, members, _("nobody chosen"))


def settings_values(stands: dict[str, Any]) -> dict[str, Any]:
    """The settings as the form shows them."""
    return {
        name: str(value) if isinstance(value, UUID) else ("" if value is None else value)
        for name, value in stands.items()
    }
