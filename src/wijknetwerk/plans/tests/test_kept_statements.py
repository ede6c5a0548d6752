"""What a process keeps of a statement holds nothing of who asked it first, asks for a scope, and
says the same to the resident who left (A4, P2, P6)."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.core.together import Together
from wijknetwerk.networks.models import Membership
from wijknetwerk.plans import access, access_agreements, access_facts, access_lists
from wijknetwerk.plans.models import (
    Agreement,
    Conference,
    ConferenceGuest,
    EmergencyLook,
    Referral,
    Representative,
    ResidentPlan,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import agreements, message, pages, sharing, words
from wijknetwerk.plans.tests.acting import begun, hand, parts, place, shares
from wijknetwerk.plans.tests.around import DAY, Around, around
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import PartyKind

__all__ = ["around"]
OF_SOMEBODY = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-|\b20\d\d-\d\d-\d\d")


def kept() -> Iterator[Statement | Together]:
    """Every statement that plans keep."""
    for name in sorted(name for name in sys.modules if name.startswith("wijknetwerk.plans")):
        for one in vars(sys.modules[name]).values():
            if isinstance(one, Statement | Together):
                yield one


def test_nothing_of_who_asks_first_stays(cast: Cast) -> None:
    """First somebody of elsewhere, a learner, who notes, the day before; then who may."""
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "bas", "family"))
    for one in kept():
        one._kept.clear()
    noting = replace(cast.actor("bas"), noting_for=cast.amina.uuid)
    first = [cast.actor(name) for name in ("farid", "sam", "lena", "els")]
    with clock.frozen(NOW - DAY):
        for actor in (*first, noting, SYSTEM):
            with scope.acting(actor):
                with pytest.raises(access.NotFound):
                    access.plan_for(actor, plan.uuid)
                access_facts.known(actor, plan)
                assert access_lists.of_others(actor, cast.linde) == []
                assert access_agreements.watches_of(actor, cast.linde) == []
    for name in ("amina", "bas"):
        with scope.acting(cast.actor(name)):
            found = hand(cast, plan, name)
            assert words.all_lines(found).keys() == set(words.MODELS)
            assert [one.person_id for one in members(found)] == [cast.bas.pk]
            assert agreements.shown(found).total == message.latest(found).total == 0
            sharing.ledger(found), pages.seeing(found), pages.looks(found.actor)
    with scope.acting(cast.actor("bas")):
        assert access_lists.of_others(cast.actor("bas"), cast.linde) == [plan]
    with clock.frozen(NOW + 10_000 * DAY):
        assert parts(cast, plan, "bas") == set()
    made = [shape for one in kept() for shape in one._kept.values()]
    assert len(made) > 10
    for shape in made:
        values = [one for one in shape.params if not isinstance(one, Slot)]
        assert not OF_SOMEBODY.search(f"{shape.sql} {values}")
        assert {str(one) for one in values if isinstance(one, int)} <= {"0", "1", "False", "True"}


def members(found: access.Hand) -> list[Membership]:
    return [one.membership for one in words.circle(found) if one.membership is not None]


def test_no_row_of_a_plan_outside_a_scope(cast: Cast) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "bas", "family"))
    found = hand(cast, plan, "bas")
    for _turn in ("made", "kept"):
        for ask in (
            lambda: access.plan_for(found.actor, plan.uuid),
            lambda: access.plan_for(found.actor, uuid4()),
            lambda: access_facts.known(found.actor, plan),
            lambda: access_facts.given(plan),
            lambda: access_facts.holding(plan),
            lambda: words.all_lines(found),
            lambda: words.circle(found),
            lambda: message.latest(found),
        ):
            with pytest.raises(scope.ScopeMissing):
                ask()


def test_a_yes_to_whom_they_are_not(around: Around, cast: Cast) -> None:
    """The gate reads the yeses to every party; only the one of this place counts."""
    around.seat("els", "professional", organisation=around.wijkzorg)
    around.shows("els", Part.WORDS, care=True)
    yes = Consent.objects.get(person=cast.bakker)

    def opens(kind: PartyKind, party: UUID, purpose: str = yes.purpose) -> bool:
        Consent.objects.filter(pk=yes.pk).update(party_kind=kind, party_uuid=party, purpose=purpose)
        assert bool(access_agreements.watches_of(cast.actor("els"), cast.linde)) is (
            purpose == "plan_watch" and kind == PartyKind.PERSON and party == cast.els.uuid
        )
        return around.opens("els")

    mine, other = around.wijkzorg.uuid, around.other_party().uuid
    for kind, right in (
        (PartyKind.PERSON, cast.els.uuid),
        (PartyKind.TEAM, around.plan.uuid),
        (PartyKind.ORGANISATION, mine),
    ):
        for party in (cast.els.uuid, around.plan.uuid, mine, other, cast.bas.uuid):
            assert (kind, party, opens(kind, party)) == (kind, party, party == right)
            assert not opens(kind, party, "plan_watch")


def test_who_left_reads_the_names_in_their_plan(cast: Cast, sign_in: SignIn) -> None:
    """Whom they share with, to stop it, and who does what: on each database."""
    plan = begun(cast)
    at = place(cast, plan, "bas", "family")
    shares(cast, plan, at)
    talk, agreed, asked = _around_it(cast, plan, at)
    browser = sign_in("amina")

    def names(page: str, *more: UUID) -> set[str]:
        answer = browser.get(reverse(f"plans:{page}", args=[plan.uuid, *more]))
        assert answer.status_code == 200
        text = answer.content.decode()
        return {one for one in ("Bas van der Meer", "Els Vos", "Dewi Kusuma") if one in text}

    def all_pages() -> list[set[str]]:
        whole = [names(page) for page in ("plan", "sharing", "agreements", "representatives")]
        whole += [names(page) for page in ("emergencies", "agreement_new", "take")]
        whole += [names("agreement", agreed.uuid), names("referral", asked.uuid)]
        return [*whole, names("conference", talk.uuid), names("conference_agree", talk.uuid)]

    bas, els = {"Bas van der Meer"}, {"Els Vos"}
    expected = [bas | els, bas, bas, els, els, bas, bas | els, bas, bas, bas, bas]
    assert all_pages() == expected
    with scope.acting(SYSTEM):
        Membership.objects.filter(person=cast.amina).update(until_on=TODAY)
    assert cast.actor("amina").standings == ()
    assert all_pages() == expected
    with scope.acting(cast.actor("amina")):
        assert not Membership.objects.filter(person=cast.dewi).exists()
        assert talk.guests.count() == 1  # the plan's rows stay theirs
    with scope.acting(cast.actor("otto")):
        assert talk.guests.count() == 0


def _around_it(cast: Cast, plan: ResidentPlan, at: Any) -> Any:
    """Two who may decide, a look in an emergency, a talk, an agreement and a referral."""
    talk = Conference.of(
        plan,
        state="held",
        starts_at=NOW - DAY,
        ends_at=NOW,
        changed_at=NOW,
        held_at=NOW,
    )
    talk.why = "Hoe het gaat"
    agreed = Agreement.of(plan, owner="circle", place=at, due_on=TODAY)
    agreed.what = "Boodschappen"
    asked = Referral.of(plan, place=at)
    asked.what = "Mag dit samen?"
    with scope.acting(SYSTEM):
        for name in ("els", "ben"):
            Representative.objects.create(
                network=cast.linde,
                resident=cast.amina,
                membership=cast.members[name],
                kind="child",
                parts=[Part.WORDS.value],
                from_on=TODAY,
                seen_at=NOW,
                seen_by=cast.priya,
            )
        look = EmergencyLook.of(
            plan,
            membership=cast.members["els"],
            organisation=cast.members["els"].organisation,
            reason="danger",
            opened_at=NOW,
            review_by=TODAY,
        )
        look.words = "Zij doet niet open."
        for one in (talk, agreed, asked, look):
            one.save()
        ConferenceGuest.of(plan, conference=talk, place=at, state="yes", is_chair=True).save()
    return talk, agreed, asked
