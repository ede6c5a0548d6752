"""Shapes of the steps of starting a network."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.phone_field import PhoneField


class NameForm(forms.Form):
    """Step 1: how it is called and why."""

    name = forms.CharField(
        label=_("What is the network called?"),
        help_text=_("Often the name of the neighbourhood or village. You can change it later."),
        max_length=80,
    )
    summary = forms.CharField(
        label=_("Why do you start, in one sentence?"),
        help_text=_("For example: In our street people look after each other, we want more."),
        max_length=200,
    )
    why = forms.CharField(
        label=_("Is there a story behind it?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PlaceForm(forms.Form):
    """Step 2: the place in words; areas are chosen one by one."""

    place_text = forms.CharField(
        label=_("How do people call this place?"),
        help_text=_("Leave it empty if the areas above say it well."),
        required=False,
        max_length=120,
    )

    def __init__(self, *args: object, has_areas: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if not has_areas:
            self.fields["place_text"].required = True
            self.fields["place_text"].help_text = _("For example: Presikhaaf, Arnhem.")


class PeopleForm(forms.Form):
    """Step 3: who leads, and how people reach the network."""

    as_coordinator = forms.TypedChoiceField(
        label=_("Are you the coordinator yourself?"),
        help_text=_("The coordinator leads the network and stands apart from every party."),
        choices=(("yes", _("Yes, I am")), ("no", _("No, we still look for somebody"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="yes",
    )
    paid_by = forms.CharField(
        label=_("Who pays you for this?"),
        help_text=_("Every member can see this. For example: nobody, or the municipality."),
        required=False,
        max_length=120,
    )
    hours_a_week = forms.DecimalField(
        label=_("How many hours a week?"),
        required=False,
        min_value=0,
        max_value=80,
        max_digits=4,
        decimal_places=1,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "size": "6"}),
    )
    phone = PhoneField(
        label=_("Phone number of the network"),
        help_text=_("People call this number. It need not be your own."),
        required=False,
    )
    desk_place = forms.CharField(
        label=_("Where can people walk in?"),
        help_text=_("For example: community centre, Main street 1."),
        required=False,
        max_length=120,
    )
    desk_hours = forms.CharField(
        label=_("When?"),
        help_text=_("For example: every Tuesday from 9 to 12."),
        required=False,
        max_length=120,
    )
