"""What is filled in about agreements and referrals."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.day_field import DayField
from wijknetwerk.plans.services.agreements import LONGEST, Deal, Who
from wijknetwerk.plans.services.referrals import Task
from wijknetwerk.plans.tasks import OTHER, TASKS, article_of

RESIDENT, BY_NAME = "resident", "name"
_WORDS = forms.Textarea(attrs={"rows": 3})


class AgreementForm(forms.Form):
    """Who does what, by when."""

    what = forms.CharField(
        label=_("What was agreed?"),
        help_text=_("In plain words, as you would say it at the table."),
        max_length=LONGEST,
        widget=_WORDS,
    )
    who = forms.ChoiceField(label=_("Who does it?"), widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("The name, if it is somebody else"), max_length=120, required=False
    )
    mail = forms.EmailField(
        label=_("An e-mail address, for a reminder"),
        help_text=_("Only for somebody else, by name, and only if the resident knows of it."),
        max_length=254,
        required=False,
    )
    due_on = DayField(label=_("Before or on which day?"))
    need = forms.ChoiceField(label=_("For what is it?"), required=False)
    money = forms.BooleanField(
        label=_("This is about money"),
        help_text=_("Then only who may see money reads it."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        resident: str,
        owners: Iterable[tuple[str, str]],
        needs: Iterable[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["who"]).choices = [
            (RESIDENT, resident),
            *owners,
            (BY_NAME, _("Somebody else, by name")),
        ]
        found = list(needs)
        if found:
            choices = [("", _("For nothing that stands in the plan")), *found]
            cast("forms.ChoiceField", self.fields["need"]).choices = choices
        else:
            del self.fields["need"]

    def clean(self) -> dict[str, Any]:
        """A name where somebody else does it."""
        data = super().clean() or {}
        if data.get("who") == BY_NAME and not data.get("name", "").strip():
            self.add_error("name", _("Write the name of who does it."))
        return data

    def deal(self) -> Deal:
        """For the service."""
        data = self.cleaned_data
        who = data["who"]
        owner = Who()
        if who == BY_NAME:
            owner = Who(name=data["name"], mail=data.get("mail", ""))
        elif who != RESIDENT:
            owner = Who(place=UUID(who))
        need = UUID(data["need"]) if data.get("need") else None
        return Deal(data["what"], data["due_on"], owner, money=data["money"], need=need)


class WordsForm(forms.Form):
    """Why, in own words; and another day where it is moved."""

    words = forms.CharField(max_length=LONGEST, widget=_WORDS)
    to = DayField(label=_("To which day?"))

    def __init__(self, *args: Any, label: Any, moves: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
        if not moves:
            del self.fields["to"]


class ReferralForm(forms.Form):
    """Which need, to whom, in which words."""

    need = forms.ChoiceField(label=_("For what is it?"))
    place = forms.ChoiceField(label=_("Whom do you ask?"), widget=forms.RadioSelect)
    what = forms.CharField(
        label=_("What do you ask?"),
        help_text=_("This is what they read: this one thing, and nothing else."),
        max_length=LONGEST,
        widget=_WORDS,
    )
    task = forms.ChoiceField(
        label=_("Only for the municipality: what is it for?"),
        help_text=_("The law asks this. The municipality may read it for this only."),
        required=False,
    )
    article = forms.CharField(
        label=_("If it is something else: which law and which article?"),
        help_text=_("Only the law and the article. Nothing about yourself or somebody else."),
        max_length=120,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        needs: Iterable[tuple[str, str]],
        places: Iterable[tuple[str, str]],
        asks_task: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["need"]).choices = list(needs)
        cast("forms.ChoiceField", self.fields["place"]).choices = list(places)
        if not asks_task:
            del self.fields["task"], self.fields["article"]
            return
        tasks = [(code, words) for code, (words, _article) in TASKS.items()]
        first, last = ("", _("It is not for the municipality")), (OTHER, _("Something else"))
        cast("forms.ChoiceField", self.fields["task"]).choices = [first, *tasks, last]

    def task_of_law(self) -> Task:
        """For the service."""
        data = self.cleaned_data
        return Task(article_of(data.get("task", ""), data.get("article", "")))


class WatcherForm(forms.Form):
    """Who watches; nobody is a choice too."""

    place = forms.ChoiceField(
        label=_("Who watches whether it is done?"), required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, places: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["place"]).choices = [*places, ("", _("Nobody"))]

    def chosen(self) -> UUID | None:
        """For the service."""
        found = self.cleaned_data["place"]
        return UUID(found) if found else None
