"""What is filled in about a look in an emergency."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer_things
from wijknetwerk.plans.models import EmergencyReason, Verdict


class OpenForm(forms.Form):
    """Whose plan, and why it can't wait."""

    resident = forms.ChoiceField(label=_("Whose plan?"))
    reason = forms.ChoiceField(
        label=_("What is going on?"), choices=EmergencyReason.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Why can't it wait?"),
        help_text=_("The resident reads this, and who judges it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, members: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "resident", list(members), _("Choose who"))


class ReviewForm(forms.Form):
    """What a privacy officer found; and, for a resident whom no mail reaches, that they heard."""

    verdict = forms.ChoiceField(
        label=_("What was it?"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    findings = forms.CharField(
        label=_("Why do you find so?"),
        help_text=_("The resident reads this."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    told = forms.BooleanField(
        label=_("I told the resident, or sent the letter"),
        required=False,
    )

    def __init__(self, *args: Any, must_tell: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not must_tell:
            del self.fields["told"]
