"""Forms of expectations, and of what a network or team is for."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.day_field import DayField
from wijknetwerk.networks.selectors.expectations import Card
from wijknetwerk.networks.selectors.remit import RemitPage
from wijknetwerk.networks.services.expectations import THREE_WEEKS, Said
from wijknetwerk.networks.services.remit import LONGEST, MOST, Lines


class OpenRoundForm(forms.Form):
    """Until when members can give their words."""

    closes_on = DayField(
        label=_("Until which day can everybody answer?"),
        help_text=_("Three weeks is enough. Five days before, who said nothing is reminded once."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["closes_on"].initial = clock.today() + THREE_WEEKS


class ExpectationForm(forms.Form):
    """What somebody brings and expects. `number` is the version that was on the screen."""

    brings = forms.CharField(
        label=_("What do I bring?"),
        help_text=_("One or two sentences. For example: I know who lives alone in the flat."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    expects = forms.CharField(
        label=_("What do I expect from the others?"),
        help_text=_("One or two sentences. For example: that we tell each other what we did."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    role = forms.CharField(
        label=_("My role, in one line"),
        help_text=_("For example: I call people who did not come."),
        required=False,
        max_length=120,
    )
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def showing(cls, now: Card | None, before: Card | None) -> "ExpectationForm":
        """The form with one's words of now; else with those of the last time, to change."""
        shown = now or before
        number = now.number if now else 0
        if shown is None:
            return cls(initial={"number": number})
        return cls(
            initial={
                "brings": shown.brings,
                "expects": shown.expects,
                "role": shown.role,
                "number": number,
            }
        )

    def said(self) -> Said:
        """What was filled in, for the service."""
        data = self.cleaned_data
        return Said(data["brings"], data["expects"], data["role"])


class RemitForm(forms.Form):
    """Two lists of sentences. Of the second each says who is for it then."""

    ours = forms.CharField(
        label=_("What are we for?"),
        help_text=_(
            "One thing on each line. For example: nobody in the flat eats alone on Sunday."
        ),
        required=False,
        max_length=MOST * (LONGEST + 2),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, of_network: bool, shown: RemitPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = list(shown.others)
        self.fields["ours"].initial = "\n".join(shown.ours)
        self.fields["number"].initial = shown.number
        for place in range(MOST):
            text, who = others[place] if place < len(others) else ("", "")
            self.fields[f"text{place}"] = forms.CharField(
                label=_("Not ours (%(number)s)") % {"number": place + 1},
                required=False,
                max_length=LONGEST,
                initial=text,
            )
            self.fields[f"who{place}"] = forms.CharField(
                label=_("Who is then? (%(number)s)") % {"number": place + 1},
                required=False,
                max_length=LONGEST,
                initial=who,
            )
        if of_network:
            self.fields["shown_publicly"] = forms.BooleanField(
                label=_("Show this on our public page"),
                required=False,
                initial=shown.shown_publicly,
            )

    @property
    def pairs(self) -> Iterator[tuple[forms.BoundField, forms.BoundField, bool]]:
        """What is not ours with who is then, and whether the pair stands open on the page."""
        filled = [bool(self[f"text{at}"].value() or self[f"who{at}"].value()) for at in range(MOST)]
        last = max((at for at, full in enumerate(filled) if full), default=-1)
        for place in range(MOST):
            yield self[f"text{place}"], self[f"who{place}"], place <= max(last + 1, 2)

    def said(self) -> Lines:
        """What was filled in, for the service."""
        data = self.cleaned_data
        return Lines(
            ours=data["ours"].splitlines(),
            others=[(data[f"text{place}"], data[f"who{place}"]) for place in range(MOST)],
            shown_publicly=bool(data.get("shown_publicly")),
        )
