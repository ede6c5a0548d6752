"""Forms about offers of help."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer as fill
from wijknetwerk.core.day_field import DayField
from wijknetwerk.core.phone_field import PhoneField
from wijknetwerk.mutual_aid.forms.fields import LanguagesField, Pc4Field, WeekField
from wijknetwerk.mutual_aid.kinds import Kind
from wijknetwerk.mutual_aid.models import MOST_AT_ONCE, HelpOffer, Rhythm, SaidHow
from wijknetwerk.mutual_aid.selectors.offer_words import REACHES, reach_words
from wijknetwerk.mutual_aid.services.offers import Offered
from wijknetwerk.mutual_aid.wishes import WISHES

EVERYWHERE = "everywhere"
_LONG = forms.Textarea(attrs={"rows": 3})


class OfferForm(forms.Form):
    """What somebody offers. Only what they would like to do must be answered."""

    kinds = forms.MultipleChoiceField(
        label=_("What would you like to do?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing that you would like to do.")},
    )
    words = forms.CharField(
        label=_("Do you want to say something about it?"),
        required=False,
        max_length=1000,
        widget=_LONG,
    )
    rhythm = forms.ChoiceField(
        label=_("How often?"), choices=Rhythm.choices, initial=Rhythm.NOW_AND_THEN
    )
    room = forms.TypedChoiceField(
        label=_("How many people would you help at the same time?"),
        choices=[(number, str(number)) for number in range(1, MOST_AT_ONCE + 1)],
        coerce=int,
        initial=1,
    )
    reach = forms.ChoiceField(label=_("How far would you go?"), initial=EVERYWHERE)
    parts = WeekField(label=_("When can you?"), help_text=_("Tick nothing if any time is fine."))
    can = forms.MultipleChoiceField(
        label=_("What is no problem?"),
        required=False,
        choices=[(code, said) for code, (_asker, said) in WISHES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    not_words = forms.CharField(
        label=_("What would you rather not do?"), required=False, max_length=1000, widget=_LONG
    )
    from_on = DayField(label=_("From which day?"), required=False)
    until_on = DayField(label=_("Until which day?"), required=False)

    def __init__(
        self, *args: Any, known: dict[str, Kind], reach: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        fill(self, "kinds", [(kind.code, kind.title) for kind in known.values()])
        shown = dict(REACHES) | {reach: reach_words(reach)}
        fill(self, "reach", [(str(far or EVERYWHERE), words) for far, words in shown.items()])

    def groups(self) -> list[tuple[Kind, list[Kind]]]:
        """Each kind of the first level with those below it, for the page."""
        first = [kind for kind in self.known.values() if kind.code == kind.first]
        return [
            (
                kind,
                [
                    one
                    for one in self.known.values()
                    if one.first == kind.code and one.code != kind.code
                ],
            )
            for kind in first
        ]

    def top(self) -> list[Kind]:
        """The kinds of the first level."""
        return [first for first, _below in self.groups()]

    def lower(self) -> list[str]:
        """The codes of the second level."""
        return [kind.code for _first, below in self.groups() for kind in below]

    def clean_kinds(self) -> tuple[str, ...]:
        """Whoever ticks some things of a kind means those; all of them is the kind itself."""
        ticked = set(self.cleaned_data["kinds"])
        meant: list[str] = []
        for first, below in self.groups():
            some = [kind.code for kind in below if kind.code in ticked]
            if some and len(some) < len(below):
                meant += some
            elif some or first.code in ticked:
                meant.append(first.code)
        return tuple(meant)

    def clean_reach(self) -> int | None:
        """Metres, or None for everywhere."""
        far: str = self.cleaned_data["reach"]
        return None if far == EVERYWHERE else int(far)

    def offered(self) -> Offered:
        """For the service."""
        said = self.cleaned_data
        names = ("kinds", "words", "not_words", "parts", "rhythm", "room", "from_on", "until_on")
        return Offered(
            **{name: said[name] for name in names}, reach_m=said["reach"], can=tuple(said["can"])
        )


class ChangeOfferForm(OfferForm):
    """The same, said anew."""

    version = forms.IntegerField(widget=forms.HiddenInput)


def first_values(offer: HelpOffer) -> dict[str, Any]:
    """An offer as the form shows it."""
    return {
        "kinds": offer.kinds,
        "words": offer.words.read(),
        "not_words": offer.not_words.read(),
        "parts": offer.parts,
        "rhythm": offer.rhythm,
        "reach": str(offer.reach_m or EVERYWHERE),
        "room": offer.room,
        "can": offer.can,
        "from_on": offer.from_on,
        "until_on": offer.until_on,
        "version": offer.version,
    }


class WhereForm(forms.Form):
    """What is asked besides the first time that somebody helps."""

    pc4 = Pc4Field(help_text=_("So that we find somebody nearby. You may leave it empty."))
    languages = LanguagesField(label=_("Which languages do you speak?"))
    said_yes = forms.BooleanField(
        label=_("That is fine with me"),
        error_messages={"required": _("Tick this if you agree. Without it we keep nothing.")},
    )


class ByDeskForm(forms.Form):
    """Who offers it, as they say it to the desk: somebody new, or known and chosen before."""

    name = forms.CharField(label=_("Name"), max_length=120)
    phone = PhoneField(label=_("Phone number"), required=False)
    pc4 = Pc4Field()
    address = forms.CharField(label=_("Street and number"), required=False, max_length=200)
    languages = LanguagesField(label=_("Which languages do they speak?"))
    said_how = forms.ChoiceField(
        label=_("How was yes said?"),
        choices=[choice for choice in SaidHow.choices if choice[0] != SaidHow.SELF],
    )
    sure = forms.BooleanField(
        label=_("I looked: this is somebody else"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, known_person: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known_person:
            for name in ("name", "phone", "sure", "pc4", "address", "languages"):
                del self.fields[name]

    def ask_if_sure(self) -> None:
        """Show the question about somebody who looks the same."""
        self.fields["sure"].widget = forms.CheckboxInput()


class Both:
    """Forms that are sent as one, for one summary of what is not right yet."""

    def __init__(self, *forms_: forms.Form | None) -> None:
        self.forms = [form for form in forms_ if form is not None]

    @property
    def errors(self) -> dict[str, Any]:
        """What is wrong, by field; what is wrong with a whole form counts once each."""
        return {
            f"{number}.{name}": said
            for number, form in enumerate(self.forms)
            for name, said in form.errors.items()
        }

    def non_field_errors(self) -> list[Any]:
        """Refusals of services."""
        return [error for form in self.forms for error in form.non_field_errors()]

    def __iter__(self) -> Iterator[forms.BoundField]:
        for form in self.forms:
            yield from form


class PauseForm(forms.Form):
    """From when, and when back."""

    from_on = DayField(label=_("From which day do you pause?"))
    until_on = DayField(
        label=_("On which day are you back?"),
        required=False,
        help_text=_("Leave it empty if you don't know yet."),
    )
    everything = forms.BooleanField(label=_("For all that I offer"), required=False, initial=True)

    def __init__(self, *args: Any, others: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not others:
            del self.fields["everything"]
