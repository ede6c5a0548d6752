"""The three questions of a check. Two taps are needed, nothing else."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.mutual_aid.services.checks import Answer

_GOING = [("yes", _("Yes")), ("partly", _("Partly")), ("no", _("No"))]
_MARKS = [("", _("I'd rather not say")), *((str(mark), str(mark)) for mark in range(10, -1, -1))]
_CHOOSE = {"required": _("Choose an answer.")}


class CheckForm(forms.Form):
    """How it goes, for either side; a mark for who asks, if they like to give one."""

    going = forms.ChoiceField(
        label=_("Does it go well?"),
        choices=_GOING,
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    content = forms.ChoiceField(
        label=_("Are you content with it?"),
        choices=_GOING,
        widget=forms.RadioSelect,
        error_messages=_CHOOSE,
    )
    need = forms.CharField(
        label=_("Is anything needed?"),
        help_text=_("Then we call you. The other one doesn't read this."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    mark = forms.ChoiceField(
        label=_("How well are you these days, from 0 to 10?"),
        help_text=_("Only if you like. 10 is as well as can be."),
        choices=_MARKS,
        required=False,
    )
    paper = forms.BooleanField(label=_("This was on a card that came back"), required=False)

    def __init__(self, *args: Any, takes_mark: bool, is_desk: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not takes_mark:
            del self.fields["mark"]
        if not is_desk:
            del self.fields["paper"]

    def said(self) -> Answer:
        """For the service."""
        data = self.cleaned_data
        mark = data.get("mark", "")
        return Answer(
            going=data["going"],
            content=data["content"],
            need=data["need"],
            mark=int(mark) if mark else None,
            on_paper=data.get("paper", False),
        )


class CardForm(forms.Form):
    """The code of a card that came back to the desk."""

    code = forms.CharField(
        label=_("The code on the card"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
