"""Forms about teams, their people, connectors and lines to colleagues."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.choices import offer
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.networks import words
from wijknetwerk.networks.services.teams import NAMES, OFTEN, OPEN_TO, REPRESENTS, STATUSES, Said


class TeamForm(forms.Form):
    """All that is said about a team. Only the name and the kind are needed."""

    name = forms.CharField(label=_("What is the team called?"), max_length=80)
    kind = forms.ChoiceField(label=_("What kind of team is it?"))
    purpose = forms.CharField(
        label=_("What is it for, in one or two sentences?"), max_length=300, required=False
    )
    lead = forms.ChoiceField(
        label=_("Who arranges and chairs?"),
        required=False,
        help_text=_("You can also choose this later."),
    )
    status = forms.ChoiceField(label=_("How is it doing?"), choices=STATUSES)
    wanted = forms.MultipleChoiceField(
        label=_("Which professions have a fixed connector in this team?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A profession without a connector shows as a place that is free."),
    )
    meets = forms.CharField(
        label=_("When and where does it meet?"),
        max_length=300,
        required=False,
        help_text=_("For example: first Tuesday of the month, 12.30, in the health centre."),
    )
    open_to_residents = forms.ChoiceField(
        label=_("Can residents and volunteers be in the team?"), choices=OPEN_TO
    )
    joins_freely = forms.BooleanField(
        label=_("Members join with one tap, without asking"), required=False
    )
    fixed_from = DayField(label=_("From which day do the same people meet?"), required=False)
    fixed_until = DayField(
        label=_("Until which day do the same people meet?"),
        required=False,
        help_text=_("A while with the same people builds trust. Change it later as you like."),
    )
    changes_agreed = forms.CharField(
        label=_("What did you agree about changes of people?"), max_length=300, required=False
    )
    hours = forms.CharField(
        label=_("Who gives the time?"),
        max_length=300,
        required=False,
        help_text=_("For example: each organisation gives two hours a month."),
    )
    hours_a_month = forms.DecimalField(
        label=_("How many hours a month, together?"),
        max_digits=5,
        decimal_places=1,
        min_value=0,
        required=False,
        localize=True,
    )

    def __init__(
        self, *args: Any, members: list[tuple[UUID, str]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kinds = [("", _("Choose")), *words.choices(words.team_kinds())]
        offer(self, "kind", kinds)
        every = words.choices(words.disciplines())
        offer(self, "wanted", every)
        if members is None:
            del self.fields["lead"]
        else:
            nobody = ("", _("Nobody yet"))
            people = [(str(uuid), name) for uuid, name in members]
            offer(self, "lead", [nobody, *people])

    def clean(self) -> dict[str, Any]:
        """Say beside the field that a period ends after it begins; the service keeps to it."""
        said: dict[str, Any] = super().clean() or {}
        begun, until = said.get("fixed_from") or clock.today(), said.get("fixed_until")
        if until and until <= begun:
            self.add_error("fixed_until", ValidationError(_("Choose a later day.")))
        return said

    def said(self) -> Said:
        """What was filled in, for the service."""
        kept = {name: self.cleaned_data[name] for name in NAMES}
        return Said(**{**kept, "wanted": tuple(kept["wanted"])})

    def chosen_lead(self) -> UUID | None:
        """The member who leads, or None."""
        chosen = self.cleaned_data.get("lead")
        return UUID(chosen) if chosen else None


class PlaceForm(forms.Form):
    """Somebody's place in the team."""

    member = forms.ChoiceField(label=_("Who?"))
    represents = forms.ChoiceField(label=_("For whom does this person speak?"), choices=REPRESENTS)
    is_lead = forms.BooleanField(label=_("Arranges and chairs the team"), required=False)

    def __init__(self, *args: Any, members: list[tuple[UUID, str]] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if members is None:
            del self.fields["member"]
            return
        chosen = [("", _("Choose")), *((str(uuid), name) for uuid, name in members)]
        offer(self, "member", chosen)

    def clean_member(self) -> UUID:
        """The member as an id."""
        return UUID(self.cleaned_data["member"])


class WordsForm(forms.Form):
    """A sentence that goes with a question."""

    said = forms.CharField(
        label=_("What would you like to say with it?"), max_length=300, required=False
    )


class AskConnectorForm(WordsForm):
    """Whom to ask to be connector."""

    member = forms.ChoiceField(label=_("Whom do you ask?"))
    field_order = ("member", "said")

    def __init__(self, *args: Any, members: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [("", _("Choose")), *((str(uuid), name) for uuid, name in members)]
        offer(self, "member", chosen)

    def clean_member(self) -> UUID:
        """The member as an id."""
        return UUID(self.cleaned_data["member"])


class ConnectorForm(forms.Form):
    """Which number members may call, and who stands in."""

    phone_shown = forms.BooleanField(
        label=_("Members of the network may see my phone number"),
        required=False,
        help_text=_("It also stands on the sheet of paper 'Who do I call for what?'."),
    )
    phone = PhoneField(
        label=_("Another number than that of your account"),
        required=False,
        help_text=_("For example the number of your work. Only kept while members may see it."),
    )
    substitute = forms.ChoiceField(label=_("Who stands in for you?"), required=False)

    def __init__(self, *args: Any, members: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [("", _("Nobody yet")), *((str(uuid), name) for uuid, name in members)]
        offer(self, "substitute", chosen)

    def clean_substitute(self) -> UUID | None:
        """The member as an id, or None."""
        chosen = self.cleaned_data["substitute"]
        return UUID(chosen) if chosen else None


class LineForm(forms.Form):
    """'What do I take back?': to whom, how, and how often."""

    to_whom = forms.CharField(
        label=_("To which colleagues or neighbours, or to which meeting?"), max_length=120
    )
    how = forms.CharField(
        label=_("How do you tell it, in one sentence?"),
        max_length=200,
        help_text=_("Write nothing about other people's lives."),
    )
    often = forms.ChoiceField(label=_("How often?"), choices=OFTEN)


class EndTeamForm(forms.Form):
    """Why a team ends, and what it brought."""

    reason = forms.CharField(label=_("Why does the team end?"), max_length=300)
    brought = forms.CharField(
        label=_("What did it bring, and what did you learn?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("All members can read this. Write nothing about other people's lives."),
    )
