"""Forms about actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import Choices, PickField, offer_things
from wijknetwerk.core.day_field import DayField
from wijknetwerk.goals.forms.fields import ThingField
from wijknetwerk.goals.services.actions import NewAction, Said


class _Belongs(forms.Form):
    """The team and the goal that an action belongs to, as far as there are any."""

    team = PickField(label=_("Of which team?"), required=False)
    goal = PickField(label=_("For which goal?"), required=False)

    def offer(self, teams: Choices, goals: Choices) -> None:
        """Fill the lists; an empty list is not asked."""
        for name, chosen, nothing in (
            ("team", teams, _("Of the whole network")),
            ("goal", goals, _("No goal")),
        ):
            if chosen:
                offer_things(self, name, chosen, nothing)
            else:
                del self.fields[name]


class ActionForm(_Belongs):
    """What is agreed: what, who and by when."""

    what = forms.CharField(
        label=_("What will be done?"),
        max_length=200,
        help_text=_("Short and clear, for example: call the village hall. No names of residents."),
    )
    owner = PickField(
        label=_("Who does it?"),
        required=False,
        help_text=_("One person. Others can help, but one person sees to it."),
    )
    by_on = DayField(label=_("By which day?"))
    source = ThingField()
    field_order = ("what", "owner", "by_on", "team", "goal", "source")

    def __init__(
        self,
        *args: Any,
        members: Choices | None,
        teams: Choices,
        goals: Choices,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if members is None:
            del self.fields["owner"]
        else:
            offer_things(self, "owner", members, _("Nobody yet"))
        self.offer(teams, goals)

    def new(self, *, own: Any) -> NewAction:
        """What was filled in; without a choice the reader does it (`own`)."""
        said = self.cleaned_data
        return NewAction(
            what=said["what"],
            by_on=said["by_on"],
            owner=said["owner"] if "owner" in self.fields else own,
            team=said.get("team"),
            goal=said.get("goal"),
            source=said.get("source"),
        )


class ChangeActionForm(_Belongs):
    """What is said anew; the day and the owner have acts of their own."""

    what = forms.CharField(label=_("What will be done?"), max_length=200)
    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("what", "team", "goal", "version")

    def __init__(self, *args: Any, teams: Choices, goals: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(teams, goals)

    def said(self) -> Said:
        """What was filled in, for the service."""
        said = self.cleaned_data
        return Said(what=said["what"], team=said.get("team"), goal=said.get("goal"))


class MoveForm(forms.Form):
    """Another day, and why."""

    by_on = DayField(label=_("To which day?"))
    reason = forms.CharField(
        label=_("Why another day?"),
        max_length=300,
        help_text=_("All members can read this. Write nothing about other people's lives."),
    )


class DropForm(forms.Form):
    """Why it won't happen."""

    reason = forms.CharField(
        label=_("Why won't it happen?"),
        max_length=300,
        help_text=_("Stopping is fine. All members can read why."),
    )


class ReopenForm(forms.Form):
    """By when now."""

    by_on = DayField(label=_("By which day now?"))
    reason = forms.CharField(label=_("Why is it open again?"), max_length=300, required=False)


class AskOverForm(forms.Form):
    """Whom to ask to take it over."""

    member = PickField(label=_("Whom do you ask?"))
    words = forms.CharField(
        label=_("What would you like to say with it?"), max_length=300, required=False
    )

    def __init__(self, *args: Any, members: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "member", members, _("Choose"))


class OwnerForm(forms.Form):
    """Who does it from now on."""

    member = PickField(label=_("Who does it?"))

    def __init__(self, *args: Any, members: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "member", members, _("Choose"))
