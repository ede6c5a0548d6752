"""The shapes of asking, answering and closing a list of questions. The services check meaning."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.date_parts import DateInPartsField
from wijknetwerk.networks.people import MemberNow
from wijknetwerk.roadmap.models import CheckQuestion, CheckReply, CheckVoice
from wijknetwerk.roadmap.selectors import Sheet
from wijknetwerk.roadmap.services import Answers, Closing, Said

LONGEST_NOTE = 300


class AskForm(forms.Form):
    """Whom to ask: everybody, or some."""

    whom = forms.ChoiceField(
        label=_("Whom do you ask?"),
        choices=[
            ("all", _("Everybody who takes part|Then residents and all parties are heard.")),
            ("some", _("Some people|For example one of each party, and a few residents.")),
        ],
        widget=forms.RadioSelect,
        initial="all",
    )
    people = forms.MultipleChoiceField(
        label=_("These people"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, members: Iterable[MemberNow], **kw: Any) -> None:
        super().__init__(*args, **kw)
        people = self.fields["people"]
        assert isinstance(people, forms.MultipleChoiceField)  # noqa: S101  (tells mypy what it is)
        people.choices = [
            (str(member.uuid), "|".join(part for part in (member.name, member.party) if part))
            for member in sorted(members, key=lambda member: member.party)
        ]

    @property
    def names_people(self) -> bool:
        """Whether the list of people should stand open."""
        return bool(self["whom"].value() == "some")

    def clean(self) -> dict[str, Any]:
        """Some people means at least one."""
        data = super().clean() or self.cleaned_data
        if data.get("whom") == "some" and not data.get("people"):
            self.add_error("people", _("Choose at least one person to ask."))
        return data

    def asked(self) -> set[UUID] | None:
        """Those who are asked; None for everybody."""
        if self.cleaned_data["whom"] == "all":
            return None
        return {UUID(code) for code in self.cleaned_data["people"]}


class AnswerForm(forms.Form):
    """One sheet: an answer and a few words for each question. `number` is the version read."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self,
        *args: Any,
        questions: Sequence[CheckQuestion],
        voices: Sequence[str],
        party: str,
        **kw: Any,
    ) -> None:
        """`voices` are the names in which this person may answer; `party` is what they are for."""
        super().__init__(*args, **kw)
        self.questions, self.voices = questions, voices
        if len(voices) > 1:
            self.fields["voice"] = forms.ChoiceField(
                label=_("In whose name do you answer?"),
                choices=[(voice, _voice_label(voice, party)) for voice in voices],
                widget=forms.RadioSelect,
            )
        for question in questions:
            self.fields[f"reply_{question.code}"] = forms.ChoiceField(
                label=question.text,
                choices=CheckReply.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose an answer.")},
            )
            self.fields[f"note_{question.code}"] = forms.CharField(
                label=_("A few words to this"),
                required=False,
                max_length=LONGEST_NOTE,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @classmethod
    def showing(
        cls,
        sheet: Sheet | None,
        *,
        questions: Sequence[CheckQuestion],
        voices: Sequence[str],
        party: str,
    ) -> "AnswerForm":
        """The form with what stands on the sheet now."""
        initial: dict[str, Any] = {"number": sheet.number if sheet else 0, "voice": voices[0]}
        if sheet and sheet.voice in voices:
            initial["voice"] = sheet.voice
        for code, given in (sheet.given if sheet else {}).items():
            initial |= {f"reply_{code}": given.reply, f"note_{code}": given.note}
        return cls(initial=initial, questions=questions, voices=voices, party=party)

    def parts(self, group: str) -> list[tuple[Any, Any, bool]]:
        """The fields of a group: the answer, its words, and whether these stand open."""
        found = []
        for question in self.questions:
            if question.group == group:
                note = self[f"note_{question.code}"]
                is_open = bool(note.value() or note.errors)
                found.append((self[f"reply_{question.code}"], note, is_open))
        return found

    def answers(self) -> Answers:
        """What was filled in, for the service."""
        data = self.cleaned_data
        return Answers(
            said={
                question.code: Said(
                    data[f"reply_{question.code}"], data[f"note_{question.code}"].strip()
                )
                for question in self.questions
            },
            voice=data.get("voice") or self.voices[0],
            read_number=data["number"],
        )


def _voice_label(voice: str, party: str) -> Any:
    return {
        CheckVoice.PARTY.value: party,
        CheckVoice.RESIDENT.value: _("For myself, as a resident"),
        CheckVoice.NETWORK.value: _("For the network itself|I lead it or work for it."),
    }.get(voice, CheckVoice(voice).label)


class CloseForm(forms.Form):
    """What was decided, and when to look again."""

    decision = forms.CharField(
        label=_("What did you decide together?"),
        help_text=_("In your own words. Everybody in the network reads this."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write down what you decided, in your own words.")},
    )
    look_again_on = DateInPartsField(
        label=_("When do you look at this again?"),
        help_text=_("After that day it stands with what helps most now."),
        required=False,
    )

    def closing(self) -> Closing:
        """What was filled in, for the service."""
        return Closing(self.cleaned_data["decision"], self.cleaned_data["look_again_on"])
