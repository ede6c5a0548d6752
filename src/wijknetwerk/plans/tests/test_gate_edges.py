"""The gate at its edges: what is about money, which plans a list and a mail know, whose places are
one's own, and which consent a look says it rests on (P1, P2, P4)."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.plans import access, access_lists
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.decision import Known, Place, Yes
from wijknetwerk.plans.models import EmergencyLook, Representative
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.tests.acting import begun, hand, place, shares
from wijknetwerk.privacy.purposes import PLAN_CARE, Deed, Ground, PartyKind

ME, PLAN = UUID(int=1), UUID(int=2)


@pytest.mark.once
def test_who_may_not_write_money_makes_nothing_about_something_else() -> None:
    def of(*parts: Part, deeds: tuple[Deed, ...] = tuple(Deed)) -> Hand:
        named = [part.value for part in parts]
        yes = Yes(uuid4(), PLAN_CARE.code, PartyKind.PERSON, ME, named, [*deeds], Ground.CONSENT)
        nurse = Place(uuid4(), "professional", True, None, True, None)
        known = Known(ME, PLAN, plan_open=True, network_runs=True, places=(nurse,), yeses=(yes,))
        return Hand(SYSTEM, None, known)  # type: ignore[arg-type]  what is asked knows no plan

    money, other = SimpleNamespace(money=True), SimpleNamespace(money=False)
    writes, reads, none = of(Part.MONEY), of(Part.MONEY, deeds=(Deed.READ,)), of(Part.WORDS)
    for held in (writes, reads, none):
        assert access.is_money(held, money, said=True) is True
        assert access.is_money(held, other, said=True) is True
        assert access.is_money(held, other, said=False) is False
    assert access.is_money(reads, money, said=False) is True
    assert access.is_money(none, money, said=False) is True
    assert access.is_money(writes, money, said=False) is False


def _opened(cast: Cast, uuid: Any, *plans: Any) -> set[str]:
    with scope.acting(SYSTEM):
        return access_lists.that_open(cast.actor(uuid), [str(one) for one in plans])


def test_what_waits_shows_of_the_plans_that_open_now_and_were_asked_about(cast: Cast) -> None:
    plan, other, shut = begun(cast), begun(cast, "bas"), begun(cast, "dewi")
    shares(cast, plan, place(cast, plan, "bas", "carer"), Sharing((Part.WORDS,)))
    every = (plan.uuid, other.uuid, shut.uuid)
    assert _opened(cast, "bas", *every) == {str(plan.uuid), str(other.uuid)}
    assert _opened(cast, "bas", plan.uuid) == {str(plan.uuid)}
    assert _opened(cast, "bas", shut.uuid) == set()
    assert _opened(cast, "els", *every) == set()


def test_a_mail_leaves_for_whom_a_plan_of_that_network_opens(cast: Cast) -> None:
    def leaves(person: UUID | None, network: UUID | None) -> bool:
        with scope.acting(SYSTEM):
            return access_lists.opens_any(person, network)

    plan, linde = begun(cast), cast.linde.uuid
    assert leaves(cast.amina.uuid, linde) is True
    assert leaves(cast.bas.uuid, linde) is False
    for person, network in (
        (cast.amina.uuid, cast.oosterpoort.uuid),
        (cast.amina.uuid, None),
        (None, linde),
        (None, None),
        (uuid4(), linde),
    ):
        assert leaves(person, network) is False
    shares(cast, plan, place(cast, plan, "bas", "carer"), Sharing((Part.WORDS,)))
    assert leaves(cast.bas.uuid, linde) is True
    with scope.acting(SYSTEM):
        type(cast.amina).objects.filter(pk=cast.amina.pk).update(is_active=False)
    assert leaves(cast.amina.uuid, linde) is False


def test_who_decides_about_words_has_the_plan_in_the_list(cast: Cast) -> None:
    plan, bas = begun(cast), cast.actor("bas")
    with scope.acting(SYSTEM):
        Representative.objects.create(
            network=cast.linde,
            resident=cast.amina,
            membership=cast.members["bas"],
            kind="child",
            parts=["words"],
            from_on=TODAY,
            noted_by=cast.amina,
            seen_by=cast.priya,
            seen_at=NOW,
        )
        assert [one.pk for one in access_lists.readable(bas)] == [plan.pk]
        assert not access_lists.readable(bas, Part.MONEY).exists()


def test_ones_own_places_are_not_there_while_one_notes_for_another(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "bas", "carer")
    bas = cast.actor("bas")
    with scope.acting(SYSTEM):
        assert [one.pk for one in access.own_places(bas)] == [at.pk]
        assert not access.own_places(replace(bas, noting_for=cast.bakker.uuid)).exists()
        assert not access.own_places(replace(SYSTEM, person_id=bas.person_id)).exists()


def test_a_look_says_the_consent_that_opened_this_part_and_no_other(cast: Cast) -> None:
    """Amina reads on what each look rested; a wrong one would send her to stop the wrong yes."""
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    own = shares(cast, plan, els, Sharing((Part.WORDS,)))
    team = shares(cast, plan, None, Sharing((Part.NEEDS, Part.CARD)), kind=PartyKind.TEAM)
    mine = hand(cast, plan, "els")
    for part, consent in ((Part.WORDS, own), (Part.NEEDS, team), (Part.CARD, team)):
        with scope.acting(mine.actor):
            access.note_look(mine, "plans.read", part)
        with scope.acting(SYSTEM):
            line = LogEntry.objects.filter(event="plans.read").order_by("seq").last()
            assert line is not None
            assert (line.consent_uuid, line.detail) == (consent, {"part": part.value})


def test_a_look_to_review_comes_with_the_network_it_was_asked_in(cast: Cast) -> None:
    plan, els = begun(cast), cast.members["els"]
    with scope.acting(SYSTEM):
        which: Any = {"membership": els, "organisation": els.organisation, "reason": "danger"}
        look = EmergencyLook.of(plan, opened_at=NOW, review_by=TODAY, **which)
        look.save()
        found = access.look_to_review(cast.actor("priya"), cast.linde, look.uuid)
        assert found.network is cast.linde
