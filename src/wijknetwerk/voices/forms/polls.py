"""Forms of a poll."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer
from wijknetwerk.core.day_field import DayField
from wijknetwerk.voices.services.polls import LONGEST_WORDS, Answer


class AskForm(forms.Form):
    """A question with answers to choose from."""

    question = forms.CharField(label=_("What do you ask?"), max_length=200)
    choices = forms.CharField(
        label=_("Which answers can people choose? One on each line."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    several = forms.BooleanField(label=_("People may choose more than one"), required=False)
    closes_on = DayField(
        label=_("What is the last day?"), help_text=_("After this day you see what came of it.")
    )

    def clean_choices(self) -> list[str]:
        """The lines with something on them."""
        lines = [line.strip()[:120] for line in self.cleaned_data["choices"].splitlines()]
        return [line for line in lines if line]


class AnswerForm(forms.Form):
    """An answer, with own words."""

    chosen = forms.MultipleChoiceField(
        label=_("Your answer"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Write no names."),
    )

    def __init__(self, *args: Any, choices: list[str], several: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = [(str(at), text.replace("|", " ")) for at, text in enumerate(choices)]
        if not several:
            self.fields["chosen"] = forms.ChoiceField(
                label=_("Your answer"), required=False, widget=forms.RadioSelect, choices=lines
            )
            self.order_fields(["chosen", "words"])
        else:
            offer(self, "chosen", lines)

    def said(self) -> Answer:
        """For the service."""
        chosen = self.cleaned_data["chosen"]
        several = [chosen] if isinstance(chosen, str) else list(chosen)
        return Answer([int(one) for one in several if one], self.cleaned_data["words"])


class PaperForm(forms.Form):
    """A pile of forms on paper."""

    forms_given = forms.IntegerField(label=_("How many forms?"), min_value=1, max_value=500)
    words = forms.CharField(
        label=_("Own words, one on each line"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Write no names."),
    )

    def __init__(self, *args: Any, choices: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices
        for at, text in enumerate(choices):
            self.fields[f"count_{at}"] = forms.IntegerField(
                label=text, min_value=0, max_value=500, initial=0
            )
        counts = [f"count_{at}" for at in range(len(choices))]
        self.order_fields(["forms_given", *counts, "words"])

    def counts(self) -> list[int]:
        """How often each answer was chosen."""
        return [self.cleaned_data[f"count_{at}"] for at in range(len(self.choices))]
