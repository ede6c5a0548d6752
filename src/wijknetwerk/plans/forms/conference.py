"""What is filled in about a conference."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.clock import AMSTERDAM
from wijknetwerk.core.day_field import DayField
from wijknetwerk.plans.services.conference import Asked, Slot
from wijknetwerk.plans.services.conference_report import LONGEST as REPORT
from wijknetwerk.plans.services.conference_steps import LONGEST

People = Iterable[tuple[UUID, str]]
MARKS = [("", _("No answer")), *((str(n), str(n)) for n in range(1, 6))]
QUESTIONS: dict[tuple[str, str], tuple[tuple[str, Any], ...]] = {
    ("before", "person"): (
        ("knows", _("I know what this talk is for.")),
        ("said_who", _("I said who may be there.")),
        ("my_question", _("My question is on the list.")),
    ),
    ("before", "professional"): (
        ("question", _("I know the question of the resident.")),
        ("prepared", _("What I bring is prepared.")),
        ("may_share", _("I know what I may share.")),
    ),
    ("after", "person"): (
        ("with_me", _("They talked with me, not about me.")),
        ("mattered", _("My question mattered most.")),
        ("understood", _("I understood everything.")),
        ("next", _("I know what happens now, and who does it.")),
    ),
    ("after", "carer"): (
        ("for_me", _("There was attention for me too.")),
        ("where_to", _("I know to whom I can turn.")),
    ),
    ("after", "professional"): (
        ("divided", _("The tasks are divided.")),
        ("one_plan", _("We made one plan.")),
        ("worth", _("This talk was worth its time.")),
        ("named", _("Every agreement has a name and a date.")),
    ),
}
"""Short, and as the resident, the carer and the professional would say it (standards D5)."""


def _clock(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    widget.input_type = "time"
    return forms.TimeField(
        label=label,
        widget=widget,
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"invalid": _("This is no time. For example: 14:30.")},
    )


class SlotForm(forms.Form):
    """When and where; at the resident's home unless something else is filled in."""

    day = DayField(label=_("On which day?"))
    starts = _clock(_("From what time?"))
    ends = _clock(_("Until what time?"))
    where = forms.CharField(
        label=_("Where?"),
        help_text=_("Empty: at the resident's home."),
        max_length=160,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """The end comes after the beginning."""
        data = cast("dict[str, Any]", super().clean())
        if data.get("starts") and data.get("ends") and data["ends"] <= data["starts"]:
            self.add_error("ends", ValidationError(_("Choose a later time.")))
        return data

    def slot(self) -> Slot:
        """For the service."""
        data = self.cleaned_data
        starts, ends = (
            datetime.combine(data["day"], data[name], AMSTERDAM) for name in ("starts", "ends")
        )
        session = data.get("session")
        return Slot(starts, ends, data.get("where", ""), UUID(session) if session else None)


class CallForm(SlotForm):
    """A talk: what about, when, with whom."""

    why = forms.CharField(
        label=_("What do you want to talk about?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    people = forms.MultipleChoiceField(
        label=_("Who should be there?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    session = forms.ChoiceField(label=_("In a session of your practice?"), required=False)
    money = forms.BooleanField(
        label=_("This is about money"),
        help_text=_("Then only who may see money reads it."),
        required=False,
    )
    field_order = ("why", "day", "starts", "ends", "where", "people", "session", "money")

    def __init__(
        self, *args: Any, people: People, sessions: Iterable[tuple[UUID, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "people", people)
        _offer(self, "session", sessions, first=_("No"))

    def asked(self) -> Asked:
        """For the service."""
        data = self.cleaned_data
        people = [UUID(one) for one in data.get("people", ())]
        return Asked(data["why"], self.slot(), data["money"], people)


class SessionForm(SlotForm):
    """Some hours of a practice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["where"]


class WordsForm(forms.Form):
    """A question, or what one brings."""

    text = forms.CharField(
        label=_("In your own words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )


class HeldForm(forms.Form):
    """Who was there, and how long."""

    came = forms.MultipleChoiceField(
        label=_("Who was there?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    resident_came = forms.BooleanField(label=_("The resident was there"), required=False)
    minutes = forms.IntegerField(
        label=_("How many minutes did it take?"), min_value=1, max_value=600
    )

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "came", people)


class AgreeForm(forms.Form):
    """Who does what, before which day."""

    what = forms.CharField(label=_("What do we agree?"), max_length=500)
    place = forms.ChoiceField(label=_("Who does it?"), required=False)
    due_on = DayField(label=_("Before or on which day?"))

    def __init__(self, *args: Any, people: People, resident: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", resident), *((str(uuid), name) for uuid, name in people)]
        cast("forms.ChoiceField", self.fields["place"]).choices = choices


class ReportForm(forms.Form):
    """What was said, for the resident and the carer."""

    text = forms.CharField(
        label=_("What did you talk about, and what happens now?"),
        help_text=_("Plain words, short sentences. The resident reads this."),
        max_length=REPORT,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    read_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class FoundForm(forms.Form):
    """How I find it: some sentences, from 1 (not at all) to 5 (quite so), and own words."""

    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("Only you read this. It is not compared with what others say."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, moment: str, side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = QUESTIONS.get((moment, side)) or QUESTIONS[moment, "person"]
        if side == "carer" and moment == "after":
            asked = (*QUESTIONS[moment, "person"], *asked)
        words = self.fields.pop("words")
        for code, sentence in asked:
            self.fields[code] = forms.ChoiceField(
                label=sentence, choices=MARKS, required=False, help_text=_("1 is no, 5 is yes.")
            )
        self.fields["words"] = words
        if moment == "before" and side != "professional":
            words.label = _("What should be different after the talk?")
        self.codes = [code for code, _sentence in asked]

    def marks(self) -> dict[str, int]:
        """The marks that were given."""
        data = self.cleaned_data
        return {code: int(data[code]) for code in self.codes if data[code]}


def _offer(form: forms.Form, name: str, rows: People, first: Any = None) -> None:
    choices = [(str(uuid), label) for uuid, label in rows]
    if not choices:
        del form.fields[name]
        return
    field = cast("forms.ChoiceField", form.fields[name])
    field.choices = [("", first), *choices] if first is not None else choices
