"""What is filled in on the card, in messages, at documents, by a carer, and at the end."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import Choices, offer_things
from wijknetwerk.core.day_field import DayField
from wijknetwerk.plans.models import Dimension, HoldsUp, Otherwise
from wijknetwerk.plans.services import carer, message
from wijknetwerk.plans.services.document import Sent
from wijknetwerk.plans.services.words import LONGEST, Card, Said

PROMPTS = {
    Dimension.BODY: _("How is your body? Think of energy, sleep, pain."),
    Dimension.MIND: _("How do you feel inside? Think of cheerful, sad, remembering."),
    Dimension.MEANING: _("Is there enough in your life that is worth it to you?"),
    Dimension.QUALITY: _("How pleasant is your life now? Think of enjoying, living, money."),
    Dimension.TAKING_PART: _("How is it with others? Do you feel you belong?"),
    Dimension.EVERY_DAY: _(
        "How do ordinary things go? Think of caring for yourself, planning your day."
    ),
}
TEN = [("", _("I skip this")), *((str(n), str(n)) for n in range(11))]


def _mark(label: Any, help_text: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=TEN,
        coerce=int,
        empty_value=None,
        required=False,
    )


def _words(label: Any, *, most: int = LONGEST, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CardForm(forms.Form):
    """Six sides of life, 0 to 10; each may be skipped."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for side in Dimension:
            self.fields[side.value] = _mark(side.label, PROMPTS[side])
        self.fields["why"] = _words(_("Why do you give these numbers?"))
        self.fields["first"] = _words(_("What is most important to you now?"))

    def card(self) -> Card:
        """For the service."""
        data = self.cleaned_data
        marks = {side.value: data[side] for side in Dimension if data[side] is not None}
        return Card(marks, data["why"], data["first"])


class SideGoalForm(forms.Form):
    """A side of life becomes a goal."""

    side = forms.ChoiceField(label=_("About what?"))
    text = _words(_("What do you want to change?"), required=True)
    look_back_on = DayField(label=_("When do we look back?"), required=False)

    def __init__(self, *args: Any, sides: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = sides  # type: ignore[attr-defined]

    def said(self) -> Said:
        """For the service."""
        return Said(self.cleaned_data["text"], look_back_on=self.cleaned_data["look_back_on"])


class BeforeAfterForm(forms.Form):
    """How somebody feels before and after."""

    before = _mark(_("How did you feel before?"), _("0 is as bad as can be, 10 as good as can be."))
    after = _mark(_("How do you feel now it is done?"))


class MessageForm(forms.Form):
    """To the circle."""

    text = _words(_("Your message"), most=message.LONGEST, required=True)
    money = forms.BooleanField(
        label=_("This is about money"),
        help_text=_("Then only who may see money reads it."),
        required=False,
    )
    without = forms.MultipleChoiceField(
        label=_("Not for"),
        help_text=_("Leave this empty and everybody reads it who may. The resident always does."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, people: Choices, money: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "without", people)
        if not people:
            del self.fields["without"]
        if not money:
            del self.fields["money"]

    def said(self) -> dict[str, Any]:
        """For the service."""
        data = self.cleaned_data
        without = [UUID(one) for one in data.get("without", ())]
        return {"text": data["text"], "money": data.get("money", False), "without": without}


class ReadersForm(forms.Form):
    """Who of the circle reads a document."""

    readers = forms.MultipleChoiceField(
        label=_("Who may read it?"),
        help_text=_("Only people who may see documents stand here. The resident always reads it."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "readers", people)
        if not people:
            del self.fields["readers"]

    def chosen(self) -> list[UUID]:
        """For the service."""
        return [UUID(one) for one in self.cleaned_data.get("readers", ())]


class DocumentForm(ReadersForm):
    """A document to add."""

    title = forms.CharField(label=_("What is it?"), max_length=120)
    file = forms.FileField(
        label=_("The file"),
        help_text=_("A PDF or a photo, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png,image/webp"}),
    )
    money = forms.BooleanField(
        label=_("This is about money"),
        help_text=_("Then only who may see money reads it."),
        required=False,
    )
    field_order = ("title", "file", "money", "readers")

    def __init__(self, *args: Any, money: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not money:
            del self.fields["money"]

    def sent(self) -> Sent:
        """For the service."""
        data = self.cleaned_data
        file = data["file"]
        return Sent(file.name, file.read(), data["title"], data.get("money", False), self.chosen())


class CarerForm(forms.Form):
    """How are you holding up?"""

    holds_up = forms.ChoiceField(
        label=_("How are you holding up?"), choices=HoldsUp.choices, widget=forms.RadioSelect
    )
    words = _words(_("What would help you?"), most=carer.LONGEST)


class CarerReadersForm(forms.Form):
    """To whom a carer shows it."""

    readers = forms.MultipleChoiceField(
        label=_("Who may read this?"),
        help_text=_("Choose nobody, and only you read it."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "readers", people)


class OtherwiseForm(forms.Form):
    """One tap at the end."""

    where = forms.ChoiceField(
        label=_("Where would you otherwise have gone?"),
        choices=Otherwise.choices,
        widget=forms.RadioSelect,
    )
