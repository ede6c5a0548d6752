"""Forms about members and their roles."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.choices import offer, offer_things
from wijknetwerk.core.day_field import DayField
from wijknetwerk.networks import words
from wijknetwerk.networks.services.leaving import REASONS_TO_REMOVE
from wijknetwerk.networks.services.roles import NewRole


class EnergiesField(forms.MultipleChoiceField):
    """What gives somebody energy: each talent with its one plain sentence. None is needed."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("What gives you energy?"))
        widget = forms.CheckboxSelectMultiple
        super().__init__(choices=_explained, required=False, widget=widget, **kwargs)


def _explained() -> list[tuple[str, str]]:
    return [(word.code, f"{word.name}|{word.explanation}") for word in words.energies().values()]


class AboutMeForm(forms.Form):
    """What a member tells the network about themselves."""

    introduction = forms.CharField(
        label=_("Who are you, in one sentence?"), max_length=300, required=False
    )
    energies = EnergiesField()
    phone_shown = forms.BooleanField(
        label=_("Members of the network may see my phone number"), required=False
    )
    shown_publicly = forms.BooleanField(
        label=_("My name may stand on the public page of the network"), required=False
    )


class RoleForm(forms.Form):
    """A role for a member. Each role uses what it needs; the service says what is missing."""

    role = forms.ChoiceField(label=_("Which role?"), widget=forms.RadioSelect)
    from_on = DayField(label=_("From which day?"))
    until_on = DayField(
        label=_("Until which day?"),
        required=False,
        help_text=_("Always needed for a learner. The role ends at the beginning of this day."),
    )
    supervisor = forms.ChoiceField(
        label=_("Who supervises?"), required=False, help_text=_("Only for a learner.")
    )
    only_learns = forms.BooleanField(
        label=_("Takes part only to learn"),
        required=False,
        initial=True,
        help_text=_("Only for a learner. Then the pages of this network close on that last day."),
    )
    partner = forms.ChoiceField(
        label=_("For which party?"), required=False, help_text=_("Only for a professional.")
    )
    discipline = forms.ChoiceField(
        label=_("In which profession?"), required=False, help_text=_("Only for a professional.")
    )
    paid_by = forms.CharField(
        label=_("Who pays?"),
        max_length=120,
        required=False,
        help_text=_("Only for a coordinator. All members see this."),
    )
    hours_a_week = forms.DecimalField(
        label=_("How many hours a week?"),
        max_digits=4,
        decimal_places=1,
        min_value=0,
        max_value=60,
        required=False,
        localize=True,
        help_text=_("Only for a coordinator. All members see this."),
    )
    assent_text = forms.CharField(
        label=_("How did the members agree?"),
        max_length=200,
        required=False,
        help_text=_("Only for a coordinator. For example: asked at the meeting of 3 March."),
    )

    def __init__(
        self,
        *args: Any,
        roles: list[tuple[str, str]],
        members: list[tuple[UUID, str]],
        partners: list[tuple[UUID, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        nobody = [("", _("Choose"))]
        offer(self, "role", roles)
        offer(self, "supervisor", nobody + [(str(uuid), name) for uuid, name in members])
        offer(self, "partner", nobody + [(str(uuid), name) for uuid, name in partners])
        offer(
            self,
            "discipline",
            [
                *nobody,
                *words.choices(words.disciplines()),
            ],
        )
        self.fields["from_on"].initial = clock.today()

    def as_role(self) -> NewRole:
        """What was filled in, for the service."""
        kept: dict[str, Any] = dict(self.cleaned_data)
        for name in ("supervisor", "partner"):
            kept[name] = UUID(kept[name]) if kept[name] else None
        return NewRole(**kept)


class RemoveForm(forms.Form):
    """Why a membership ends."""

    reason = forms.ChoiceField(
        label=_("Why does this end?"),
        widget=forms.RadioSelect,
        choices=[(reason.value, reason.label) for reason in REASONS_TO_REMOVE],
    )


class HandoverForm(forms.Form):
    """Whom to ask, and what they should know."""

    to = forms.ChoiceField(label=_("Whom do you ask?"))
    note = forms.CharField(
        label=_("What should this person know?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Only the two of you read this. Write nothing about other people's lives."),
    )

    def __init__(self, *args: Any, members: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "to", members, _("Choose"))

    def clean_to(self) -> UUID:
        """The member as an id."""
        return UUID(self.cleaned_data["to"])
