"""Forms about events and series."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.agenda.forms.fields import ClockField
from wijknetwerk.agenda.services.events import KINDS, NAMES, Said, When
from wijknetwerk.agenda.services.places import NAMES as PLACE_NAMES
from wijknetwerk.agenda.services.places import PlaceSaid
from wijknetwerk.agenda.services.series import RHYTHMS, Again
from wijknetwerk.core import clock
from wijknetwerk.core.choices import PickField, offer, offer_things
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.phone_field import PhoneField

Choices = list[tuple[UUID, str]]


class HappeningForm(forms.Form):
    """All that is said about an event or a series. A name, a day and a time are enough."""

    title = forms.CharField(label=_("What is it called?"), max_length=100)
    kind = forms.ChoiceField(label=_("What kind is it?"), choices=KINDS)
    day = DayField(label=_("On which day?"))
    starts = ClockField(label=_("From what time?"))
    ends = ClockField(label=_("Until what time?"))
    place = PickField(label=_("Where?"), required=False)
    elsewhere = forms.CharField(
        label=_("Somewhere else, or which room?"), max_length=160, required=False
    )
    about = forms.CharField(
        label=_("What can people expect?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In plain words. For example: coffee, short stories, time to talk."),
    )
    is_public = forms.BooleanField(
        label=_("Everybody may come, also who is no member"),
        required=False,
        help_text=_("Then it stands on the public page too."),
    )
    takes_sign_ups = forms.BooleanField(
        label=_("People say beforehand that they come"), required=False
    )
    room = forms.IntegerField(
        label=_("For how many people is there room?"),
        min_value=1,
        max_value=2000,
        required=False,
        help_text=_("Empty: as many as fit in the place."),
    )
    organiser = PickField(label=_("Who sees to it?"), required=False)
    phone = PhoneField(
        label=_("Whom can people call?"),
        required=False,
        help_text=_("Empty: the number of the network."),
    )
    part_of = forms.CharField(
        label=_("Is it part of somebody else's meeting?"),
        max_length=120,
        required=False,
        help_text=_("For example: the tenants' meeting. Join what exists already."),
    )
    costs = forms.CharField(label=_("What does it cost?"), max_length=80, required=False)

    def __init__(
        self, *args: Any, places: Choices, members: Choices, may_open: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "place", places, _("No fixed place"))
        offer_things(self, "organiser", members, _("Nobody yet"))
        if not may_open:
            del self.fields["is_public"]

    def said(self) -> Said:
        """What was filled in, for the service."""
        kept = {name: self.cleaned_data[name] for name in NAMES if name in self.cleaned_data}
        return Said(**kept)

    def when(self) -> When:
        """Day and times."""
        return When(*(self.cleaned_data[name] for name in ("day", "starts", "ends")))


class EventForm(HappeningForm):
    """One event, or the first of a series."""

    again = forms.ChoiceField(
        label=_("How often?"), required=False, choices=[("", _("No, once")), *RHYTHMS]
    )
    last = DayField(
        label=_("What is the last day?"),
        required=False,
        help_text=_("Empty: it goes on until you stop it."),
    )

    def clean(self) -> dict[str, Any]:
        """Say beside the field what the service would refuse."""
        said: dict[str, Any] = super().clean() or {}
        check_series(self, said)
        return said

    def series(self) -> Again | None:
        """How it comes back, or None."""
        return again_of(self.cleaned_data) if self.cleaned_data["again"] else None


class OneEventForm(HappeningForm):
    """An event that is there already; also one date of a series."""


class SeriesForm(EventForm):
    """A series that is there already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "again", RHYTHMS)
        self.fields["again"].required = True
        self.fields["day"].label = _("What is the first day?")


def check_series(form: forms.Form, said: dict[str, Any]) -> None:
    """A series ends after it begins, on the same day and in its period."""
    if not said.get("again"):
        return
    starts, ends, day, last = (said.get(name) for name in ("starts", "ends", "day", "last"))
    if starts and ends and ends <= starts:
        form.add_error("ends", ValidationError(_("Choose a later time.")))
    if day and last and last < day:
        form.add_error("last", ValidationError(_("Choose a later day.")))


def again_of(said: dict[str, Any]) -> Again:
    """How it comes back: the day after the last is the first on which it doesn't."""
    last = said["last"]
    until = last + timedelta(days=1) if last else None
    return Again(said["again"], said["day"], said["starts"], said["ends"], until)


class CancelForm(forms.Form):
    """Why something doesn't go on."""

    because = forms.CharField(
        label=_("Why doesn't it go on?"),
        max_length=200,
        required=False,
        help_text=_("Everybody who reads the agenda reads this."),
    )


class PlaceForm(forms.Form):
    """All that is said about a place. Only the name is needed."""

    name = forms.CharField(label=_("What is the place called?"), max_length=80)
    address = forms.CharField(
        label=_("What is the address?"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    access = forms.CharField(
        label=_("How does one get in?"),
        max_length=300,
        required=False,
        help_text=_("For example: no steps, wide doors, a lift, the bell beside the door."),
    )
    toilets = forms.CharField(
        label=_("Which toilets are there?"),
        max_length=200,
        required=False,
        help_text=_("For example: one for wheelchairs, on the ground floor."),
    )
    transport = forms.CharField(
        label=_("How does one get there?"),
        max_length=300,
        required=False,
        help_text=_("For example: bus 5 stops before the door. There are two parking places."),
    )
    phone = PhoneField(label=_("What is the phone number there?"), required=False)
    room = forms.IntegerField(
        label=_("For how many people is there room?"), min_value=1, max_value=2000, required=False
    )
    more = forms.CharField(
        label=_("What else is good to know?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    is_public = forms.BooleanField(
        label=_("It may stand on the public page"), required=False, initial=True
    )

    def said(self) -> PlaceSaid:
        """What was filled in, for the service."""
        return PlaceSaid(**{name: self.cleaned_data[name] for name in PLACE_NAMES})


def first_values(kind: str) -> dict[str, Any]:
    """What a new event begins with."""
    known = {code for code, _label in KINDS}
    gathers = kind in ("", "gathering", "learning")
    return {
        "kind": kind if kind in known else "gathering",
        "takes_sign_ups": gathers,
        "day": clock.today() + timedelta(days=14),
    }
