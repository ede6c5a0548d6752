"""The form of an entry: a name is enough, and one minute for what matters."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.directory import kinds, when
from wijknetwerk.directory.models import ServiceStatus, ShownTo
from wijknetwerk.directory.said import PLAIN, Place, Said

FIRST = ("name", "phone", "kind", "description", "place", "address_1", "schedule")
_TIME = forms.TimeInput(attrs={"inputmode": "numeric", "size": "6"}, format="%H:%M")
_TIMES = ["%H:%M", "%H.%M", "%H"]


class EntryForm(forms.Form):
    """All that is said about something that is there, with its first place."""

    name = forms.CharField(label=_("What is it called?"), max_length=120)
    kind = forms.ChoiceField(label=_("What kind of thing is it?"))
    description = forms.CharField(
        label=_("What can people do there, or get?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    eligibility_description = forms.CharField(
        label=_("For whom is it?"),
        max_length=300,
        required=False,
        help_text=_("For example: everybody in the neighbourhood, or people over 65."),
    )
    place = forms.CharField(
        label=_("Where is it?"),
        max_length=120,
        required=False,
        help_text=_("The name of the building or place."),
    )
    address_1 = forms.CharField(label=_("Street and number"), max_length=120, required=False)
    schedule = forms.CharField(
        label=_("When?"),
        max_length=200,
        required=False,
        help_text=_("For example: every Thursday from 17.30 to 19.30."),
    )
    phone = PhoneField(label=_("Which phone number can people call?"), required=False)
    audiences = forms.MultipleChoiceField(
        label=_("For whom especially?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("So that it is found by these words."),
    )
    days = forms.MultipleChoiceField(
        label=_("On which days?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    opens_at = forms.TimeField(
        label=_("From what time?"), required=False, input_formats=_TIMES, widget=_TIME
    )
    closes_at = forms.TimeField(
        label=_("Until what time?"), required=False, input_formats=_TIMES, widget=_TIME
    )
    phone_description = forms.CharField(
        label=_("When can people call?"), max_length=120, required=False
    )
    contact_name = forms.CharField(
        label=_("Who answers the phone?"),
        max_length=120,
        required=False,
        help_text=_("Only with this person's yes: the name stands on the list."),
    )
    organization_name = forms.CharField(
        label=_("Which organisation or group does it?"), max_length=120, required=False
    )
    application_process = forms.CharField(
        label=_("How does one join?"), max_length=300, required=False
    )
    fees_description = forms.CharField(
        label=_("What does it cost?"), max_length=200, required=False
    )
    url = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    email = forms.EmailField(label=_("E-mail address"), required=False)
    postal_code = forms.CharField(label=_("Postcode"), max_length=12, required=False)
    city = forms.CharField(label=_("Town or village"), max_length=80, required=False)
    transportation = forms.CharField(
        label=_("How do people get there?"), max_length=200, required=False
    )
    alternate_name = forms.CharField(
        label=_("What else is it called?"), max_length=200, required=False
    )
    status = forms.ChoiceField(label=_("Is it there now?"), required=False)
    alert = forms.CharField(
        label=_("What should people know now?"),
        max_length=200,
        required=False,
        help_text=_("For example: closed until September."),
    )
    shown_to = forms.ChoiceField(
        label=_("Who may read it?"), choices=ShownTo.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Any] = {
            "kind": _kind_choices(),
            "audiences": [(word.code, word.name) for word in kinds.audiences().values()],
            "days": [(day, when.day_name(day).capitalize()) for day in kinds.DAYS],
            "status": [
                (one.value, one.label) for one in (ServiceStatus.ACTIVE, ServiceStatus.CLOSED)
            ],
        }
        for name, listed in choices.items():
            self.fields[name].choices = listed  # type: ignore[attr-defined]

    @classmethod
    def first_values(cls, said: Said) -> dict[str, Any]:
        """What the fields show of an entry."""
        place = said.places[0] if said.places else Place()
        own = {name: getattr(said, name) for name in PLAIN}
        where = {name: getattr(place, name) for name in _OF_PLACE}
        days = [day for day in kinds.DAYS if day in place.byday]
        return {**own, **where, "place": place.name, "days": days, "audiences": said.audiences}

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said: dict[str, Any] = super().clean() or {}
        opens, closes = said.get("opens_at"), said.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("Choose a later time."))
        return said

    def said(self, before: Said | None = None) -> Said:
        """What was filled in; what the form does not show of its places stays as it was."""
        told = self.cleaned_data
        places = before.places if before else ()
        old = places[0] if places else Place()
        first = _place(told, old)
        plain = {name: told[name] for name in PLAIN}
        plain["status"] = plain["status"] or ServiceStatus.ACTIVE.value
        return Said(
            **plain,
            audiences=tuple(told["audiences"]),
            places=tuple(place for place in (first, *places[1:]) if not place.empty),
        )


_OF_PLACE = ("address_1", "postal_code", "city", "schedule", "opens_at", "closes_at",
             "transportation")  # fmt: skip


def _place(told: dict[str, Any], old: Place) -> Place:
    days = ",".join(told["days"])
    same_days = [day for day in kinds.DAYS if day in old.byday] == list(told["days"])
    return replace(
        old,
        **{name: told[name] for name in _OF_PLACE},
        name=told["place"],
        byday=old.byday if same_days else days,
        freq=old.freq if same_days else ("WEEKLY" if days else ""),
    )


def _kind_choices() -> list[Any]:
    """Kinds under their first level, which can be chosen itself."""
    found: list[Any] = [("", _("Choose"))]
    for top in kinds.top_kinds():
        below = [word for word in kinds.kinds().values() if word.top == top.code]
        if len(below) == 1:
            found.append((top.code, top.name))
        else:
            listed = [(word.code, word.name) for word in below if word.code != top.code]
            general = _("%(kind)s, something else") % {"kind": top.name}
            found.append((top.name, [*listed, (top.code, general)]))
    return found


class CheckedForm(forms.Form):
    """That all of it is right, also what one did not change."""

    checked = forms.BooleanField(label=_("I know that the rest is right too"), required=False)


class EndForm(forms.Form):
    """Why something is no longer there."""

    reason = forms.CharField(
        label=_("What happened?"),
        max_length=300,
        required=False,
        help_text=_("For example: moved to another neighbourhood."),
    )
