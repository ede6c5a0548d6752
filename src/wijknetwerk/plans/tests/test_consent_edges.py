"""Giving and ending at the edges: what a yes replaces, who may not give what, and what the ledger
and the log then say (rules P1, P2, A2)."""

from typing import Any

import pytest

from tests.cast import BEGUN, SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.telltale import NeverStored
from wijknetwerk.networks.models import Membership
from wijknetwerk.plans.errors import NotYours
from wijknetwerk.plans.models import CircleMember, ResidentPlan
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import circle, sharing, watching
from wijknetwerk.plans.services.sharing import Terms
from wijknetwerk.plans.tests.acting import (
    BUT_MONEY,
    EVERYTHING,
    begun,
    do,
    hand,
    place,
    row,
    shares,
)
from wijknetwerk.plans.tests.test_asking_again import asked, later, waits_for
from wijknetwerk.plans.tests.test_consent_acts import WORDS, give, held, speaks
from wijknetwerk.plans.tests.test_noting import asks, bakkers
from wijknetwerk.privacy import selectors as ledger
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import PLAN_CARE, Deed, Given, Ground, PartyKind

SPOKEN = Terms(how=Given.SPOKEN)
PERSON, PARTY, TEAM = PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.TEAM


def of_one_thing(cast: Cast) -> Sharing:
    return Sharing((Part.GOALS,), (Deed.READ,), one("goal", cast.sam.uuid))


def work_together(cast: Cast, *names: str) -> None:
    """They work for the party that Els works for."""
    with scope.acting(SYSTEM):
        els = Membership.objects.get(pk=cast.members["els"].pk)
        rows = Membership.objects.filter(pk__in=[cast.members[name].pk for name in names])
        rows.update(partner=els.partner, organisation=els.organisation)


def events() -> list[str]:
    with scope.acting(SYSTEM):
        rows = LogEntry.objects.exclude(consent_uuid=None).exclude(action="C").order_by("seq")
        return list(rows.values_list("event", flat=True))


@pytest.mark.once
def test_to_whom_a_plan_is_shown() -> None:
    """Nobody shows it to a whole network, or to everybody."""
    assert sharing.TO == {"person": PERSON, "organisation": PARTY, "team": TEAM}


def test_a_law_is_noted_without_somebodys_number(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "els", "professional")
    numbered = Terms(ground=Ground.LEGAL_DUTY, note="Wmo 2015, BSN 111222333")
    with pytest.raises(NeverStored):
        give(cast, plan, "amina", at, terms=numbered)
    assert held(plan) == set()


@pytest.mark.parametrize("act", ["give", "withdraw", "stop"])
def test_whatever_is_given_or_ended_what_was_asked_waits_no_more(act: str, cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "els", "professional")
    old = shares(cast, plan, at)
    which: dict[str, Any] = {"kind": PERSON, "place": at.uuid}
    fields = {"give": {**which, "chosen": EVERYTHING}, "withdraw": {"consent": old}, "stop": which}
    with later(350):
        asked()
        assert waits_for() == [cast.amina.pk]
        do(cast, plan, "amina", getattr(sharing, act), **fields[act])
        assert waits_for() == []


def test_a_new_yes_to_all_leaves_that_somebody_watches(cast: Cast) -> None:
    plan = begun(cast)
    ben = place(cast, plan, "ben", "volunteer")
    do(cast, plan, "amina", watching.name_watcher, place=ben.uuid)
    give(cast, plan, "amina", ben, chosen=EVERYTHING)
    give(cast, plan, "amina", ben)  # less than before
    watches = (cast.ben.uuid, "plan_watch", ("watch",))
    assert held(plan) == {watches, (cast.ben.uuid, "plan_own_people", ("words",))}
    give(cast, plan, "amina", ben, chosen=of_one_thing(cast))
    thing = one("goal", cast.sam.uuid)
    assert held(plan) == {watches, (cast.ben.uuid, "plan_one_thing", (thing,))}


def test_one_thing_is_one_line_so_that_one_stop_ends_it(cast: Cast) -> None:
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    for beside in (True, True, False, False):
        made = give(cast, plan, "amina", els, chosen=of_one_thing(cast), terms=Terms(beside=beside))
        with scope.acting(SYSTEM):
            assert [yes.pk for yes in ledger.of_a_plan()] == [made.pk]
    do(cast, plan, "amina", sharing.withdraw, consent=made.uuid)
    assert held(plan) == set()
    assert events() == ["privacy.consent_withdrawn"] * 4


def test_the_log_says_as_what_it_ended(cast: Cast) -> None:
    plan = begun(cast)
    els, bas = place(cast, plan, "els", "professional"), place(cast, plan, "bas", "carer")
    first, second = give(cast, plan, "amina", els), give(cast, plan, "amina", bas)
    actor = cast.actor("amina")
    with scope.acting(SYSTEM):
        fresh = ResidentPlan.objects.select_related("network", "resident").get(pk=plan.pk)
        assert sharing.end_one(actor, fresh, first.uuid, "plans.consent_renewed") == 1
        assert sharing.end_for(actor, fresh, cast.bas.uuid, event="plans.consent_ended") == 1
    assert second.party_uuid == cast.bas.uuid
    give(cast, plan, "amina", els)
    do(cast, plan, "amina", sharing.stop, kind=PERSON, place=els.uuid)
    assert events() == [
        "plans.consent_renewed",
        "plans.consent_ended",
        "privacy.consent_withdrawn",
    ]


def test_a_resident_shares_with_who_works_where_they_work(cast: Cast) -> None:
    """Nobody gives a colleague what is another's; of one's own plan everybody decides."""
    plan = begun(cast, "els")
    work_together(cast, "lena")
    member = cast.members["lena"].uuid
    lena = do(cast, plan, "els", circle.add, member=member, role="professional")
    assert give(cast, plan, "els", lena).given_by_id == cast.els.pk


def test_only_who_comes_to_her_gives_nothing_to_the_team(cast: Cast) -> None:
    plan = begun(cast)
    bas = place(cast, plan, "bas", "carer")
    place(cast, plan, "els", "professional")
    for name in ("dewi", "els"):
        speaks(cast, name, Part.WORDS)
    give(cast, plan, "els", bas)  # to one person, who is no colleague
    give(cast, plan, "dewi", None, kind=TEAM)
    with pytest.raises(NotYours):
        give(cast, plan, "els", None, kind=TEAM)


def test_what_a_yes_within_a_scope_ends_is_of_that_party_in_this_plan(cast: Cast) -> None:
    """What others have, or what this party has of others, is no reason to refuse."""
    plan = begun(cast)
    els, ben = place(cast, plan, "els", "professional"), place(cast, plan, "ben", "volunteer")
    give(cast, plan, "amina", ben, chosen=EVERYTHING)
    common: dict[str, Any] = {
        "actor": SYSTEM,
        "purpose": PLAN_CARE,
        "party_kind": PERSON,
        "party_uuid": cast.els.uuid,
        "parts": ["words", "money"],
    }
    amina, dewi = ((each.pk, each.uuid) for each in (cast.amina, cast.dewi))
    with scope.acting(SYSTEM):
        privacy.give_consent(person=dewi, network_uuid=cast.linde.uuid, **common)
        privacy.give_consent(person=amina, network_uuid=cast.oosterpoort.uuid, **common)
        Membership.objects.create(network=cast.oosterpoort, person=cast.bas, from_on=BEGUN)
    do(cast, plan, "amina", watching.name_watcher, place=els.uuid)
    speaks(cast, "bas", Part.WORDS)
    made = give(cast, plan, "bas", els)
    assert (made.given_by_id, made.how) == (cast.bas.pk, "in_app")
    with scope.acting(SYSTEM):
        rows = ledger.of_a_plan().exclude(pk=made.pk).order_by("pk")
        assert [(yes.party_uuid, yes.person_id) for yes in rows] == [
            (cast.ben.uuid, cast.amina.pk),
            (cast.els.uuid, cast.dewi.pk),
            (cast.els.uuid, cast.amina.pk),
            (cast.els.uuid, cast.amina.pk),
        ]
    give(cast, plan, "amina", els, chosen=BUT_MONEY)
    with pytest.raises(NotAllowed):
        give(cast, plan, "bas", els)


def test_who_writes_down_what_she_says_replaces_what_she_said(cast: Cast) -> None:
    plan = bakkers(cast)
    els = asks(cast, plan, "els")
    do(cast, plan, "bas", circle.answer, place=els.uuid, yes=True, how=Given.SPOKEN)
    for chosen in (EVERYTHING, WORDS):
        made = give(cast, plan, "bas", els, chosen=chosen, terms=SPOKEN)
        assert (made.how, made.given_by_id, made.recorded_by_id) == (
            "spoken",
            cast.bakker.pk,
            cast.bas.pk,
        )
    for refused in (Terms(), Terms(how=Given.IN_APP)):
        with pytest.raises(NotAllowed):
            give(cast, plan, "bas", els, terms=refused)
    assert (cast.els.uuid, "plan_care", ("words",)) in held(plan)


def test_of_the_side_of_who_is_called_first_another_writes_it_down(cast: Cast) -> None:
    plan = bakkers(cast, "els", "professional")
    work_together(cast, "lena")
    own = row(CircleMember, plan=plan, is_contact=True)
    bas = asks(cast, plan, "bas", by="els", role="family")
    do(cast, plan, "els", circle.answer, place=bas.uuid, yes=True, how=Given.SPOKEN)
    with pytest.raises(NotFound):
        give(cast, plan, "bas", own, terms=SPOKEN)
    give(cast, plan, "els", bas, chosen=Sharing((Part.CIRCLE,)), terms=SPOKEN)
    assert give(cast, plan, "bas", own, terms=SPOKEN).recorded_by_id == cast.bas.pk
    for at, kind, terms in (
        (own, PERSON, Terms()),
        (bas, PERSON, SPOKEN),
        (None, TEAM, SPOKEN),
    ):
        with pytest.raises(NotAllowed):
            give(cast, plan, "bas", at, kind=kind, terms=terms)


def test_who_is_only_a_name_gets_nothing(cast: Cast) -> None:
    plan = begun(cast)
    amina = hand(cast, plan, "amina")
    with scope.acting(amina.actor):
        at = circle.add_by_name(hand=amina, role="family", name="Tante Fatma")
    for kind in (PERSON, PARTY):
        with pytest.raises(NotFound):
            give(cast, plan, "amina", at, kind=kind)
    with scope.acting(SYSTEM):
        assert not Consent.objects.exists()
