"""An example as a form: everything can be changed or left out before it is saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.choices import Choices, PickField, offer_things
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.templating import date_words
from wijknetwerk.goals.services.goals import SaidGoal, SaidMeasure
from wijknetwerk.goals.services.templates import Chosen
from wijknetwerk.goals.templates_content import ModelGoal, Template


def _keep(words: str, by_on: date | None = None) -> forms.BooleanField:
    """A tick for something of the example, with the day that was counted for it."""
    until = _("by %(day)s") % {"day": date_words(by_on)} if by_on else ""
    return forms.BooleanField(label=words, help_text=until, required=False, initial=True)


class StartForm(forms.Form):
    """From which day, for which team."""

    vanaf = DayField(label=_("On which day do you begin?"))
    team = PickField(label=_("For which team?"), required=False)

    def __init__(self, *args: Any, teams: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if teams:
            offer_things(self, "team", teams, _("For the whole network"))
        else:
            del self.fields["team"]


@dataclass(frozen=True, slots=True)
class Part:
    """The fields of one goal, for the page."""

    keep: Any
    sentence: Any
    by_on: Any
    measures: list[tuple[Any, Any]]
    actions: list[tuple[Any, Any, Any, Any]]

    @property
    def wrong(self) -> bool:
        """Whether something in it has to be filled in anew."""
        fields = [self.sentence, self.by_on, *(text for _keep, text in self.measures)]
        fields += [one for row in self.actions for one in row[1:] if one is not None]
        return any(one.errors for one in fields)


class TemplateForm(forms.Form):
    """All goals and actions of an example, ticked and dated from the start."""

    def __init__(
        self,
        *args: Any,
        template: Template,
        start: date,
        members: Choices | None,
        own: UUID | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.template, self.start = template, start
        self.members, self.own = members, own
        for place, goal in enumerate(template.goals):
            self._add_goal(f"g{place}", goal)

    def _day(self, days: int) -> date:
        return clock.add_working_days(self.start, days)

    def _add_goal(self, name: str, goal: ModelGoal) -> None:
        self.fields[name] = _keep(goal.sentence, self._day(goal.days))
        self.fields[f"{name}_text"] = forms.CharField(
            label=_("Goal"), max_length=200, required=False, initial=goal.sentence
        )
        self.fields[f"{name}_by"] = DayField(
            label=_("Reached by which day?"), required=False, initial=self._day(goal.days)
        )
        for place, measure in enumerate(goal.measures):
            mine = f"{name}m{place}"
            self.fields[mine] = _keep(_("We count: %(what)s") % {"what": measure.what})
            self.fields[f"{mine}_text"] = forms.CharField(
                label=_("What we count"), max_length=160, required=False, initial=measure.what
            )
        for place, action in enumerate(goal.actions):
            self._add_action(f"{name}a{place}", action.what, self._day(action.days))

    def _add_action(self, name: str, what: str, by_on: date) -> None:
        self.fields[name] = _keep(what, by_on)
        self.fields[f"{name}_text"] = forms.CharField(
            label=_("What will be done?"), max_length=200, required=False, initial=what
        )
        self.fields[f"{name}_by"] = DayField(
            label=_("By which day?"), required=False, initial=by_on
        )
        if self.members is not None:
            who = PickField(label=_("Who does it?"), required=False, initial=str(self.own))
            who.offer(self.members, _("Nobody yet"))
            self.fields[f"{name}_who"] = who

    @property
    def parts(self) -> Iterator[Part]:
        """The fields goal by goal."""
        for place, goal in enumerate(self.template.goals):
            name = f"g{place}"
            measures = [f"{name}m{one}" for one in range(len(goal.measures))]
            actions = [f"{name}a{one}" for one in range(len(goal.actions))]
            yield Part(
                self[name],
                self[f"{name}_text"],
                self[f"{name}_by"],
                [(self[one], self[f"{one}_text"]) for one in measures],
                [
                    (
                        self[one],
                        self[f"{one}_text"],
                        self[f"{one}_by"],
                        self[f"{one}_who"] if f"{one}_who" in self.fields else None,
                    )
                    for one in actions
                ],
            )

    def clean(self) -> dict[str, Any]:
        """What is kept has words, and an action its day."""
        said: dict[str, Any] = super().clean() or {}
        kept = [name for name in self.fields if "_" not in name and said.get(name)]
        for name in kept:
            if not said.get(f"{name}_text") and f"{name}_text" not in self.errors:
                self.add_error(f"{name}_text", _("Fill this in, or leave it out."))
            by = f"{name}_by"
            if "a" in name and not said.get(by) and by not in self.errors:
                self.add_error(by, _("Choose a day, or leave this out."))
        if not any(said.get(f"g{place}") for place in range(len(self.template.goals))):
            raise ValidationError(_("Keep at least one goal."))
        return said

    def chosen(self, team: UUID | None) -> list[Chosen]:
        """What was kept, for the service. What belongs to a goal that was left out goes with it."""
        said = self.cleaned_data
        return [
            self._chosen(f"g{place}", goal, team)
            for place, goal in enumerate(self.template.goals)
            if said[f"g{place}"]
        ]

    def _chosen(self, name: str, goal: ModelGoal, team: UUID | None) -> Chosen:
        said = self.cleaned_data
        measures = [
            SaidMeasure(
                what=said[f"{name}m{place}_text"],
                unit=one.unit,
                start=one.start,
                target=one.target,
                direction=one.direction,
                how=one.how,
            )
            for place, one in enumerate(goal.measures)
            if said[f"{name}m{place}"]
        ]
        kept = [f"{name}a{one}" for one in range(len(goal.actions)) if said[f"{name}a{one}"]]
        actions = [
            (said[f"{one}_text"], said[f"{one}_by"], said.get(f"{one}_who", self.own))
            for one in kept
        ]
        words = said[f"{name}_text"]
        mine = SaidGoal(words, goal.for_whom, said[f"{name}_by"], self.own, team)
        return Chosen(mine, tuple(measures), tuple(actions))
