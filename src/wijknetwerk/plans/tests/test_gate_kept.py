"""What a process asks by a statement that it keeps is answered as things stand at that moment, for
that person, network and plan: the second time as the first (P2)."""

from dataclasses import replace
from typing import Any

from tests.cast import BEGUN, NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks.models import Membership, Network
from wijknetwerk.plans import access, access_facts, access_lists
from wijknetwerk.plans.decision import Yes
from wijknetwerk.plans.models import Message, ResidentPlan
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.tests.acting import begun, place, shares
from wijknetwerk.plans.tests.around import DAY, Around, around, undone
from wijknetwerk.plans.tests.test_looks import TICK
from wijknetwerk.privacy.models import Consent

__all__ = ["around"]


def test_who_of_her_circle_holds_a_place(around: Around, cast: Cast) -> None:
    place(cast, begun(cast), "ben", "family")
    bas = around.seat("bas")
    els = around.seat("els", "professional", organisation=around.wijkzorg)
    around.seat("dewi", state="asked")
    around.seat("joost", state="left", until_on=TODAY + DAY)

    def holds() -> list[tuple[Any, ...]]:
        found = [tuple(row) for row in access_facts.holding(around.plan)]
        rows = access_facts.holding_places(around.plan).order_by("pk")
        assert [row[0] for row in found] == [row.uuid for row in rows]
        return found

    family = (bas.uuid, cast.bas.uuid, None, "family")
    care = (els.uuid, cast.els.uuid, around.wijkzorg.uuid, "professional")
    assert holds() == [family, care]
    Membership.objects.filter(person=cast.bas).update(until_on=TODAY + DAY)
    assert holds() == [family, care]
    with clock.frozen(NOW + DAY):
        assert holds() == [care]
    with clock.frozen(NOW - DAY):
        assert holds() == []
    around.works("els", None)
    assert holds() == [family]


def test_what_was_given_about_her_plan(around: Around, cast: Cast) -> None:
    """To whomever, about this plan since it began, until when."""
    amina = begun(cast)
    shares(cast, amina, place(cast, amina, "bas", "family"))
    around.shows("bas", Part.WORDS)
    around.shows("els", Part.CIRCLE, care=True)
    bas, els = Consent.objects.filter(person=cast.bakker).order_by("pk")

    def given() -> list[Any]:
        found = access_facts.given(around.fresh())
        assert all(isinstance(yes, Yes) for yes, _until in found)
        return [(yes.uuid, yes.party, until) for yes, until in found]

    to_bas = (bas.uuid, cast.bas.uuid, bas.valid_until)
    to_els = (els.uuid, cast.els.uuid, els.valid_until)
    assert given() == [to_bas, to_els]
    around.shows_no_more("bas")
    assert given() == [to_els]
    for at, expected in (
        (els.valid_until - TICK, [to_els]),
        (els.valid_until, []),
        (NOW, [to_els]),
    ):
        with clock.frozen(at):
            assert (at, given()) == (at, expected)
    with undone():
        Consent.objects.filter(pk=els.pk).update(network_uuid=cast.oosterpoort.uuid)
        assert given() == []
    ResidentPlan.objects.filter(pk=around.plan.pk).update(begun_at=NOW + TICK)
    assert given() == []  # was given about the plan before


def test_which_plans_of_others_open(around: Around, cast: Cast) -> None:
    begun(cast, "bas")
    around.seat("bas")
    around.shows("bas", Part.WORDS)
    around.seat("ben")
    around.speaks("ad", Part.MONEY, kind="bewindvoerder")
    around.looks("els")

    def opens(name: str, network: Network | None = None, **fields: Any) -> bool:
        actor = replace(cast.actor(name), **fields)
        found = access_lists.of_others(actor, network or cast.linde)
        assert all(row.resident == cast.bakker for row in found)
        assert len(found) < 2
        if network is None:
            mine = ResidentPlan.objects.exclude(resident=actor.own_id)
            assert {*found} == {*access.readable(actor) & mine}
        return bool(found)

    for name, there in (
        ("bas", True),
        ("ad", True),
        ("els", True),
        ("ben", False),
        ("bakker", False),
        ("dewi", False),
        ("lena", False),
    ):
        assert (name, opens(name)) == (name, there)
    assert not opens("bas", cast.oosterpoort)
    assert not opens("bas", noting_for=cast.bakker.uuid)
    assert access_lists.of_others(SYSTEM, cast.linde) == []
    with undone():
        around.seat("lena")
        around.shows("lena", *Part)
        assert not opens("lena")  # learns
    with undone():
        around.speaks("bakker", *Part)
        assert not opens("bakker")  # one's own is nobody else's
    Membership.objects.filter(person=cast.bas).update(until_on=TODAY + DAY)
    assert opens("bas")
    with clock.frozen(NOW + DAY):
        assert not opens("bas")
        assert not opens("els")  # four hours
    around.shows_no_more("bas")
    assert not opens("bas")
    with undone():
        ResidentPlan.objects.filter(pk=around.plan.pk).update(
            state="closed", closed_at=NOW, taken="taken"
        )
        assert opens("ad")
        assert not opens("els")
    Network.objects.filter(pk=cast.linde.pk).update(stopped_on=TODAY)
    assert not opens("ad")


def test_where_somebody_is_in_a_circle(around: Around, cast: Cast) -> None:
    amina = begun(cast)
    mine = place(cast, amina, "bas", "family")
    longer = around.seat("bas", from_on=BEGUN)
    around.seat("ben", state="asked")
    around.seat("dewi", state="left", until_on=TODAY)

    def places(name: str, network: Network = cast.linde, **fields: Any) -> list[Any]:
        return access.places_in(replace(cast.actor(name), **fields), network)

    assert places("bas") == [longer, mine]
    assert places("ben") == places("dewi") == places("bakker") == []
    assert places("bas", cast.oosterpoort) == []
    assert places("bas", noting_for=cast.bakker.uuid) == []
    assert access.places_in(SYSTEM, cast.linde) == []


def test_things_of_one_kind(around: Around, cast: Cast) -> None:
    around.seat("bas")
    around.shows("bas", Part.WORDS)
    hand = around.hand("bas")
    goal, need = one("goal", cast.els.uuid), one("need", cast.ben.uuid)
    (yes,) = hand.known.yeses
    more = replace(yes, parts=(Part.WORDS.value, goal, need))
    hand = replace(hand, known=replace(hand.known, yeses=(more,)))
    assert hand.named("goal") == {str(cast.els.uuid)}
    assert hand.named("need") == {str(cast.ben.uuid)}
    assert hand.named("want") == frozenset()


def test_which_rows_show(around: Around) -> None:
    """By their part, by the part money, by name; and none where none of these is so."""
    rows = {}
    for money in (False, True):
        made = Message.of(around.plan, money=money, written_at=NOW, written_by=around.cast.bakker)
        made.text = "Wie gaat er mee?"
        made.save()
        rows[money] = made

    def shown(*, opens: bool, money: bool, named: tuple[Any, ...] = ()) -> set[bool]:
        found = access_lists.shown_rows(opens=opens, money=money, named=named)
        return {row.money for row in Message.objects.filter(found)}

    about_money = (str(rows[True].uuid),)
    assert shown(opens=False, money=False) == set()
    assert shown(opens=True, money=False) == {False}
    assert shown(opens=False, money=True) == {True}
    assert shown(opens=True, money=True) == {False, True}
    assert shown(opens=False, money=False, named=about_money) == {True}
    assert shown(opens=True, money=False, named=about_money) == {False, True}


def test_a_plan_out_of_scope_is_not_there(around: Around, cast: Cast) -> None:
    """Whoever asks: a request sees the networks of who it is for, and their own plan (rule A4)."""
    around.seat("bas")
    around.shows("bas", *Part)
    bas, bakker = cast.actor("bas"), cast.actor("bakker")

    def there(asks: Actor, within: Actor) -> bool:
        with scope.acting(within):
            try:
                return bool(access.plan_for(asks, around.plan.uuid))
            except NotFound:
                return False

    assert there(bas, bas)
    assert not there(bas, cast.actor("farid"))
    assert not there(bakker, cast.actor("farid"))
    Membership.objects.filter(person=cast.bakker).update(until_on=TODAY)
    gone = cast.actor("bakker")
    assert gone.network_ids == ()
    assert there(gone, gone) is there(bakker, bakker) is True
    assert not there(bas, gone.as_holder("plans.agreement"))
