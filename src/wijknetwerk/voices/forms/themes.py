"""Forms about themes."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer
from wijknetwerk.voices.selectors.themes import Choosable


class ThemeForm(forms.Form):
    """What a theme is called and what it is about; for a new one, its first stories."""

    title = forms.CharField(label=_("What is it called?"), max_length=120)
    about = forms.CharField(
        label=_("What is it about?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a few sentences, as the tellers would say it."),
    )


class SortForm(forms.Form):
    """Which stories belong to the theme."""

    stories = forms.MultipleChoiceField(
        label=_("Belongs to this theme"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, choosable: list[Choosable], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choosable = choosable
        lines = [(str(one.uuid), _line(one)) for one in choosable]
        offer(self, "stories", lines)
        self.fields["stories"].initial = [str(one.uuid) for one in choosable if one.inside]

    def chosen(self) -> list[UUID]:
        """What was ticked."""
        return [UUID(one) for one in self.cleaned_data["stories"]]

    def shown(self) -> list[UUID]:
        """What could be ticked."""
        return [one.uuid for one in self.choosable]


def _line(one: Choosable) -> str:
    """Its title with the words below; of one without title only the words."""
    words = " ".join(one.words.split()).replace("|", " ")
    more = words if len(words) <= 160 else f"{words[:160].rsplit(' ', 1)[0]} …"
    return f"{one.title.replace('|', ' ')}|{more}" if one.own_title else more


class MergeForm(forms.Form):
    """Into which theme it goes."""

    into = forms.ChoiceField(label=_("Into which theme does it go?"))

    def __init__(self, *args: Any, themes: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Choose")), *((str(uuid), title) for uuid, title in themes)]
        offer(self, "into", choices)

    def clean_into(self) -> UUID:
        """The theme as an id."""
        return UUID(self.cleaned_data["into"])


class CloseForm(forms.Form):
    """What came of a theme."""

    brought = forms.CharField(
        label=_("What came of it?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
