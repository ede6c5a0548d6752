"""What is filled in about a concern."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.mutual_aid.models import Reply
from wijknetwerk.mutual_aid.services.concerns import Back, Spoken, Told


class TellForm(forms.Form):
    """Two questions in own words; and who had better not hear it."""

    about = forms.CharField(label=_("About whom do you worry?"), max_length=120)
    words = forms.CharField(
        label=_("What do you see or hear?"),
        help_text=_("Write it as you would say it. Nothing has to be certain."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    not_for = forms.MultipleChoiceField(
        label=_("Is it about one of them, or family of theirs? Tick who."),
        help_text=_("Then somebody else hears it."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    teller_name = forms.CharField(
        label=_("Does somebody tell you this by phone? Who?"), max_length=120, required=False
    )
    teller_phone = PhoneField(label=_("Their number, for an answer"), required=False)

    def __init__(
        self, *args: Any, hearers: Iterable[tuple[UUID, str]], at_desk: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.MultipleChoiceField", self.fields["not_for"])
        field.choices = [(str(uuid), name) for uuid, name in hearers]
        if not at_desk:
            del self.fields["teller_name"], self.fields["teller_phone"]

    def told(self) -> Told:
        """For the service."""
        data = self.cleaned_data
        return Told(
            about=data["about"],
            words=data["words"],
            not_for=tuple(UUID(each) for each in data["not_for"]),
            teller_name=data.get("teller_name", ""),
            teller_phone=data.get("teller_phone", ""),
        )


class SpokenForm(forms.Form):
    """The talk with the resident."""

    on = DayField(label=_("On which day did you speak?"))
    note = forms.CharField(
        label=_("What did you agree? In words of the resident"),
        help_text=_("The resident can read this too."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    resident = forms.ChoiceField(
        label=_("Does this resident take part here with an account?"),
        help_text=_("Then they find this talk under their own data."),
        required=False,
    )

    def __init__(self, *args: Any, members: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"on": clock.today()})
        super().__init__(*args, **kwargs)
        field = cast("forms.ChoiceField", self.fields["resident"])
        field.choices = [("", _("No")), *((str(uuid), name) for uuid, name in members)]

    def spoken(self) -> Spoken:
        """For the service."""
        data = self.cleaned_data
        resident = UUID(data["resident"]) if data["resident"] else None
        return Spoken(data["on"], data["note"], resident)


class BackForm(forms.Form):
    """What the teller hears back: one of three sentences, and a few words."""

    reply = forms.ChoiceField(
        label=_("What does the teller hear?"), choices=Reply.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("A few words of your own"),
        help_text=_("Thank them. Write nothing about the resident."),
        max_length=200,
        required=False,
    )

    def back(self) -> Back:
        """For the service."""
        return Back(self.cleaned_data["reply"], self.cleaned_data["words"])
