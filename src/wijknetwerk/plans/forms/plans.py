"""What is filled in about a plan."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.day_field import DayField
from wijknetwerk.plans.models import CircleRole, Whose
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.services.words import LONGEST, Said


class LineForm(forms.Form):
    """One line in own words."""

    text = forms.CharField(
        label=_("In your own words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
    whose = forms.ChoiceField(
        label=_("Who can do it?"), choices=Whose.choices, widget=forms.RadioSelect, initial="self"
    )
    look_back_on = DayField(label=_("When do we look back?"), required=False)
    money = forms.BooleanField(
        label=_("This is about money"),
        help_text=_("Then only who may see money reads it."),
        required=False,
    )

    def __init__(self, *args: Any, thing: str, money: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if thing != "strength":
            del self.fields["whose"]
        if thing != "goal":
            del self.fields["look_back_on"]
        if not money:
            del self.fields["money"]

    def said(self) -> Said:
        """For the service."""
        data = self.cleaned_data
        return Said(
            data["text"],
            data.get("money", False),
            whose=data.get("whose") or Whose.SELF,
            look_back_on=data.get("look_back_on"),
        )


class PlaceForm(forms.Form):
    """Somebody for the circle."""

    member = forms.ChoiceField(label=_("Who?"))
    role = forms.ChoiceField(label=_("As what?"), choices=CircleRole.choices)
    relation = forms.CharField(
        label=_("Who is this to you?"),
        help_text=_("For example: my daughter, the nurse of the morning."),
        max_length=120,
        required=False,
    )

    def __init__(self, *args: Any, members: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["member"])
        field.choices = [("", _("Choose who")), *((str(uuid), name) for uuid, name in members)]


class ShareForm(forms.Form):
    """One of two ways to share the whole; one thing is shared at that thing."""

    preset = forms.ChoiceField(
        label=_("What may this person see?"),
        choices=[
            (Preset.EVERYTHING.value, _("Everything")),
            (Preset.BUT_MONEY.value, _("Everything, but nothing about money")),
        ],
        widget=forms.RadioSelect,
    )
