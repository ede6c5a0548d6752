"""Forms for telling something, writing it down for somebody, and how far it may go."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from wijknetwerk.core import clock
from wijknetwerk.core.day_field import DayField
from wijknetwerk.voices.sentences import reach_sentence
from wijknetwerk.voices.services.stories import HOWS, KINDS, REACHES, SOURCES, Teller, Told

LONGEST = 6000


def reaches() -> list[tuple[str, str]]:
    """How far it may go, each with its sentence on a second line."""
    return [(value, f"{label}|{reach_sentence(value)}") for value, label in REACHES]


class ReachFields(forms.Form):
    """How far it may go, and with which name."""

    reach = forms.ChoiceField(
        label=_("How far may it go?"), choices=reaches, widget=forms.RadioSelect, initial="network"
    )
    shown_name = forms.CharField(
        label=_("Which name may stand with it?"),
        max_length=60,
        required=False,
        help_text=_("Empty: no name. You choose how: a first name is enough."),
    )
    sure = forms.BooleanField(
        label=_("Yes, everybody may read that"), required=False, widget=forms.HiddenInput
    )

    def ask_if_sure(self) -> None:
        """Show the question about a text that seems to hold somebody's number or address."""
        self.fields["sure"].widget = forms.CheckboxInput()


class TellForm(ReachFields):
    """Own words first; only they are needed."""

    keeps_draft = True

    words = forms.CharField(
        label=_("What do you want to tell?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Write as you talk. Nobody corrects it."),
    )
    kind = forms.ChoiceField(label=_("What is it?"), choices=KINDS, widget=forms.RadioSelect)
    title = forms.CharField(label=_("A title"), max_length=100, required=False)
    photo = forms.FileField(label=_("A photo"), required=False)
    photo_words = forms.CharField(
        label=_("What does the photo show?"),
        max_length=200,
        required=False,
        help_text=_("For who can't see it. Needed with a photo."),
    )
    sound = forms.FileField(
        label=_("A short recording"),
        required=False,
        help_text=_("MP3, M4A, OGG, WAV or WebM, at most 10 MB."),
    )
    field_order: Iterable[str] | None = ("words", "kind", "reach", "shown_name", "sure")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial = self.fields["kind"].initial or "story"

    def told(self) -> Told:
        """What was filled in, for the service."""
        said = self.cleaned_data
        photo, sound = said.get("photo"), said.get("sound")
        return Told(
            words=said["words"],
            kind=said["kind"],
            title=said["title"],
            reach=said["reach"],
            shown_name=said["shown_name"],
            told_on=said.get("told_on"),
            source=said.get("source") or "here",
            photo=photo.read() if photo else None,
            photo_words=said["photo_words"],
            sound=sound.read() if sound else None,
            sure=said["sure"],
        )


class NoteForm(TellForm):
    """Somebody's words, written down for them."""

    words = forms.CharField(
        label=_("What does the teller say, in their own words?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    source = forms.ChoiceField(label=_("How did it come to you?"), choices=SOURCES)
    told_on = DayField(label=_("On which day?"), initial=clock.today)
    teller_name = forms.CharField(
        label=_("Who told it?"),
        max_length=120,
        required=False,
        help_text=_("Only you can read this name. Leave it empty when nobody has to know."),
    )
    how = forms.ChoiceField(label=_("How was yes said?"), choices=HOWS)
    said_yes = forms.BooleanField(
        label=_("I read the sentence of this choice aloud. They said yes."), required=False
    )
    field_order = (
        *("words", "kind", "source", "told_on", "teller_name", "reach", "shown_name"),
        *("sure", "how", "said_yes"),
    )

    def __init__(self, *args: Any, member: UUID | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member
        if member is not None:
            del self.fields["teller_name"]

    def teller(self) -> Teller:
        """Who told it and how they said yes, for the service."""
        said = self.cleaned_data
        name = said.get("teller_name", "")
        return Teller(said["how"], said["said_yes"], self.member, name)


class TalkForm(forms.Form):
    """Many short statements of one conversation, without names."""

    keeps_draft = True

    statements = forms.CharField(
        label=_("What was said? One statement on each line."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("In people's own words. Write no names."),
    )
    kind = forms.ChoiceField(label=_("What are they?"), choices=KINDS, widget=forms.RadioSelect)
    told_on = DayField(label=_("On which day?"), initial=clock.today)
    reach = forms.ChoiceField(
        label=_("How far may they go?"),
        choices=reaches,
        widget=forms.RadioSelect,
        initial="network",
    )
    said_yes = forms.BooleanField(
        label=_("The group heard the sentence of this choice and agreed."), required=False
    )
    sure = forms.BooleanField(
        label=_("Yes, everybody may read that"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial = "story"

    def clean_statements(self) -> list[str]:
        """The lines with something on them; at most a hundred."""
        lines = [line.strip(" \t-*•") for line in self.cleaned_data["statements"].splitlines()]
        found = [line for line in lines if line]
        if len(found) > 100:
            raise forms.ValidationError(
                ngettext_lazy("At most %(num)s statement.", "At most %(num)s statements.", 100)
                % {"num": 100}
            )
        return found

    def ask_if_sure(self) -> None:
        """Show the question about a text that seems to hold somebody's number or address."""
        self.fields["sure"].widget = forms.CheckboxInput()

    def lines(self) -> list[Told]:
        """For the service."""
        said = self.cleaned_data
        return [
            Told(
                words=line,
                kind=said["kind"],
                reach=said["reach"],
                told_on=said["told_on"],
                source="group",
                sure=said["sure"],
            )
            for line in said["statements"]
        ]


class WordsForm(forms.Form):
    """Own words, corrected."""

    words = forms.CharField(
        label=_("Your words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 9})
    )
    title = forms.CharField(label=_("A title"), max_length=100, required=False)
    read = forms.CharField(max_length=LONGEST * 2, widget=forms.HiddenInput)
    sure = forms.BooleanField(
        label=_("Yes, everybody may read that"), required=False, widget=forms.HiddenInput
    )

    def ask_if_sure(self) -> None:
        """Show the question about a text that seems to hold somebody's number or address."""
        self.fields["sure"].widget = forms.CheckboxInput()


class WordsForTellerForm(WordsForm):
    """The same, by who wrote it down, at the teller's word."""

    how = forms.ChoiceField(label=_("How did the teller say it?"), choices=HOWS)
    field_order = ("words", "title", "sure", "how", "read")


class ReachForm(ReachFields):
    """The teller says anew how far it goes."""


class ReachForTellerForm(ReachFields):
    """The same, by who wrote it down, at the teller's word."""

    how = forms.ChoiceField(label=_("How did the teller say it?"), choices=HOWS)


class AnswerForm(forms.Form):
    """An answer to a question."""

    words = forms.CharField(
        label=_("Your answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )


class SlipForm(forms.Form):
    """The code on a slip of paper."""

    code = forms.CharField(
        label=_("The code on your slip"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
