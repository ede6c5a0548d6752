"""The shape of what members say about a step and a phase. Meaning is checked by the services."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.networks.people import MemberNow
from wijknetwerk.roadmap.models import Status
from wijknetwerk.roadmap.selectors import Place, StepLine
from wijknetwerk.roadmap.services import Saying, StepState

STATUSES = [
    (Status.OPEN.value, _("Not begun|We may do this later.")),
    (Status.BUSY.value, _("Busy|We are working on it.")),
    (Status.DONE.value, _("Done|It is there. You can always come back to it.")),
    (Status.NOT_FOR_US.value, _("Not for us|This does not fit here, or not now.")),
]


class StepForm(forms.Form):
    """How a step stands. `number` is the version that was on the screen."""

    status = forms.ChoiceField(
        label=_("How does it stand?"), choices=STATUSES, widget=forms.RadioSelect
    )
    owner = forms.ChoiceField(label=_("Who takes this up?"), required=False)
    note = forms.CharField(
        label=_("Note"),
        help_text=_("Do not write here about a resident who needs help."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    where_to_see = forms.CharField(
        label=_("Where can you see it?"),
        help_text=_("For example: the list on the notice board, or the address of a web page."),
        required=False,
        max_length=300,
    )
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, members: Iterable[MemberNow], me: int | None, **kw: Any) -> None:
        """`members` are those who can take it up; `me` stands first."""
        super().__init__(*args, **kw)
        people = sorted(members, key=lambda member: member.person_id != me)
        named = [
            (str(m.uuid), _("%(name)s (I)") % {"name": m.name} if m.person_id == me else m.name)
            for m in people
        ]
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ChoiceField)  # noqa: S101  (tells mypy what it is)
        owner.choices = [("", _("nobody yet")), *named]

    @classmethod
    def showing(
        cls, line: StepLine, *, members: list[MemberNow], me: int | None, begin: bool
    ) -> "StepForm":
        """The form with how the step stands now; filled in as 'busy, I do it' for who begins."""
        initial = {
            "status": line.status,
            "owner": str(line.owner or ""),
            "note": line.note,
            "where_to_see": line.where_to_see,
            "number": line.number,
        }
        if begin and line.status == Status.OPEN:
            mine = [str(member.uuid) for member in members if member.person_id == me]
            initial |= {
                "status": Status.BUSY.value,
                "owner": str(line.owner or next(iter(mine), "")),
            }
        return cls(initial=initial, members=members, me=me)

    def said(self) -> StepState:
        """What was filled in, for the service."""
        data = self.cleaned_data
        return StepState(
            status=data["status"],
            note=data["note"],
            where_to_see=data["where_to_see"],
            owner=UUID(data["owner"]) if data["owner"] else None,
        )


class PhaseWordsForm(forms.Form):
    """A few own words under a phase. `read` is the reference of the words on the screen."""

    text = forms.CharField(
        label=_("In a few words: what are we doing here?"),
        help_text=_("For example: we know each other. Leave it empty to take the words away."),
        required=False,
        max_length=60,
    )
    read = forms.UUIDField(widget=forms.HiddenInput, required=False)

    @classmethod
    def showing(cls, place: Place) -> "PhaseWordsForm":
        """The form with the words that stand there now."""
        return cls(initial={"text": place.own_words, "read": place.read or ""})

    def said(self) -> Saying:
        """What was filled in, for the service."""
        return Saying(self.cleaned_data["text"], self.cleaned_data["read"])
