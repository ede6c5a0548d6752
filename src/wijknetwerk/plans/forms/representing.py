"""Who would decide for a resident, as what, about what, until when, and what shows it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer, offer_things
from wijknetwerk.core.day_field import DayField
from wijknetwerk.plans.models import RepresentativeKind
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors.representing import part_words
from wijknetwerk.plans.services.representatives import Claim

People = Iterable[tuple[UUID, str]]


class DecidedForm(forms.Form):
    """What somebody decided for the resident."""

    words = forms.CharField(
        label=_("What did you decide, and why couldn't the resident do so?"),
        help_text=_("The resident reads this, and who else may decide."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ClaimForm(forms.Form):
    """One who would decide. `residents`: for whom, where the privacy officer writes it down."""

    resident = forms.ChoiceField(label=_("For whom?"))
    member = forms.ChoiceField(label=_("Who?"))
    kind = forms.ChoiceField(
        label=_("As what?"), choices=RepresentativeKind.choices, widget=forms.RadioSelect
    )
    parts = forms.MultipleChoiceField(
        label=_("About what?"),
        help_text=_("Who administers money decides about money, and nothing else."),
        choices=Part.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    decisions = forms.CharField(
        label=_("Which decisions?"),
        help_text=_("For example: about care and a home, when deciding alone can't be done."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    proof = forms.CharField(
        label=_("What shows it?"),
        help_text=_("For example: the decision of the court, or the levenstestament."),
        max_length=200,
        required=False,
    )
    from_on = DayField(label=_("From which day?"), required=False)
    until_on = DayField(
        label=_("Until which day?"),
        help_text=_("From that day on it counts no more. Empty: until somebody ends it."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        members: People,
        residents: People | None = None,
        mine: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "parts", [(part.value, part_words(part, mine=mine)) for part in Part])
        offer_things(self, "member", list(members), _("Choose who"))
        if residents is None:
            del self.fields["resident"]
        else:
            offer_things(self, "resident", list(residents), _("Choose who"))

    def claim(self) -> Claim:
        """For the service."""
        data = self.cleaned_data
        return Claim(
            UUID(data["member"]),
            data["kind"],
            tuple(data["parts"]),
            data["from_on"],
            data["until_on"],
            data["decisions"],
            data["proof"],
        )
