"""The form of an entry: a name is enough, and one minute for what matters."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer
from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.directory import kinds
from wijknetwerk.directory.forms.places import WhenForm, is_there, place_of, shown_of
from wijknetwerk.directory.models import ServiceStatus, ShownTo
from wijknetwerk.directory.said import PLAIN, Place, Said

FIRST = ("name", "phone", "kind", "description", "place", "address_1", "schedule")


class EntryForm(WhenForm):
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

    field_order = (
        *FIRST, "eligibility_description", "audiences", "days", "opens_at", "closes_at"
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = (ServiceStatus.ACTIVE, ServiceStatus.CLOSED)
        offer(self, "kind", _kind_choices())
        offer(self, "audiences", [(word.code, word.name) for word in kinds.audiences().values()])
        offer(self, "status", [(one.value, one.label) for one in open_ones])

    @classmethod
    def first_values(cls, said: Said) -> dict[str, Any]:
        """What the fields show of an entry."""
        own = {name: getattr(said, name) for name in PLAIN}
        first = shown_of(said.places[0] if said.places else Place())
        return {**own, **first, "audiences": said.audiences}

    def said(self, others: Sequence[dict[str, Any]] = (), before: Said | None = None) -> Said:
        """What was filled in here and for its other places; what the forms don't show of a place
        stays as it was."""
        told = self.cleaned_data
        kept = before.places if before else ()
        filled = [told, *others]
        old = [*kept, *(Place() for _ in filled[len(kept) :])]
        places = [
            place_of(now, was) for now, was in zip(filled, old, strict=False) if is_there(now, was)
        ]
        plain = {name: told[name] for name in PLAIN}
        plain["status"] = plain["status"] or ServiceStatus.ACTIVE.value
        return Said(
            **plain,
            audiences=tuple(told["audiences"]),
            places=tuple(place for place in (*places, *kept[len(filled) :]) if not place.empty),
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
