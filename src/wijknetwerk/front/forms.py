"""The form of telling: the words, and what to make of them."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.front.telling import Words

PIECES = (
    ("poster", _("A poster, with phone numbers to tear off")),
    ("flyer", _("A flyer for the letter box")),
    ("letter", _("A letter to neighbours")),
    ("page", _("A page for a booklet")),
    ("paper", _("A text for the neighbourhood paper")),
    ("whatsapp", _("A text to share in a WhatsApp group")),
)


class TellForm(forms.Form):
    """What is told. Only the heading is needed; limits are what fits on one sheet."""

    heading = forms.CharField(label=_("What stands at the top?"), max_length=80)
    why = forms.CharField(
        label=_("What is it about?"),
        required=False,
        max_length=700,
        widget=forms.Textarea,
        help_text=_("In your own words, as you would say it at the door."),
    )
    when = forms.CharField(label=_("When?"), required=False, max_length=140)
    where = forms.CharField(label=_("Where?"), required=False, max_length=160)
    more = forms.CharField(
        label=_("Good to know"),
        required=False,
        max_length=240,
        help_text=_("For example: what it costs, the lift, the bus."),
    )
    phone = forms.CharField(label=_("Which number can people call?"), required=False, max_length=24)
    who = forms.CharField(label=_("Who answers the phone?"), required=False, max_length=60)
    piece = forms.ChoiceField(
        label=_("What do you want to make?"), choices=PIECES, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].widget.attrs["inputmode"] = "tel"

    @classmethod
    def fitting(cls, words: Words) -> dict[str, str]:
        """These words, each cut to what its field takes."""
        fields = cls.base_fields
        longest = {n: f.max_length for n, f in fields.items() if isinstance(f, forms.CharField)}
        return {name: str(said)[: longest[name]] for name, said in asdict(words).items()}

    def words(self) -> Words:
        """What was typed, after `is_valid`."""
        typed = {name: self.cleaned_data[name] for name in Words.__dataclass_fields__}
        said = {name: "\n".join(text.splitlines()) for name, text in typed.items()}
        return Words(**said)
