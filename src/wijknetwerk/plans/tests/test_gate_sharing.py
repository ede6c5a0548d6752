"""Who has the pages of who may see what, who may be a witness, and who is asked for a resident who
can't sign in (design 3, H5)."""

from typing import Any
from uuid import uuid4

import pytest

from tests.cast import BEGUN, TODAY, Cast
from wijknetwerk.core.actor import Actor, ActorKind, Standing
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks.models import Membership, Network
from wijknetwerk.plans import access_sharing
from wijknetwerk.plans.models import CircleMember
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.tests.acting import begun, place
from wijknetwerk.plans.tests.around import DAY, WRITES, Around, around, undone

__all__ = ["around"]


@pytest.fixture
def people(around: Around) -> dict[str, CircleMember]:
    """Els is called first; Lena of her party is asked; Bas may write the circle; Ben is in it;
    Joost, who came for Wijkzorg, left; and somebody who is only a name."""
    wijkzorg = around.wijkzorg
    around.works("lena", wijkzorg)
    found = {
        "bas": around.seat("bas"),
        "els": around.first("els", "professional", organisation=wijkzorg),
        "lena": around.seat("lena", "professional", organisation=wijkzorg, state="asked"),
        "ben": around.seat("ben"),
        "joost": around.seat(
            "joost", "professional", organisation=wijkzorg, state="left", until_on=TODAY
        ),
        "name": around.named(),
    }
    around.shows("bas", Part.CIRCLE, deeds=WRITES)
    around.shows("ben", *Part)
    return found


def test_who_has_the_pages(around: Around, people: dict[str, CircleMember]) -> None:
    def noted(name: str, about: Any = None) -> bool:
        return access_sharing.require_who_shares(around.hand(name), about)

    assert noted("bakker") is False
    assert noted("els") is noted("els", people["ben"].uuid) is True
    around.speaks("dewi", *Part)
    assert noted("dewi") is False
    around.speaks("ad", *(part for part in Part if part != Part.MONEY))
    assert noted("bas", people["els"].uuid) is noted("bas", people["lena"].uuid) is True
    for name, about in (
        ("bas", None),
        ("bas", people["bas"].uuid),
        ("bas", people["ben"].uuid),
        ("bas", people["joost"].uuid),
        ("bas", people["name"].uuid),
        ("bas", uuid4()),
        ("ben", None),
        ("ben", people["els"].uuid),
        ("ad", None),
        ("ad", people["els"].uuid),
    ):
        with pytest.raises(NotAllowed):
            noted(name, about)
    around.she(email="t@voorbeeld.example")
    for name in ("els", "bas"):
        with pytest.raises(NotAllowed):
            noted(name, people["els"].uuid)
    assert noted("bakker") is False


def test_for_whom_somebody_stands_in(
    around: Around, people: dict[str, CircleMember], cast: Cast
) -> None:
    """Only of her circle, who is asked or in it."""
    place(cast, begun(cast), "els", "professional")

    def whom(name: str) -> list[str]:
        found = access_sharing.stands_in(around.hand(name))
        names = {row.pk: known for known, row in people.items()}
        return [names[row.pk] for row in found]

    assert whom("bas") == ["els", "lena"]
    around.speaks("dewi", *Part)
    assert whom("els") == whom("ben") == whom("bakker") == whom("dewi") == []
    around.she(email="t@voorbeeld.example")
    assert whom("bas") == []


@pytest.mark.once
def test_who_is_witness_when_a_plan_begins() -> None:
    """The desk and a professional, in their own name; no learner, nobody of elsewhere."""
    linde, elsewhere = Network(pk=1), Network(pk=2)

    def actor(*roles: str, **fields: Any) -> Actor:
        uuid = uuid4()
        standing = Standing(1, uuid, "de-linde", "De Linde", 1, uuid, BEGUN, roles=frozenset(roles))
        found: dict[str, Any] = {"kind": ActorKind.PERSON, "person_id": 1, "person_uuid": uuid}
        return Actor(**{**found, "standings": (standing,), **fields})

    for role in ("coordinator", "village_supporter", "professional"):
        assert access_sharing.may_witness(actor(role), linde) is True
        access_sharing.require_witness(actor(role), linde)
        refused = (
            actor(role, "learner"),
            actor(role, noting_for=uuid4()),
            actor(role, kind=ActorKind.LINK),
        )
        for one in refused:
            assert access_sharing.may_witness(one, linde) is False
        assert not access_sharing.may_witness(actor(role), elsewhere)
        with pytest.raises(NotFound):
            access_sharing.require_witness(actor(role), elsewhere)
    assert not access_sharing.may_witness(Actor.system("tests"), linde)
    for role in ("administrator", "board", "privacy_officer", "learner"):
        assert not access_sharing.may_witness(actor(role), linde)
        with pytest.raises(NotAllowed):
            access_sharing.require_witness(actor(role), linde)


def test_who_answers_for_her(around: Around, people: dict[str, CircleMember]) -> None:
    cast = around.cast

    def answers() -> Any:
        return access_sharing.who_answers(around.fresh())

    assert answers() == cast.els
    first = CircleMember.objects.filter(pk=people["els"].pk)
    member = Membership.objects.filter(person=cast.els)
    for rows, changes, there in (
        (member, {"until_on": TODAY + DAY}, True),
        (member, {"until_on": TODAY}, False),
        (member, {"partner": None, "organisation": None}, False),
        (first, {"from_on": TODAY + DAY}, False),
        (first, {"is_contact": False}, False),
        (first, {"is_contact": False, "state": "left", "until_on": TODAY}, False),
    ):
        with undone():
            rows.update(**changes)
            assert (changes, answers()) == (changes, cast.els if there else None)
    with undone():  # opens still, but not her circle
        around.shows_no_more("els")
        assert answers() is None
        around.shows("els", Part.WORDS, care=True)
        assert around.opens("els")
        assert answers() is None
    with undone():
        first.update(is_contact=False)
        CircleMember.objects.filter(pk=people["name"].pk).update(is_contact=True)
        assert answers() is None
    around.she(email="t@voorbeeld.example")
    assert answers() == cast.bakker


def test_who_is_called_first_in_anothers_circle_answers_nothing_here(
    around: Around, cast: Cast
) -> None:
    mine = place(cast, begun(cast), "bas", "family")
    CircleMember.objects.filter(pk=mine.pk).update(is_contact=True)
    around.seat("bas")
    around.shows("bas", *Part)
    around.first("ben")
    assert access_sharing.who_answers(around.fresh()) == cast.ben


def test_whom_to_ask_about_these_people(
    around: Around, people: dict[str, CircleMember], cast: Cast
) -> None:
    """Whom she calls first; about that one's own side somebody else who may note it; each once."""
    place(cast, begun(cast), "bas", "family")
    around.seat("bas", state="left", until_on=TODAY)  # was there before
    bas, els = cast.bas, cast.els

    def asked(*about: str, parts: tuple[Part, ...] = (), also_first: bool = False) -> list[Any]:
        rows = [people[name] for name in about]
        more = {"also_first": True} if also_first else {}
        return access_sharing.who_note(around.fresh(), rows, *parts, **more)

    assert asked("ben") == asked("name") == [els]
    assert asked("lena") == asked("els") == [bas]
    assert asked("ben", "lena") == asked("lena", "name") == [bas, els]
    assert asked("lena", also_first=True) == [els, bas]
    assert asked("lena", "ben", also_first=True) == [bas, els]
    with undone():  # nobody notes about her side: she sees that it waits
        around.shows_no_more("bas")
        assert asked("lena") == asked("lena", also_first=True) == [els]
        around.shows("bas", Part.GOALS, deeds=WRITES)
        assert asked("lena") == asked("lena", parts=(Part.WORDS,)) == [els]
        assert asked("lena", parts=(Part.WORDS, Part.GOALS)) == [bas]
    with undone():
        CircleMember.objects.filter(pk=people["bas"].pk).update(state="asked")
        assert asked("lena") == [els]
    with undone():
        CircleMember.objects.update(is_contact=False)
        assert asked("lena") == asked("ben") == []
    around.she(email="t@voorbeeld.example")
    assert asked("lena") == asked("ben") == [cast.bakker]
