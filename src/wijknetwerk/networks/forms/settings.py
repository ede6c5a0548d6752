"""Shapes of a network's settings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.networks import words


class SettingsForm(forms.Form):
    """What the network says about itself. `changes` holds only what this reader changed."""

    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("Is your page public? With another name it waits for approval again."),
    )
    place_text = forms.CharField(label=_("Place"), max_length=120)
    summary = forms.CharField(label=_("In one sentence"), max_length=200, required=False)
    why = forms.CharField(
        label=_("Why we started"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    phone = PhoneField(
        label=_("Phone number of the network"),
        help_text=_("This number stands on top of your page."),
        required=False,
    )
    email = forms.EmailField(
        label=_("E-mail address of the network"), max_length=254, required=False
    )
    desk_place = forms.CharField(
        label=_("Where people can walk in"), max_length=120, required=False
    )
    desk_hours = forms.CharField(
        label=_("When people can walk in"),
        help_text=_("For example: every Tuesday from 9 to 12."),
        max_length=120,
        required=False,
    )
    open_for_joining = forms.BooleanField(
        label=_("People may ask to join by themselves"),
        help_text=_("You decide on each question. Without this, people join by invitation."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = True

    @property
    def changes(self) -> dict[str, Any]:
        """The fields that differ from what this page showed when it was opened."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class RoleNamesForm(forms.Form):
    """One name for each role; empty means the usual one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, word in words.roles().items():
            others = ", ".join(word.alternatives)
            more = _("%(what)s Also called: %(others)s.") % {
                "what": word.explanation,
                "others": others,
            }
            self.fields[code] = forms.CharField(
                label=word.name.capitalize(),
                help_text=more if others else word.explanation,
                max_length=40,
                required=False,
            )
