"""Forms for inviting: one person, or a list."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import sheets
from wijknetwerk.core.choices import offer, offer_things
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.networks import words
from wijknetwerk.networks.selectors.invitations import MOST_BYTES
from wijknetwerk.networks.services.invitations import Wish

MAIL, LETTER = "mail", "letter"


class AsWhatForm(forms.Form):
    """As what people are invited: the same fields for one person and for a list."""

    role = forms.ChoiceField(
        label=_("As what?"),
        required=False,
        help_text=_("Leave this open for residents and volunteers. They take part like anybody."),
    )
    partner = forms.ChoiceField(label=_("For which party?"), required=False)
    discipline = forms.ChoiceField(label=_("In which profession?"), required=False)
    message = forms.CharField(
        label=_("Your own words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("This stands in the invitation. A personal word helps most."),
    )

    def __init__(
        self,
        *args: Any,
        roles: list[tuple[str, str]],
        partners: list[tuple[UUID, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role", [("", _("Member")), *roles])
        offer_things(self, "partner", partners, _("For themselves"))
        offer(
            self,
            "discipline",
            [
                ("", _("Not applicable")),
                *words.choices(words.disciplines()),
            ],
        )

    def clean(self) -> dict[str, Any]:
        """A professional needs a party and a profession."""
        kept = super().clean() or {}
        if kept.get("role") == "professional":
            for name in ("partner", "discipline"):
                if not kept.get(name):
                    self.add_error(name, _("A professional works for a party, in a profession."))
        return kept

    def shared(self) -> Wish:
        """What is the same for everybody on a list."""
        kept = self.cleaned_data
        return Wish(
            name="",
            role=kept["role"],
            partner=UUID(kept["partner"]) if kept["partner"] else None,
            discipline=kept["discipline"],
            message=kept["message"],
        )


class InviteForm(AsWhatForm):
    """One person, by mail or by letter."""

    name = forms.CharField(label=_("Name"), max_length=120)
    way = forms.ChoiceField(
        label=_("How shall we send it?"),
        widget=forms.RadioSelect,
        initial=MAIL,
        choices=[
            (MAIL, _("By e-mail")),
            (LETTER, _("By letter|You print it, or hand it over. It has a code in large print.")),
        ],
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        required=False,
        help_text=_("Only leave this empty for a letter."),
    )
    address_lines = forms.CharField(
        label=_("Address for the letter"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Street and number, postcode and town. May stay empty."),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("nl", "Nederlands"), ("en", "English")], initial="nl"
    )
    field_order = (
        *("name", "way", "email", "address_lines", "role", "partner", "discipline"),
        *("message", "language"),
    )

    def clean(self) -> dict[str, Any]:
        """An e-mail needs an address."""
        kept = super().clean()
        if kept.get("way") == MAIL and not kept.get("email") and "email" not in self.errors:
            self.add_error("email", _("Fill in an e-mail address, or choose a letter."))
        return kept

    def as_wish(self) -> Wish:
        """What was filled in, for the service."""
        kept = self.cleaned_data
        letter = kept["way"] == LETTER
        return Wish(
            name=kept["name"],
            email=kept["email"],
            address_lines=kept["address_lines"] if letter else "",
            way=kept["way"],
            role=kept["role"],
            partner=UUID(kept["partner"]) if kept["partner"] else None,
            discipline=kept["discipline"],
            message=kept["message"],
            language=kept["language"],
        )


class InviteListForm(AsWhatForm):
    """A list: pasted, or as a CSV file."""

    people = forms.CharField(
        label=_("Names and e-mail addresses"),
        required=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("One person a line, for example: Jan Jansen; jan@voorbeeld.nl"),
    )
    file = forms.FileField(
        label=_("Or a CSV file"),
        required=False,
        help_text=_("A column with names and one with addresses. At most 500 lines."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv,text/plain"}),
    )
    field_order = ("people", "file", "role", "partner", "discipline", "message")

    def clean_file(self) -> str:
        """The text of the file, whichever of the usual two encodings it has."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is None:
            return ""
        if file.size is None or file.size > MOST_BYTES:
            raise forms.ValidationError(_("This file is larger than 1 MB."))
        try:
            return sheets.decoded(file.read())
        except InvalidInput as error:
            raise forms.ValidationError(str(error)) from None

    def clean(self) -> dict[str, Any]:
        """Something must be there to read."""
        kept = super().clean()
        if not self.errors and not (kept.get("people") or kept.get("file")):
            self.add_error("people", _("Paste names and addresses here, or choose a file."))
        return kept

    def text(self) -> str:
        """All lines, pasted ones first."""
        kept = self.cleaned_data
        return "\n".join(part for part in (kept["people"], kept["file"]) if part)
