"""The form of a text: one for news, tools and questions, with the fields that each needs."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.choices import offer
from wijknetwerk.core.pictures import MOST_BYTES
from wijknetwerk.core.texts import Shown
from wijknetwerk.library.about import PHASES, READERS, About
from wijknetwerk.library.services.writing import AUDIENCES, MOST_SIGNS, Said

_OF_A_TOOL = (
    *("phases", "reader", "minutes", "group_size_min", "group_size_max"),
    *("material", "source", "source_year", "steps"),
)
_NUMBERS = ("minutes", "group_size_min", "group_size_max", "source_year")


class TextForm(forms.Form):
    """What a writer fills in. A title is enough to begin."""

    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Title"), max_length=120)
    summary = forms.CharField(
        label=_("In one sentence"),
        max_length=300,
        required=False,
        help_text=_("People read this first, in the list."),
    )
    body = forms.CharField(
        label=_("Text"),
        required=False,
        max_length=MOST_SIGNS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "data-markdown": True}),
    )
    phases = forms.MultipleChoiceField(
        label=_("When does it serve?"),
        required=False,
        choices=list(PHASES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    reader = forms.MultipleChoiceField(
        label=_("Who can use it?"),
        required=False,
        choices=list(READERS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    minutes = forms.IntegerField(
        label=_("How many minutes does it take?"), required=False, min_value=0, max_value=6000
    )
    group_size_min = forms.IntegerField(
        label=_("With how many people at least?"), required=False, min_value=0, max_value=500
    )
    group_size_max = forms.IntegerField(
        label=_("With how many people at most?"), required=False, min_value=0, max_value=500
    )
    material = forms.CharField(
        label=_("What do you need?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One thing on each line."),
    )
    source = forms.CharField(
        label=_("After whose work?"),
        required=False,
        max_length=300,
        help_text=_("For example: our own way of working."),
    )
    source_year = forms.IntegerField(
        label=_("From which year?"), required=False, min_value=0, max_value=2200
    )
    steps = forms.CharField(
        label=_("Codes of steps of the route where it serves"),
        required=False,
        max_length=500,
        help_text=_("With commas between them."),
    )
    success = forms.BooleanField(label=_("This tells of something that worked"), required=False)
    audience = forms.ChoiceField(
        label=_("Who may read it?"), choices=AUDIENCES, widget=forms.RadioSelect
    )
    what_changed = forms.CharField(
        label=_("What changed, in one sentence?"), max_length=300, required=False
    )
    leave_out = forms.MultipleChoiceField(
        label=_("Pictures that you leave out"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    picture = forms.FileField(
        label=_("Add a picture"),
        required=False,
        help_text=_("JPG, PNG or WebP. We make it smaller and take out where it was taken."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt = forms.CharField(
        label=_("What does one see in the picture?"),
        required=False,
        max_length=300,
        help_text=_("For people who can't see it. Name nobody who doesn't want that."),
    )
    decoration = forms.BooleanField(label=_("The picture is only decoration"), required=False)

    def __init__(
        self,
        *args: Any,
        kind: str,
        in_network: bool,
        changes: bool,
        pictures: Sequence[tuple[int, Shown]] = (),
        kept: About | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.kept = kept or About()
        gone = [] if kind == "tool" else list(_OF_A_TOOL)
        gone += ["success"] if kind != "news" else []
        gone += ["audience"] if kind != "news" else []
        gone += ["steps"] if in_network and kind == "tool" else []
        gone += [] if changes else ["what_changed"]
        gone += [] if pictures else ["leave_out"]
        for name in gone:
            del self.fields[name]
        if changes:
            self.fields["what_changed"].required = True
        if pictures:
            words = [(str(number), shown.alt or _("only decoration")) for number, shown in pictures]
            offer(self, "leave_out", words)

    def clean_picture(self) -> Any:
        """Too large is said before it is read."""
        sent = self.cleaned_data.get("picture")
        if sent and sent.size > MOST_BYTES:
            raise ValidationError(_("This picture is too large. Choose one of at most 10 MB."))
        return sent

    def clean(self) -> dict[str, Any]:
        """A picture has words, or is decoration; a group is not smaller than its smallest size."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("picture") and bool(said.get("alt", "").strip()) == said.get("decoration"):
            text = _(
                "Say in a few words what one sees, or say that the picture is only decoration."
            )
            self.add_error("alt", ValidationError(text))
        low, high = said.get("group_size_min") or 0, said.get("group_size_max") or 0
        if high and low > high:
            self.add_error("group_size_max", ValidationError(_("This is less than at least.")))
        return said

    def said(self) -> Said:
        """What was filled in, for the service."""
        data = self.cleaned_data
        return Said(
            title=data["title"],
            summary=data["summary"],
            body=data["body"].replace("\r\n", "\n"),
            about=self._about(),
            success=data.get("success", False),
            audience=data.get("audience") or "everybody",
            what_changed=data.get("what_changed", ""),
            leave_out=[int(number) for number in data.get("leave_out", [])],
        )

    def _about(self) -> dict[str, Any]:
        """The facts of a tool; what the form doesn't ask stays as it was."""
        kept = self.kept.plain()
        if self.kind != "tool":
            return kept if kept != About().plain() else {}
        data = self.cleaned_data
        kept |= {name: data.get(name) or 0 for name in _NUMBERS}
        kept |= {"phases": data["phases"], "reader": data["reader"], "source": data["source"]}
        kept["material"] = [line.strip() for line in data["material"].splitlines() if line.strip()]
        kept["reviewed_on"] = clock.today().isoformat()
        if "steps" in self.fields:
            kept["steps"] = [one.strip() for one in data["steps"].split(",") if one.strip()]
        return kept


def first_values(revision: Any, about: About) -> dict[str, Any]:
    """What a form begins with, from a version or a page that was read."""
    values = {name: getattr(about, name) for name in _OF_A_TOOL}
    return {
        **values,
        "material": "\n".join(about.material),
        "steps": ", ".join(about.steps),
        "title": revision.title,
        "summary": revision.summary,
        "body": revision.body,
        "success": revision.success,
        "audience": revision.audience,
        "what_changed": revision.what_changed,
    }


class WhyForm(forms.Form):
    """A word to the writer, or why a page is taken away."""

    why = forms.CharField(
        label=_("What could be better?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, move: str = "send_back", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].required = move == "send_back"
