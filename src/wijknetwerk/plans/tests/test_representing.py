"""Who may decide for a resident: named, proof seen, in the order of the law, ended (design 3)."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.networks.models import MembershipRole
from wijknetwerk.networks.services import roles
from wijknetwerk.networks.services.roles import NewRole
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans.errors import NotYours
from wijknetwerk.plans.legal_order import Deciding, clashes, in_order
from wijknetwerk.plans.models import DecidedFor, Representative, ResidentPlan
from wijknetwerk.plans.parts import ALL, Part
from wijknetwerk.plans.personal_data import PlansData
from wijknetwerk.plans.selectors import representing
from wijknetwerk.plans.services import circle, representatives
from wijknetwerk.plans.services.representatives import Claim
from wijknetwerk.plans.tests.acting import (
    EVERYTHING,
    begun,
    do,
    hand,
    parts,
    place,
    shares,
)


def at(name: str, *parts: Any) -> str:
    return reverse(f"plans:{name}", args=parts)


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    return begun(cast)


def _named(cast: Cast, plan: ResidentPlan, who: str, kind: str, *about: Part, **more: Any) -> Any:
    """Amina names somebody, and says yes; the privacy officer saw it where a court named them."""
    claim = Claim(cast.members[who].uuid, kind, about or ALL, **more)
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    if kind in ("curator", "mentor", "bewindvoerder"):
        _officer(cast, representatives.see_proof, uuid=made.uuid)
    else:
        do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    return made


def _officer(cast: Cast, act: Any, **fields: Any) -> Any:
    priya = cast.actor("priya")
    with scope.acting(priya):
        return act(actor=priya, network=cast.linde, **fields)


def _waits(kind: str) -> set[int]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=kind, done_at=None)
        return set(rows.values_list("person_id", flat=True))


def _without_mail(cast: Cast) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(email=None)


def test_the_law_says_who_goes_first_and_shuts_nobody_out() -> None:
    def one(kind: str, *about: Part) -> Deciding:
        return Deciding(uuid4(), kind, kind, frozenset(about or ALL))

    money, mentor, son, sister = (
        one("bewindvoerder", Part.MONEY),
        one("mentor", Part.WORDS, Part.MONEY),
        one("child"),
        one("sibling"),
    )
    assert next(who.kind for who in in_order([sister, son, money, mentor])) == "mentor"
    assert clashes([mentor, one("partner", Part.CARD)]) == []
    both = clashes([son, sister])
    assert [(clash.parts, clash.first) for clash in both] == [(tuple(Part), ())]
    found = {clash.parts: [who.kind for who in clash.first] for clash in clashes([son, mentor])}
    assert found[(Part.WORDS,)] == ["mentor"]
    assert found[(Part.MONEY,)] == []  # a mentor has no say about money by law
    first = {part: clash.first for clash in clashes([money, mentor, son]) for part in clash.parts}
    assert first[Part.MONEY] == (money,)


def test_named_on_the_page_and_two_who_could_both_decide_show(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    amina, priya = sign_in("amina"), sign_in("priya")
    new, here = at("representative_new", plan.uuid), at("representatives", plan.uuid)
    for who, kind in (("bas", "mentor"), ("ben", "child")):
        said = {"member": str(cast.members[who].uuid), "kind": kind, "parts": ["words", "card"]}
        assert amina.post(new, said)["Location"] == here
    with scope.acting(SYSTEM):
        mentor, child = Representative.objects.order_by("pk")
    assert parts(cast, plan, "bas") == parts(cast, plan, "ben") == set()
    assert _waits("plans.proof") == {cast.priya.pk}
    proof = at("proof", "de-linde", mentor.uuid)
    assert "Bas van der Meer voor Amina Haddad" in priya.get(proof).content.decode()
    priya.post(at("proof_act", "de-linde", mentor.uuid, "gezien"))
    amina.post(at("representative_act", plan.uuid, child.uuid, "ja"))
    assert parts(cast, plan, "bas") == parts(cast, plan, "ben") == {Part.WORDS, Part.CARD}
    for client in (amina, sign_in("bas"), sign_in("ben")):
        page = client.get(here).content.decode()
        assert "kunnen allebei beslissen" in page
        assert "Volgens de wet gaat Bas van der Meer voor." in page
        assert page.index("<h2>Bas van der Meer") < page.index("<h2>Ben Mulder")
    amina.post(at("representative_act", plan.uuid, child.uuid, "stoppen"))
    assert sign_in("ben").get(here).status_code == 404
    assert "kunnen allebei beslissen" not in amina.get(here).content.decode()
    assert amina.post(at("representative_act", plan.uuid, mentor.uuid, "ja")).status_code == 403
    assert (
        amina.post(at("representative_act", plan.uuid, mentor.uuid, "stoppen")).status_code == 403
    )


def test_each_decision_for_the_resident_is_said_and_read_by_whom_it_concerns(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    _named(cast, plan, "bas", "child")
    shares(cast, plan, place(cast, plan, "els", "professional"), EVERYTHING)
    here = at("representatives", plan.uuid)
    said = {"words": "Zij gaat naar de dagopvang: zij kon niet zeggen wat zij wil."}
    for name, status in (("amina", 403), ("els", 403), ("ben", 404), ("bas", 302)):
        assert sign_in(name).post(at("decided", plan.uuid), said).status_code == status
    for name, reads in (("amina", True), ("bas", True), ("els", False)):
        assert ("dagopvang" in sign_in(name).get(here).content.decode()) is reads
    taken = str(list(PlansData().export(person_uuid=cast.amina.uuid)))
    assert "dagopvang" in taken
    PlansData().erase(actor=SYSTEM, person_uuid=cast.amina.uuid)
    with scope.acting(SYSTEM):
        assert not DecidedFor.objects.exists()


def test_who_reads_the_circle_reads_who_decides_and_no_more(cast: Cast, plan: ResidentPlan) -> None:
    _named(cast, plan, "bas", "child", decisions="Waar zij woont")
    _named(cast, plan, "ben", "partner")
    shares(cast, plan, place(cast, plan, "els", "professional"), EVERYTHING)
    with scope.acting(cast.actor("els")):
        found = representing.speaking(hand(cast, plan, "els"))
    assert {one.name for one in found.people} == {"Bas van der Meer", "Ben Mulder"}
    assert {one.decisions for one in found.people} == {""}
    assert (found.clashes, found.may_note) == ((), False)
    with pytest.raises(NotAllowed):
        do(cast, plan, "els", representatives.note, claim=Claim(cast.members["els"].uuid, "child"))


def test_who_is_called_first_notes_it_for_who_cant_and_says_for_which_decisions(
    cast: Cast, plan: ResidentPlan
) -> None:
    bas = place(cast, plan, "bas", "family")
    shares(cast, plan, bas, EVERYTHING)
    do(cast, plan, "amina", circle.appoint, place=bas.uuid)
    claim = Claim(cast.members["bas"].uuid, "child")
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", representatives.note, claim=claim)
    _without_mail(cast)
    with pytest.raises(InvalidInput):
        do(cast, plan, "bas", representatives.note, claim=claim)
    claim = Claim(cast.members["bas"].uuid, "child", decisions="Over zorg, als zij het niet kan")
    made = do(cast, plan, "bas", representatives.note, claim=claim)
    assert not hand(cast, plan, "bas").decides([Part.CIRCLE])
    _officer(cast, representatives.see_proof, uuid=made.uuid)
    assert hand(cast, plan, "bas").decides([Part.CIRCLE])
    assert _waits("plans.proof") == set()


def test_the_privacy_officer_writes_down_and_another_sees_the_proof(
    cast: Cast, plan: ResidentPlan
) -> None:
    fields = {"resident": cast.members["amina"].uuid}
    child = Claim(cast.members["bas"].uuid, "child", decisions="Over zorg")
    with pytest.raises(NotAllowed):  # she names people herself
        _officer(cast, representatives.note_by_officer, claim=child, **fields)
    mentor = Claim(cast.members["bas"].uuid, "mentor", decisions="Over zorg")
    for name in ("dewi", "els"):
        actor = cast.actor(name)
        with scope.acting(actor), pytest.raises(NotFound):
            representatives.note_by_officer(actor=actor, network=cast.linde, claim=mentor, **fields)
    made = _officer(cast, representatives.note_by_officer, claim=mentor, **fields)
    assert _waits("plans.representing") == {cast.amina.pk}
    assert _waits("plans.proof") == set()  # there is one officer, who wrote it down
    with pytest.raises(NotYours):
        _officer(cast, representatives.see_proof, uuid=made.uuid)
    with pytest.raises(NotAllowed):
        do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    assert parts(cast, plan, "bas") == set()
    _officer(cast, representatives.end_by_officer, uuid=made.uuid)
    assert _waits("plans.representing") == set()


def test_a_term_is_told_two_weeks_before_and_ends_at_the_next_request(
    cast: Cast, plan: ResidentPlan
) -> None:
    last = TODAY + timedelta(days=30)
    _named(cast, plan, "bas", "child", until_on=last)
    for days, told in ((15, set()), (16, {cast.amina.pk, cast.bas.pk}), (29, None), (30, set())):
        with clock.frozen(NOW + timedelta(days=days)):
            with scope.acting(SYSTEM):
                representatives.remind_terms()
            if told is not None:
                assert _waits("plans.representing") == told, days
            assert bool(parts(cast, plan, "bas")) is (days < 30)


def test_for_who_cant_sign_in_who_is_called_first_hears_that_a_term_ends(
    cast: Cast, plan: ResidentPlan
) -> None:
    _named(cast, plan, "ben", "child", until_on=TODAY + timedelta(days=3))
    bas = place(cast, plan, "bas", "family")
    shares(cast, plan, bas, EVERYTHING)
    do(cast, plan, "amina", circle.appoint, place=bas.uuid)
    _without_mail(cast)
    with scope.acting(SYSTEM):
        representatives.remind_terms()
    assert _waits("plans.representing") == {cast.bas.pk, cast.ben.pk}
    do(cast, plan, "amina", circle.take_out, place=bas.uuid)
    with scope.acting(SYSTEM):
        representatives.remind_terms()
    assert _waits("plans.representing") == {cast.ben.pk}


def test_without_an_officer_nothing_counts(cast: Cast, plan: ResidentPlan) -> None:
    claim = Claim(cast.members["bas"].uuid, "curator")
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    with scope.acting(SYSTEM):
        MembershipRole.objects.filter(role="privacy_officer").update(until_on=TODAY)
    with pytest.raises(NotFound):
        _officer(cast, representatives.see_proof, uuid=made.uuid)
    with scope.acting(cast.actor("amina")):
        (one,) = representing.speaking(hand(cast, plan, "amina")).people
    assert (one.state, one.has_officer) == ("proof", False)


def test_another_officer_hears_of_a_proof_and_all_of_it_goes_along_and_is_erased(
    cast: Cast, plan: ResidentPlan
) -> None:
    claim = Claim(cast.members["bas"].uuid, "mentor", (Part.CARD,), decisions="Over zorg")
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        roles.give_role(
            actor=dewi,
            network=cast.linde,
            member=cast.members["ben"].uuid,
            new=NewRole("privacy_officer", TODAY),
        )
    assert _waits("plans.proof") == {cast.priya.pk, cast.ben.pk}
    data = PlansData()
    taken = str(list(data.export(person_uuid=cast.amina.uuid)))
    assert "Over zorg" in taken
    mine = str(list(data.export(person_uuid=cast.bas.uuid)))
    assert "mentor" in mine
    assert "Over zorg" not in mine
    assert cast.amina.name not in mine
    data.erase(actor=SYSTEM, person_uuid=cast.bas.uuid)
    with scope.acting(SYSTEM):
        assert Representative.objects.get(pk=made.pk).ended_at is not None
    data.erase(actor=SYSTEM, person_uuid=cast.amina.uuid)
    with scope.acting(SYSTEM):
        assert not Representative.objects.exists()
    assert _waits("plans.proof") == set()
