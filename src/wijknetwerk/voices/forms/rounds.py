"""Forms of rounds of dots: opening one, voting, entering paper and tables."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijknetwerk.core import clock
from wijknetwerk.core.choices import offer
from wijknetwerk.core.day_field import DayField
from wijknetwerk.voices.services import rounds

GROUP_HELP = _("We never add the groups up. So everybody sees who wants what.")


class RoundForm(forms.Form):
    """A question and what one can choose. Themes are ticked, own words go one a line."""

    question = forms.CharField(
        label=_("What do you want to know?"),
        max_length=160,
        help_text=_("For example: what should we begin with this winter?"),
    )
    themes = forms.MultipleChoiceField(
        label=_("Which themes can people choose?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label=_("What else can people choose? One on each line."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    why = forms.CharField(
        label=_("What happens with the result?"),
        max_length=300,
        required=False,
        help_text=_("Tell it before people vote. They want to know."),
    )
    from_on = DayField(label=_("From which day can people vote?"))
    last_on = DayField(label=_("What is the last day?"))
    dots = forms.IntegerField(label=_("How many dots does everybody have?"), min_value=1)
    most_on_one = forms.IntegerField(
        label=_("How many of them may go on one?"),
        min_value=1,
        help_text=_("With one dot on each, most is shown afterwards."),
    )

    def __init__(self, *args: Any, themes: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        today = clock.today()
        usual = {
            "from_on": today,
            "last_on": today + timedelta(days=14),
            "dots": 3,
            "most_on_one": 1,
            "themes": [str(uuid) for uuid, _title in themes],
        }
        kwargs["initial"] = usual
        super().__init__(*args, **kwargs)
        self._themes = {str(uuid): title for uuid, title in themes}
        if themes:
            chosen = [(uuid, title) for uuid, title in self._themes.items()]
            offer(self, "themes", chosen)
        else:
            del self.fields["themes"]
            self.fields["words"].label = _("What can people choose? One on each line.")

    def clean(self) -> dict[str, Any]:
        """Say beside the field what does not fit; the service keeps to it."""
        said: dict[str, Any] = super().clean() or {}
        options = self._options(said)
        if not 2 <= len(options) <= rounds.MOST_OPTIONS:
            self.add_error("words", ValidationError(_("Give between two and twelve choices.")))
        elif len({text.casefold() for text, _theme in options}) < len(options):
            self.add_error("words", ValidationError(_("The same choice stands there twice.")))
        if any(len(text) > 120 for text, _theme in options):
            self.add_error("words", ValidationError(_("Keep each choice under 120 letters.")))
        begun, last = said.get("from_on"), said.get("last_on")
        if begun and last and not clock.today() <= last < begun + rounds.LONGEST:
            self.add_error("last_on", ValidationError(_("Choose a day within three months.")))
        elif begun and last and last < begun:
            self.add_error("last_on", ValidationError(_("Choose a later day.")))
        dots, most = said.get("dots") or 0, said.get("most_on_one") or 0
        if dots > 10:
            self.add_error("dots", ValidationError(_("Ten at most.")))
        elif most > dots:
            self.add_error("most_on_one", ValidationError(_("Not more than one has.")))
        return said

    def _options(self, said: dict[str, Any]) -> list[tuple[str, UUID | None]]:
        lines = [" ".join(line.split()) for line in (said.get("words") or "").splitlines()]
        themes = [(self._themes[uuid], UUID(uuid)) for uuid in said.get("themes") or []]
        return [*themes, *((line, None) for line in lines if line)]

    def said(self) -> rounds.Said:
        """What was filled in, for the service. The last day is one on which people vote."""
        kept = self.cleaned_data
        return rounds.Said(
            question=kept["question"],
            why=kept["why"],
            from_on=kept["from_on"],
            until_on=kept["last_on"] + timedelta(days=1),
            options=self._options(kept),
            dots=kept["dots"],
            most_on_one=kept["most_on_one"],
        )


class DotsForm(forms.Form):
    """Somebody's dots: options to tick, or with more than one dot on each a number beside it."""

    def __init__(
        self,
        *args: Any,
        options: Sequence[tuple[int, str]],
        dots: int,
        most_on_one: int,
        group: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._dots, self._options = dots, options
        if most_on_one == 1:
            self.fields["chosen"] = forms.MultipleChoiceField(
                label=ngettext("Choose one", "Choose at most %(num)s", dots) % {"num": dots},
                choices=[(str(place), text) for place, text in options],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        else:
            for place, text in options:
                self.fields[f"dots_{place}"] = forms.TypedChoiceField(
                    label=text,
                    coerce=int,
                    choices=[(number, str(number)) for number in range(most_on_one + 1)],
                    initial=0,
                )
        self.fields["group"] = forms.ChoiceField(
            label=_("As whom do you vote?"),
            choices=rounds.GROUPS,
            initial=group or None,
            widget=forms.RadioSelect,
            help_text=GROUP_HELP,
        )

    def clean(self) -> dict[str, Any]:
        """Not more dots than there are."""
        said: dict[str, Any] = super().clean() or {}
        if sum(self._found(said).values()) > self._dots:
            sentence = ngettext(
                "You have one dot. Take some away.",
                "You have %(num)s dots. Take some away.",
                self._dots,
            )
            first = "chosen" if "chosen" in self.fields else f"dots_{self._options[0][0]}"
            self.add_error(first, ValidationError(sentence % {"num": self._dots}))
        return said

    def _found(self, said: dict[str, Any]) -> dict[int, int]:
        if "chosen" in self.fields:
            return {int(place): 1 for place in said.get("chosen") or []}
        return {place: said.get(f"dots_{place}") or 0 for place, _text in self._options}

    def dots(self) -> dict[int, int]:
        """Dots by the place of the option."""
        return self._found(self.cleaned_data)


class BallotForm(DotsForm):
    """A ballot of paper, typed over."""

    code = forms.CharField(
        label=_("Which code stands on the ballot?"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class TableForm(forms.Form):
    """What one group put on the sheet on the wall."""

    group = forms.ChoiceField(
        label=_("Whose dots are these?"), choices=rounds.GROUPS, widget=forms.RadioSelect
    )
    people = forms.IntegerField(
        label=_("How many people of this group put dots?"), min_value=1, max_value=1000
    )

    def __init__(
        self,
        *args: Any,
        options: Sequence[tuple[int, str]],
        dots: int,
        most_on_one: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._options, self._each, self._most = options, dots, most_on_one
        for place, text in options:
            self.fields[f"dots_{place}"] = forms.IntegerField(
                label=text, min_value=0, max_value=10_000, initial=0
            )
        self.fields["sure"] = forms.BooleanField(
            label=_("We counted with two people"),
            help_text=_("Afterwards nobody can take dots away again."),
        )

    def clean(self) -> dict[str, Any]:
        """Not more dots than these people have."""
        said: dict[str, Any] = super().clean() or {}
        people, dots = said.get("people"), self._found(said)
        if not people:
            return said
        words = {"people": people, "dots": people * self._each}
        if sum(dots.values()) > people * self._each:
            sentence = _("%(people)s people have at most %(dots)s dots. Count once more.")
            self.add_error("people", ValidationError(sentence % words))
        for place, number in dots.items():
            if number > people * self._most:
                self.add_error(f"dots_{place}", ValidationError(_("That is more than can be.")))
        return said

    def _found(self, said: dict[str, Any]) -> dict[int, int]:
        return {place: said.get(f"dots_{place}") or 0 for place, _text in self._options}

    def dots(self) -> dict[int, int]:
        """Dots by the place of the option."""
        return self._found(self.cleaned_data)


class BallotsForm(forms.Form):
    """How many ballots to print."""

    number = forms.IntegerField(
        label=_("How many ballots?"),
        min_value=1,
        max_value=rounds.MOST_BALLOTS,
        initial=20,
        help_text=_("Two go on one sheet of paper."),
    )
