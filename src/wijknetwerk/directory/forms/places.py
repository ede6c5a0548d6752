"""Where and when: the fields of the first place of an entry, and the forms of its other places."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer
from wijknetwerk.directory import kinds, when
from wijknetwerk.directory.said import Place, Said

if TYPE_CHECKING:
    _FormSet = forms.BaseFormSet["PlaceForm"]
else:
    _FormSet = forms.BaseFormSet

MOST_OTHERS = 12
PREFIX = "more"
_TIME = forms.TimeInput(attrs={"inputmode": "numeric", "size": "6"}, format="%H:%M")
_TIMES = ["%H:%M", "%H.%M", "%H"]
_OF_PLACE = ("address_1", "postal_code", "city", "schedule", "opens_at", "closes_at",
             "transportation")  # fmt: skip
_SHOWN = (*_OF_PLACE, "place", "days")


class WhenForm(forms.Form):
    """A day and hours, of the entry's first place or of another one."""

    days = forms.MultipleChoiceField(
        label=_("On which days?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    opens_at = forms.TimeField(
        label=_("From what time?"), required=False, input_formats=_TIMES, widget=_TIME
    )
    closes_at = forms.TimeField(
        label=_("Until what time?"), required=False, input_formats=_TIMES, widget=_TIME
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = [(day, when.day_name(day).capitalize()) for day in kinds.DAYS]
        offer(self, "days", days)

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said: dict[str, Any] = super().clean() or {}
        opens, closes = said.get("opens_at"), said.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("Choose a later time."))
        return said


class PlaceForm(WhenForm):
    """Another place of the same entry. Emptied, it goes."""

    place = forms.CharField(label=_("Where is it?"), max_length=120, required=False)
    address_1 = forms.CharField(label=_("Street and number"), max_length=120, required=False)
    postal_code = forms.CharField(label=_("Postcode"), max_length=12, required=False)
    city = forms.CharField(label=_("Town or village"), max_length=80, required=False)
    schedule = forms.CharField(label=_("When?"), max_length=200, required=False)
    transportation = forms.CharField(
        label=_("How do people get there?"), max_length=200, required=False
    )
    field_order = ("place", "address_1", "postal_code", "city", "schedule", "days", "opens_at",
                   "closes_at", "transportation")  # fmt: skip


class OtherPlaces(_FormSet):
    """The forms of all places but the first, with an empty one. A page without them changes none
    of these places."""

    def is_valid(self) -> bool:
        """Whether all of them are right."""
        return not self.is_bound or super().is_valid()

    def told(self) -> list[dict[str, Any]]:
        """What was filled in, place by place; nothing for a page without these forms."""
        return [one.cleaned_data for one in self.forms] if self.is_bound else []


_Forms = forms.formset_factory(
    PlaceForm, formset=OtherPlaces, extra=1, max_num=MOST_OTHERS, validate_max=True
)


def other_places(data: Any, before: Said | None = None) -> OtherPlaces:
    """The forms of the other places of an entry."""
    there = before.places[1:] if before else ()
    sent = data if data and f"{PREFIX}-TOTAL_FORMS" in data else None
    initial = [shown_of(place) for place in there]
    return cast("OtherPlaces", _Forms(sent, prefix=PREFIX, initial=initial))


def shown_of(place: Place) -> dict[str, Any]:
    """What the fields show of a place."""
    days = [day for day in kinds.DAYS if day in place.byday]
    return {**{name: getattr(place, name) for name in _OF_PLACE}, "place": place.name, "days": days}


def is_there(told: dict[str, Any], old: Place) -> bool:
    """Whether a place is there: something is filled in, or nothing of it was ever shown."""
    return any(told.get(name) for name in _SHOWN) or not any(shown_of(old).values())


def place_of(told: dict[str, Any], old: Place) -> Place:
    """A place as it was filled in."""
    if not told:  # an empty form, not touched
        return old
    days = ",".join(told["days"])
    same_days = [day for day in kinds.DAYS if day in old.byday] == list(told["days"])
    return replace(
        old,
        **{name: told[name] for name in _OF_PLACE},
        name=told["place"],
        byday=old.byday if same_days else days,
        freq=old.freq if same_days else ("WEEKLY" if days else ""),
    )
