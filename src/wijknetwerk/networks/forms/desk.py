"""Forms of the desk."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer, offer_things
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.networks import words
from wijknetwerk.networks.models import SaidHow
from wijknetwerk.networks.services.callers import Outsider
from wijknetwerk.networks.services.calls import Caller


class SaidForm(forms.Form):
    """How somebody said yes to the sentence."""

    ground = forms.ChoiceField(label=_("How was yes said?"), choices=SaidHow.choices)


class NewCallerForm(SaidForm):
    """Somebody who calls for the first time."""

    given_name = forms.CharField(label=_("First name"), max_length=80)
    prefix = forms.CharField(  # type: ignore[assignment]
        label=_("Prefix"), max_length=20, required=False
    )
    family_name = forms.CharField(label=_("Surname"), max_length=80)
    phone = PhoneField(label=_("Phone number"))
    sure = forms.BooleanField(
        label=_("I looked: this is somebody else"), required=False, widget=forms.HiddenInput
    )
    field_order = ("given_name", "prefix", "family_name", "phone", "ground", "sure")

    def as_caller(self) -> Caller:
        """Who it is, for the service."""
        names = ("given_name", "prefix", "family_name", "phone")
        return Caller(**{name: self.cleaned_data[name] for name in names})

    def ask_if_sure(self) -> None:
        """Show the question about somebody who looks the same."""
        self.fields["sure"].widget = forms.CheckboxInput()


class CallForm(forms.Form):
    """What is said in this call."""

    said = forms.CharField(
        label=_("What do they say, in their own words?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    call_back_on = DayField(
        label=_("Call back on"), required=False, help_text=_("Leave it empty when it is done.")
    )
    call_back_by = forms.ChoiceField(label=_("Who calls back?"), required=False)

    def __init__(self, *args: Any, colleagues: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "call_back_by", colleagues, _("Me"))

    def clean_call_back_by(self) -> UUID | None:
        """The colleague as an id."""
        return (
            UUID(self.cleaned_data["call_back_by"]) if self.cleaned_data["call_back_by"] else None
        )


class OutsiderForm(CallForm):
    """A call of somebody who takes part in nothing."""

    name = forms.CharField(label=_("Who called?"), max_length=120)
    phone = PhoneField(label=_("Phone number"), required=False)
    said_yes = forms.BooleanField(
        label=_("I read the sentence aloud. They said yes."),
        error_messages={
            "required": _("Read the sentence aloud first. Without their yes, write nothing.")
        },
    )
    field_order = ("name", "phone", "said", "call_back_on", "call_back_by", "said_yes")

    def as_call(self) -> dict[str, Any]:
        """What was said by whom, for the service."""
        told = dict(self.cleaned_data)
        caller = Outsider(**{name: told.pop(name) for name in ("name", "phone", "said_yes")})
        return {"caller": caller, **told}


class PhoneForm(forms.Form):
    """Another phone number."""

    phone = PhoneField(label=_("Phone number"))


class EnergiesForm(forms.Form):
    """What gives somebody energy."""

    energies = forms.MultipleChoiceField(
        label=_("What gives you energy?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "energies", [(word.code, word.name) for word in words.energies().values()])


class LeaveForm(forms.Form):
    """Stopping at somebody's own spoken word."""

    said_aloud = forms.BooleanField(
        label=_("I asked: do you want to stop taking part? They said yes themselves.")
    )


class ColleagueForm(forms.Form):
    """Who takes over my calls."""

    to = forms.ChoiceField(label=_("Who takes over your calls?"))

    def __init__(self, *args: Any, colleagues: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "to", colleagues)
