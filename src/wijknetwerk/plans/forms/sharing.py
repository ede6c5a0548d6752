"""Who may see what: a choice of one's own, one thing, how it was said, and beginning together."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.choices import offer
from wijknetwerk.core.day_field import DayField
from wijknetwerk.plans.models import CircleRole
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Preset, Sharing
from wijknetwerk.plans.services.sharing import Terms
from wijknetwerk.privacy.purposes import Deed, Given, Ground
from wijknetwerk.privacy.services import LONGEST

SAID = [
    (Given.SPOKEN.value, _("They said it to me")),
    (Given.ON_PAPER.value, _("They wrote it on paper")),
]
WHOLE = [
    (Preset.EVERYTHING.value, _("Everything")),
    (Preset.BUT_MONEY.value, _("Everything, but nothing about money")),
]
GROUNDS = [
    (Ground.PUBLIC_TASK.value, Ground.PUBLIC_TASK.label),
    (Ground.LEGAL_DUTY.value, Ground.LEGAL_DUTY.label),
]
MORE = [
    (Deed.WRITE.value, _("Write in it too")),
    (Deed.DISCUSS.value, _("Talk about it with others who see it")),
]


class _HowForm(forms.Form):
    """How a resident said it who can't sign in, for who notes it; and the task of the law on which
    a municipality rests."""

    ground = forms.ChoiceField(
        label=_("On what does this rest?"),
        help_text=_("This party works for the municipality. Then a yes alone is not enough."),
        choices=GROUNDS,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("Which task, and which article of the law?"), max_length=120)
    how = forms.ChoiceField(
        label=_("How was this said?"), choices=SAID, widget=forms.RadioSelect, required=True
    )

    def __init__(
        self, *args: Any, notes: bool = False, needs_task: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not notes:
            del self.fields["how"]
        if not needs_task:
            del self.fields["ground"], self.fields["note"]

    def terms(self, *, lasts: timedelta = LONGEST, beside: bool = False) -> Terms:
        """For the service."""
        data = self.cleaned_data
        return Terms(
            ground=Ground(data.get("ground") or Ground.CONSENT),
            note=data.get("note", ""),
            lasts=lasts,
            how=Given(data.get("how") or Given.IN_APP),
            beside=beside,
        )


class ShareForm(_HowForm):
    """One of two ways to share the whole, each with one press."""

    preset = forms.ChoiceField(
        label=_("What may they see?"), choices=WHOLE, widget=forms.RadioSelect
    )
    field_order = ("preset", "how")


class OwnForm(_HowForm):
    """One's own choice of parts, of what may be done, and until when."""

    parts = forms.MultipleChoiceField(
        label=_("What may they see?"), widget=forms.CheckboxSelectMultiple
    )
    also = forms.MultipleChoiceField(
        label=_("What may they do more than read?"),
        choices=MORE,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    until_on = DayField(
        label=_("Until and including which day?"),
        help_text=_("Empty: for a year. Longer than a year can't be; then we ask again."),
        required=False,
    )
    field_order = ("parts", "also", "until_on", "ground", "note", "how")

    def __init__(self, *args: Any, parts: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.MultipleChoiceField", self.fields["parts"]).choices = list(parts)

    def clean_until_on(self) -> timedelta:
        """How long that is."""
        day = self.cleaned_data["until_on"]
        if day is None:
            return LONGEST
        if day <= clock.today():
            raise ValidationError(_("Choose a day that is still to come."))
        if day > clock.today() + LONGEST:
            raise ValidationError(_("Choose a date within twelve months. We ask again after that."))
        night = datetime.combine(day + timedelta(days=1), time(), tzinfo=clock.AMSTERDAM)
        return min(night - timedelta(seconds=1) - clock.now(), LONGEST)

    def chosen(self) -> Sharing:
        """For the service."""
        data = self.cleaned_data
        parts = tuple(Part(name) for name in data["parts"])
        return Sharing(parts, (Deed.READ, *(Deed(name) for name in data["also"])))


class OneThingForm(_HowForm):
    """One thing of the plan, for somebody."""

    thing = forms.ChoiceField(label=_("Which one thing?"), widget=forms.RadioSelect)
    field_order = ("thing", "ground", "note", "how")

    def __init__(self, *args: Any, things: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "thing", list(things))


class WhoForm(forms.Form):
    """Whom of the circle, by the press beside their name."""

    place = forms.UUIDField()
    how = forms.ChoiceField(choices=Given.choices, required=False)

    def terms(self) -> Terms:
        """For the service: beside what they have."""
        return Terms(how=Given(self.cleaned_data["how"] or Given.IN_APP), beside=True)


class WitnessForm(forms.Form):
    """A plan at the word of somebody who can't sign in, with the first of the circle."""

    resident = forms.ChoiceField(label=_("Whose plan is it?"))
    how = forms.ChoiceField(
        label=_("How did they say that they want a plan?"), choices=SAID, widget=forms.RadioSelect
    )
    member = forms.ChoiceField(
        label=_("Whom do they want beside them first?"),
        help_text=_("This person is called first and writes down what they say. Not you."),
    )
    role = forms.ChoiceField(label=_("As what?"), choices=CircleRole.choices)
    relation = forms.CharField(label=_("Who is this to them?"), max_length=120, required=False)
    preset = forms.ChoiceField(
        label=_("What may this person see?"), choices=WHOLE, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, members: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [("", _("Choose who")), *((str(uuid), name) for uuid, name in members)]
        for name in ("resident", "member"):
            cast("forms.ChoiceField", self.fields[name]).choices = listed
