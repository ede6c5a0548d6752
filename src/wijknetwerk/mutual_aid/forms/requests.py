"""What is filled in for a request: at the desk, by the resident, by who brings it."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.mutual_aid.forms.fields import LanguagesField, Pc4Field, WeekField
from wijknetwerk.mutual_aid.kinds import Kind
from wijknetwerk.mutual_aid.models import Elsewhere, ReachedBy, Rhythm, SaidHow, Via
from wijknetwerk.mutual_aid.services.intake import Said, Who
from wijknetwerk.mutual_aid.services.neighbours import Outsider, Reach
from wijknetwerk.mutual_aid.services.requests import LENGTH, Asked
from wijknetwerk.mutual_aid.wishes import WISHES

if TYPE_CHECKING:
    from collections.abc import Mapping

HOWS = [choice for choice in SaidHow.choices if choice[0] != SaidHow.SELF]
"""How somebody says yes to who writes them down."""
SUGGEST = _("as the words suggest")


def kind_choices(kinds: "Mapping[str, Kind]", none: Any = SUGGEST) -> list[tuple[str, Any]]:
    """All kinds in groups of the first level, after choosing none."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for kind in kinds.values():
        groups.setdefault(kind.first, []).append((kind.code, kind.title))
    named = [(kinds[first].title, rows) for first, rows in groups.items() if first in kinds]
    return [("", none), *named]


class AskedForm(forms.Form):
    """What is asked. Only the own words are needed."""

    words = forms.CharField(
        label=_("What do they ask, in their own words?"),
        max_length=LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write down what is asked, in their own words.")},
    )
    kind = forms.ChoiceField(label=_("What kind of help is it?"), required=False)
    parts = WeekField(label=_("When does it suit?"), help_text=_("Nothing ticked: any time."))
    rhythm = forms.ChoiceField(
        label=_("How often?"), choices=[("", _("not said")), *Rhythm.choices], required=False
    )
    from_on = DayField(label=_("From which day?"), required=False)
    until_on = DayField(label=_("Until which day?"), required=False)
    pc4 = Pc4Field(help_text=_("Empty: somewhere in the neighbourhood."))
    languages = LanguagesField(label=_("Which language may it be?"))
    wishes = forms.MultipleChoiceField(
        label=_("What matters?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(code, words[0]) for code, words in WISHES.items()],
    )
    urgent = forms.BooleanField(label=_("It is urgent"), required=False)
    call_name = forms.CharField(
        label=_("Whom do we call, if it is somebody else?"), max_length=120, required=False
    )
    call_phone = PhoneField(label=_("Their phone number"), required=False)

    def __init__(self, *args: Any, kinds: "Mapping[str, Kind]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            offer(self, "kind", kind_choices(kinds))

    def asked(self) -> Asked:
        """For the service."""
        data = self.cleaned_data
        return Asked(
            words=data["words"],
            kind=data.get("kind") or "",
            parts=data["parts"],
            rhythm=data["rhythm"],
            from_on=data.get("from_on"),
            until_on=data.get("until_on"),
            pc4=data.get("pc4") or "",
            languages=tuple(data.get("languages") or ()),
            wishes=tuple(data.get("wishes") or ()),
            urgent=bool(data.get("urgent")),
            call_name=data.get("call_name") or "",
            call_phone=data.get("call_phone") or "",
        )


FEELS = [("", _("not asked")), *((str(mark), str(mark)) for mark in range(11))]
REACHED = [("", _("as it was")), *ReachedBy.choices]


class DeskForm(AskedForm):
    """A call at the desk: who it is, what they ask, and all that may stay open."""

    name = forms.CharField(label=_("Who is it?"), max_length=120)
    who = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    phone = PhoneField(label=_("Number, of who is new"), required=False)
    said_how = forms.ChoiceField(
        label=_("How did they say yes?"), choices=HOWS, initial=SaidHow.PHONE
    )
    address = forms.CharField(label=_("Street and number"), max_length=120, required=False)
    handy = forms.CharField(label=_("Handy to know when you call"), max_length=200, required=False)
    reached_by = forms.ChoiceField(label=_("How to be reached?"), choices=REACHED, required=False)
    feels = forms.ChoiceField(
        label=_("How well do they feel, from 0 to 10?"),
        choices=FEELS,
        required=False,
        help_text=_("Only if they like to say so. It is their own view."),
    )
    form_code = forms.CharField(label=_("Code of the paper form"), max_length=20, required=False)

    def clean_who(self) -> str:
        """'m:' or 'n:' with an id, 'new', or empty."""
        value: str = self.cleaned_data["who"]
        if value in ("", "new"):
            return value
        try:
            UUID(value[2:])
        except ValueError:
            raise ValidationError(_("Choose who it is.")) from None
        return value

    def chosen(self) -> Who:
        """Who it is, for the service."""
        data = self.cleaned_data
        reach = Reach(data["reached_by"], data["address"], data["pc4"], (), data["handy"])
        key: str = data["who"]
        if key.startswith("m:"):
            return Who(member=UUID(key[2:]), reach=reach)
        if key.startswith("n:"):
            return Who(known=UUID(key[2:]), reach=reach)
        phone = data["phone"]
        reached = reach.reached_by or (ReachedBy.PHONE if phone else ReachedBy.LETTER)
        new = Reach(reached, reach.address, reach.pc4, (), reach.handy)
        return Who(new=Outsider(name=data["name"], phone=phone, reach=new))

    def said(self) -> Said:
        """How they said yes, and how they feel."""
        feels = self.cleaned_data["feels"]
        return Said(how=self.cleaned_data["said_how"], feels=int(feels) if feels else None)


class OwnForm(AskedForm):
    """Plain questions for who asks."""

    reached_by = forms.ChoiceField(
        label=_("How do we reach you?"), choices=ReachedBy.choices, widget=forms.RadioSelect
    )
    address = forms.CharField(
        label=_("Where do you live?"),
        max_length=120,
        required=False,
        help_text=_("Street and number. A helper reads it only after you both said yes."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("What would you like help with?")
        self.fields["words"].help_text = _("In your own words. One sentence is enough.")
        self.fields["words"].error_messages["required"] = _("Write down what you would like.")
        self.fields["wishes"].label = _("What should we know?")
        for name in ("kind", "languages", "urgent", "call_name", "call_phone", "until_on"):
            del self.fields[name]

    def reach(self) -> Reach:
        """How to reach them."""
        data = self.cleaned_data
        return Reach(data["reached_by"], data["address"], data["pc4"])


class BringForm(AskedForm):
    """A request that somebody brings for somebody else."""

    via = forms.ChoiceField(
        label=_("Who are you to them?"),
        choices=[
            (Via.NEIGHBOUR.value, _("I am a neighbour, family or friend")),
            (Via.PROFESSIONAL.value, _("I know them by my work")),
        ],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=_("For whom is it?"), max_length=120)
    phone = PhoneField(label=_("Their phone number"), required=False)
    address = forms.CharField(label=_("Street and number"), max_length=120, required=False)
    said_how = forms.ChoiceField(label=_("How did they say yes?"), choices=HOWS)
    said_on = DayField(label=_("On which day?"))
    field_order = ("name", "phone", "address", "words", "said_how", "said_on", "via")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("kind", "languages", "from_on", "until_on", "call_name", "call_phone"):
            del self.fields[name]

    def outsider(self) -> Outsider:
        """Who asks."""
        data = self.cleaned_data
        reached = ReachedBy.PHONE if data["phone"] else ReachedBy.LETTER
        reach = Reach(reached, data["address"], data["pc4"])
        return Outsider(name=data["name"], phone=data["phone"], reach=reach)

    def said(self) -> Said:
        """How and when they said yes."""
        return Said(how=self.cleaned_data["said_how"], on=self.cleaned_data["said_on"])


class TellForm(forms.Form):
    """What a helper may be told, and how the asker said yes to that."""

    kind = forms.ChoiceField(label=_("What kind of help is it?"), required=False)
    told = forms.CharField(
        label=_("This is what a helper is told"),
        max_length=LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write in one or two sentences what a helper may know.")},
    )
    said_how = forms.ChoiceField(
        label=_("How did they say yes?"), choices=HOWS, initial=SaidHow.PHONE
    )

    def __init__(self, *args: Any, kinds: "Mapping[str, Kind]", own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", kind_choices(kinds, _("not chosen")))
        self.own = own
        if own:
            del self.fields["said_how"]

    def approved(self) -> dict[str, Any]:
        """For the service."""
        how = SaidHow.SELF if self.own else self.cleaned_data["said_how"]
        data = self.cleaned_data
        return {"told": data["told"], "said_how": how, "kind": data["kind"]}


class DoneForm(forms.Form):
    """How a request ended."""

    outcome = forms.CharField(
        label=_("What did it bring? In own words"),
        required=False,
        max_length=LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    elsewhere = forms.ChoiceField(
        label=_("Where would you otherwise have gone?"),
        choices=[("", _("I'd rather not say")), *Elsewhere.choices],
        required=False,
        widget=forms.RadioSelect,
    )


class FormsForm(forms.Form):
    """How many forms on paper, and for whom."""

    count = forms.IntegerField(label=_("How many?"), min_value=1, max_value=50, initial=1)
    name = forms.CharField(
        label=_("For whom?"), max_length=120, required=False, help_text=_("Empty: for anybody.")
    )


class OwnKindForm(forms.Form):
    """A kind of help of the network's own."""

    first = forms.ChoiceField(label=_("Below which kind?"))
    title = forms.CharField(label=_("What is it called?"), max_length=60)
    words = forms.CharField(
        label=_("Words that people use for it"),
        required=False,
        max_length=300,
        help_text=_("By these words it is suggested. For example: hoes, naaimachine, zoom."),
    )

    def __init__(self, *args: Any, kinds: "Mapping[str, Kind]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        firsts: list[tuple[str, str]] = [
            (kind.code, kind.title) for kind in kinds.values() if "." not in kind.code
        ]
        offer(self, "first", firsts)

    def kind(self) -> dict[str, Any]:
        """For the service."""
        data = self.cleaned_data
        words = tuple(word.strip() for word in data["words"].replace(";", ",").split(","))
        return {"first": data["first"], "title": data["title"], "words": words}
