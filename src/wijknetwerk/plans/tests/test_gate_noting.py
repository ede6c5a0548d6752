"""Who writes down what a resident says who can't sign in, and of whom: never a yes to themselves or
to their own side, which somebody else of the circle notes (design 3)."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core import clock
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks.models import Membership
from wijknetwerk.plans import access_noting
from wijknetwerk.plans.models import CircleMember
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.tests.acting import begun, place
from wijknetwerk.plans.tests.around import DAY, WRITES, Around, around, undone

__all__ = ["around"]


def notes(it: Around, name: str) -> bool:
    try:
        found = access_noting.notes_for(it.hand(name))
    except NotFound:
        return False
    assert isinstance(found, bool)
    return found


def of_whom(it: Around, name: str, *parts: Part) -> set[str]:
    """Whose yes somebody writes down, by name."""
    may = access_noting.noter(it.hand(name), *parts)
    names = {person.pk: known for known, person in it.cast.people.items()}
    found = set()
    for row in CircleMember.objects.select_related("membership__organisation", "organisation"):
        yes = may(row)
        assert isinstance(yes, bool)
        if yes:
            found.add(names[row.membership.person_id] if row.membership else "by name")
    return found


def _of_bas(**fields: Any) -> Callable[[Around], Any]:
    return lambda it: Membership.objects.filter(person=it.cast.bas).update(**fields)


def _seat(**fields: Any) -> Callable[[Around], Any]:
    return lambda it: CircleMember.objects.filter(is_contact=True).update(**fields)


def test_who_is_called_first_notes_while_she_cant_sign_in(around: Around) -> None:
    around.first("bas")
    around.seat("dewi")
    around.shows("dewi", *Part, deeds=WRITES)
    changes: list[tuple[str, Callable[[Around], Any], bool]] = [
        ("as it is", lambda it: None, True),
        ("the last day is tomorrow", _of_bas(until_on=TODAY + DAY), True),
        ("the last day was yesterday", _of_bas(until_on=TODAY), False),
        ("in the circle from tomorrow", _seat(from_on=TODAY + DAY), False),
        ("called first no more", _seat(is_contact=False), False),
        ("left", _seat(is_contact=False, state="left", until_on=TODAY), False),
        ("she has an address", lambda it: it.she(email="t@voorbeeld.example"), False),
        ("she has a name to sign in", lambda it: it.she(login_name="truus"), False),
        (
            "her account is closed",
            lambda it: it.she(email="t@voorbeeld.example", is_active=False),
            True,
        ),
        ("she shows it no more", lambda it: it.shows_no_more("bas"), False),
    ]
    for what, change, expected in changes:
        with undone():
            change(around)
            assert (what, notes(around, "bas")) == (what, expected)
            assert not notes(around, "dewi")  # may write all of it, and isn't called first
    assert not notes(around, "bakker")
    with clock.frozen(NOW - DAY):
        assert not notes(around, "bas")


def test_who_is_called_first_knows_her_circle(around: Around) -> None:
    """By her word or because they decide for her; what an emergency opens is not enough, and who
    speaks for her isn't called first by that."""
    around.seat("bas", is_contact=True)
    around.shows("bas", Part.WORDS)
    assert around.opens("bas")
    assert not notes(around, "bas")
    around.speaks("bas", Part.CIRCLE)
    assert notes(around, "bas")
    around.seat("ben")
    around.speaks("ben", *Part)
    assert not notes(around, "ben")
    CircleMember.objects.update(is_contact=False)
    els = around.seat("els", "professional", organisation=around.wijkzorg, is_contact=True)
    around.looks("els")
    assert around.hand("els").may(Part.CIRCLE)
    assert not notes(around, "els")
    around.shows("els", Part.CIRCLE, care=True)
    assert notes(around, "els")
    CircleMember.objects.filter(pk=els.pk).update(organisation=around.other_party())
    assert not notes(around, "els")  # holds no place in the circle by that


def test_never_a_yes_to_ones_own_side(around: Around) -> None:
    """Els is called first. Of her side: Lena, who works there, Dewi, who works there and came as
    family, Joost, who came for it and works there no more. Else: Bas, Ben of another party, and who
    is only a name."""
    wijkzorg, other = around.wijkzorg, around.other_party()
    around.first("els", "professional", organisation=wijkzorg)
    around.works("lena", wijkzorg)
    around.works("dewi", wijkzorg)
    around.works("ben", other)
    around.seat("lena", "professional", organisation=wijkzorg, state="asked")
    around.seat("dewi")
    around.seat("joost", "professional", organisation=wijkzorg)
    around.seat("ben", "professional", organisation=other)
    around.seat("bas")
    around.named()
    side = {"els", "lena", "dewi", "joost"}
    assert of_whom(around, "els") == {"bas", "ben", "by name"}

    assert around.opens("bas") is False
    around.shows("bas", Part.CIRCLE, Part.WORDS)
    assert of_whom(around, "bas") == set()  # reads it
    around.shows("bas", Part.WORDS, deeds=WRITES)
    assert of_whom(around, "bas") == set()
    assert of_whom(around, "bas", Part.WORDS) == side
    around.shows("bas", Part.CIRCLE, deeds=WRITES)
    assert of_whom(around, "bas") == of_whom(around, "bas", Part.MONEY) == side
    around.shows("dewi", Part.CIRCLE, deeds=WRITES)
    assert of_whom(around, "dewi") == set()  # is of that side
    around.speaks("ad", Part.CIRCLE)
    assert of_whom(around, "ad") == set()  # decides, so there is nothing to note
    assert of_whom(around, "bakker") == set()
    with undone():  # who went on to another party brings that one along
        around.works("els", other)
        assert of_whom(around, "bas") == side | {"ben"}
    with undone():
        around.she(email="t@voorbeeld.example")
        assert of_whom(around, "els") == of_whom(around, "bas", Part.WORDS) == set()
    with undone():
        CircleMember.objects.update(is_contact=False)
        assert of_whom(around, "bas") == set()


def test_of_who_is_called_first_for_no_party_only_that_one(around: Around) -> None:
    """None has no party, and neither has the other: that makes them no side."""
    around.seat("ben")
    around.first("bas")
    around.seat("dewi")
    around.named()
    for name in ("ben", "dewi"):
        around.shows(name, Part.CIRCLE, deeds=WRITES)
    assert of_whom(around, "bas") == {"ben", "dewi", "by name"}
    assert of_whom(around, "ben") == of_whom(around, "dewi") == {"bas"}


def test_who_is_only_a_name_has_no_side(around: Around, cast: Cast) -> None:
    """Nor does who is called first in somebody else's circle count here."""
    amina = begun(cast)
    CircleMember.objects.filter(pk=place(cast, amina, "ben", "family").pk).update(is_contact=True)
    around.seat("bas")
    around.seat("ben")
    around.shows("bas", Part.CIRCLE, deeds=WRITES)
    assert of_whom(around, "bas") == set()
    around.named(is_contact=True)
    assert of_whom(around, "bas") == set()


def test_who_is_close_to_whom(around: Around) -> None:
    wijkzorg = around.wijkzorg
    own = around.seat("els", "client_supporter", organisation=wijkzorg)
    family, name = around.seat("bas"), around.named()

    def close(who: str, to: CircleMember) -> bool:
        found = access_noting.is_close_to(around.cast.actor(who), to)
        assert isinstance(found, bool)
        return found

    assert close("els", own)
    assert close("bas", family)
    assert not close("els", family)
    assert not close("bas", own)
    assert not close("els", name)
    assert not close("farid", family)  # takes part in another network, for nobody
    around.works("lena", wijkzorg)
    assert close("lena", own)
    around.works("lena", None)
    assert not close("lena", own)
    with pytest.raises(NotFound):
        around.hand("lena")
