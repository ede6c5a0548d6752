"""Choosing what to put side by side."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Standing
from wijknetwerk.core.choices import offer
from wijknetwerk.library.practice_content import Example

MOST = 5
CHOSEN = "met"
OWN = "eigen"
NOT_HERE = _("This is no longer here. Choose one from the list.")


class CompareForm(forms.Form):
    """Two to five examples; with an own network beside them one is enough."""

    met = forms.MultipleChoiceField(
        label=_("Which examples?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose two to five. One is enough beside your own network."),
        error_messages={
            "required": _("Choose the examples that you want to compare."),
            "invalid_choice": NOT_HERE,
        },
    )
    eigen = forms.ChoiceField(
        label=_("Your own network beside them"),
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": NOT_HERE},
    )

    def __init__(
        self, *args: Any, examples: tuple[Example, ...], standings: tuple[Standing, ...]
    ) -> None:
        super().__init__(*args)
        offer(self, CHOSEN, [(row.code, f"{row.name}|{row.place}") for row in examples])
        if not standings:
            del self.fields[OWN]
            self.fields[CHOSEN].help_text = _("Choose two to five.")
            return
        own = {one.slug: one.network_name for one in standings}
        offer(
            self,
            OWN,
            [
                *own.items(),
                ("", _("Only the examples")),
            ],
        )
        self.fields[OWN].initial = standings[0].slug

    def clean(self) -> dict[str, Any]:
        """Says what is missing for a comparison."""
        said = super().clean() or {}
        if CHOSEN in said and len(said[CHOSEN]) + bool(said.get(OWN)) < 2:
            self.add_error(CHOSEN, _("Choose one more, so that there is something to compare."))
        if len(said.get(CHOSEN, ())) > MOST:
            self.add_error(CHOSEN, _("Choose at most five."))
        return said
