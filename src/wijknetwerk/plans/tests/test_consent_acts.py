"""Who gives and ends a yes, and what then stands in the ledger; both ways (rules P1, P2)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.networks.models import Membership
from wijknetwerk.plans import access_noting, access_sharing, presets
from wijknetwerk.plans.errors import NotYours, PlanClosed, TaskNeeded
from wijknetwerk.plans.models import CircleMember, Representative, ResidentPlan
from wijknetwerk.plans.parts import ALL, Part, one
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import circle, plans, sharing
from wijknetwerk.plans.services.sharing import Terms
from wijknetwerk.plans.tests.acting import BUT_MONEY, EVERYTHING, begun, do, hand, parts, place, row
from wijknetwerk.plans.tests.test_noting import asks, bakkers
from wijknetwerk.privacy import selectors as ledger
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import Deed, Given, Ground, PartyKind

PERSON, PARTY, TEAM = PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.TEAM
WORDS = Sharing((Part.WORDS,))


def give(
    cast: Cast, plan: ResidentPlan, by: str, at: CircleMember | None, **fields: Any
) -> Consent:
    """The row that it made."""
    fields = {"kind": PERSON, "chosen": WORDS, **fields}
    made = do(cast, plan, by, sharing.give, place=at.uuid if at else None, **fields)
    return row(Consent, uuid=made)


def speaks(cast: Cast, whom: str, *of: Part) -> Representative:
    """Who may decide for Amina about these parts."""
    with scope.acting(SYSTEM):
        return Representative.objects.create(
            network=cast.linde,
            resident=cast.amina,
            membership=cast.members[whom],
            kind="authorised",
            parts=[part.value for part in of],
            from_on=TODAY,
            noted_by=cast.amina,
            seen_by=cast.priya,
            seen_at=NOW,
        )


def held(plan: ResidentPlan) -> set[tuple[Any, str, tuple[str, ...]]]:
    """What is in force: to whom, for what, which parts."""
    with scope.acting(SYSTEM):
        rows = ledger.of_a_plan().filter(person=plan.resident_id)
        return {(one.party_uuid, one.purpose, tuple(one.parts)) for one in rows}


def test_a_row_says_who_gave_it_to_whom_for_what_and_in_which_words(cast: Cast) -> None:
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    bas = place(cast, plan, "bas", "carer")
    made = give(cast, plan, "amina", els)
    assert (made.person_id, made.network_uuid) == (cast.amina.pk, cast.linde.uuid)
    assert (made.party_kind, made.party_uuid) == ("person", cast.els.uuid)
    assert (made.purpose, made.parts) == ("plan_care", ["words"])
    assert made.deeds == ["read", "write", "discuss"]
    assert (made.ground, made.ground_note, made.how) == ("consent", "", "in_app")
    assert (made.given_by_id, made.recorded_by_id) == (cast.amina.pk, cast.amina.pk)
    assert made.valid_until - made.valid_from == timedelta(days=366)
    assert made.text.text == presets.text(WORDS, PERSON, Ground.CONSENT, "")
    assert give(cast, plan, "amina", bas).purpose == "plan_own_people"
    party = give(cast, plan, "amina", els, kind=PARTY)
    els_works_for = row(CircleMember, pk=els.pk).organisation_id
    with scope.acting(SYSTEM):
        assert party.party_uuid == Membership.objects.get(person=cast.els).organisation.uuid
        assert els_works_for is not None
    assert (party.party_kind, party.purpose) == ("organisation", "plan_care")
    team = give(cast, plan, "amina", None, kind=TEAM)
    assert (team.party_kind, team.party_uuid, team.purpose) == ("team", plan.uuid, "plan_care")
    law = Terms(ground=Ground.LEGAL_DUTY, note="  Wmo 2015 ", lasts=timedelta(days=3))
    made = give(cast, plan, "amina", els, terms=law)
    assert (made.ground, made.ground_note) == ("legal_duty", "Wmo 2015")
    assert made.valid_until - made.valid_from == timedelta(days=3)
    assert made.text.text == presets.text(WORDS, PERSON, Ground.LEGAL_DUTY, "Wmo 2015")


@pytest.mark.parametrize(
    "fields",
    [
        {"chosen": Sharing(())},
        {"chosen": Sharing((Part.WORDS,), ())},
        {"chosen": Sharing((Part.WORDS,), (Deed.WRITE,))},
        {"terms": Terms(ground=Ground.PUBLIC_TASK)},
        {"terms": Terms(ground=Ground.PUBLIC_TASK, note="  ")},
        {"terms": Terms(lasts=timedelta(0))},
        {"terms": Terms(how=Given.SPOKEN)},  # who can sign in says yes here
    ],
)
def test_what_is_no_yes(cast: Cast, fields: dict[str, Any]) -> None:
    plan = begun(cast)
    at = place(cast, plan, "els", "professional")
    with pytest.raises(InvalidInput):
        give(cast, plan, "amina", at, **fields)
    assert held(plan) == set()


def test_the_shortest_yes_and_who_needs_a_task(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "els", "professional")
    give(cast, plan, "amina", at, terms=Terms(lasts=timedelta(microseconds=1)))
    with scope.acting(SYSTEM):
        type(at.membership.organisation).objects.update(kind="municipality")
    for kind in (PERSON, PARTY):
        with pytest.raises(TaskNeeded):
            give(cast, plan, "amina", at, kind=kind)
    task = Terms(ground=Ground.PUBLIC_TASK, note="Wmo 2015")
    assert give(cast, plan, "amina", at, terms=task).ground == "public_task"
    give(cast, plan, "amina", None, kind=TEAM)  # others of the team need none


def test_to_whom_it_can_be_given(cast: Cast) -> None:
    plan = begun(cast)
    alone, gone = place(cast, plan, "dewi", "volunteer"), place(cast, plan, "bas", "carer")
    do(cast, plan, "amina", circle.take_out, place=gone.uuid)
    elsewhere = place(cast, plan, "els", "professional")
    with scope.acting(SYSTEM):
        other = begun(cast, "bas")
        CircleMember.objects.filter(pk=elsewhere.pk).update(plan=other)
    for at in (gone, elsewhere, None):
        with pytest.raises(NotFound):
            give(cast, plan, "amina", at)
    with pytest.raises(InvalidInput):
        give(cast, plan, "amina", alone, kind=PARTY)
    assert held(plan) == set()
    do(cast, plan, "amina", plans.close, words="Zo is het goed.", taken="taken")
    with pytest.raises(PlanClosed):
        give(cast, plan, "amina", alone)


def test_a_yes_comes_in_place_of_the_earlier_one_of_that_party_only(cast: Cast) -> None:
    plan = begun(cast)
    els, bas = place(cast, plan, "els", "professional"), place(cast, plan, "bas", "carer")
    give(cast, plan, "amina", bas)
    give(cast, plan, "amina", els, chosen=EVERYTHING)
    first, second = (one("goal", each) for each in (cast.sam.uuid, cast.bas.uuid))
    stays = (cast.bas.uuid, "plan_own_people", ("words",))

    def thing(name: str, *, beside: bool) -> None:
        chosen = Sharing((Part.GOALS,), (Deed.READ,), name)
        give(cast, plan, "amina", els, chosen=chosen, terms=Terms(beside=beside))

    thing(first, beside=True)
    thing(first, beside=True)  # again: once
    thing(second, beside=True)
    whole = (cast.els.uuid, "plan_care", tuple(part.value for part in ALL))
    of_first = (cast.els.uuid, "plan_one_thing", (first,))
    of_second = (cast.els.uuid, "plan_one_thing", (second,))
    assert held(plan) == {stays, whole, of_first, of_second}
    with scope.acting(SYSTEM):
        assert ledger.of_a_plan().filter(party_uuid=cast.els.uuid).count() == 3
    thing(first, beside=False)  # only this: what stood beside it by one thing stays
    assert held(plan) == {stays, of_first, of_second}
    give(cast, plan, "amina", els)
    assert held(plan) == {stays, (cast.els.uuid, "plan_care", ("words",))}


def test_who_decides_within_a_scope_gives_within_it(cast: Cast) -> None:
    plan = begun(cast)
    els, bas = place(cast, plan, "els", "professional"), place(cast, plan, "bas", "carer")
    speaks(cast, "bas", Part.WORDS, Part.CIRCLE)
    made = give(cast, plan, "bas", els)
    assert (made.given_by_id, made.recorded_by_id) == (cast.bas.pk, cast.bas.pk)
    refused: list[tuple[CircleMember | None, dict[str, Any]]] = [
        (els, {"chosen": BUT_MONEY}),
        (els, {"terms": Terms(how=Given.SPOKEN)}),
    ]
    for at, fields in refused:
        with pytest.raises(NotAllowed):
            give(cast, plan, "bas", at, **fields)
    with pytest.raises(NotYours):
        give(cast, plan, "bas", bas)
    give(cast, plan, "bas", None, kind=TEAM)
    give(cast, plan, "amina", els, chosen=EVERYTHING)
    with pytest.raises(NotAllowed):
        give(cast, plan, "bas", els)  # it would end what lies outside the scope
    chosen = Sharing((Part.WORDS,), (Deed.READ,), one("want", cast.sam.uuid))
    give(cast, plan, "bas", els, chosen=chosen, terms=Terms(beside=True))  # ends nothing
    ends = {"kind": PERSON, "place": els.uuid}
    for act in (
        lambda: do(cast, plan, "bas", sharing.stop, **ends),
        lambda: do(cast, plan, "bas", sharing.withdraw, consent=made.uuid),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert parts(cast, plan, "els") == set(ALL)


def test_who_comes_to_her_gives_nothing_to_the_team_even_when_they_decide(cast: Cast) -> None:
    plan = begun(cast)
    place(cast, plan, "els", "professional")
    give(cast, plan, "amina", None, kind=TEAM)
    speaks(cast, "els", *ALL)
    with pytest.raises(NotYours):
        give(cast, plan, "els", None, kind=TEAM)


def test_who_decides_in_all_ends_all_that_a_party_has(cast: Cast) -> None:
    plan = begun(cast)
    els, bas = place(cast, plan, "els", "professional"), place(cast, plan, "bas", "carer")
    mine = give(cast, plan, "amina", els)
    give(cast, plan, "amina", els, kind=PARTY)
    give(cast, plan, "amina", bas, chosen=EVERYTHING)
    with pytest.raises(NotAllowed):  # who reads all of it decides nothing
        do(cast, plan, "bas", sharing.stop, kind=PERSON, place=els.uuid)
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", sharing.withdraw, consent=mine.uuid)
    speaks(cast, "dewi", *ALL)
    assert do(cast, plan, "dewi", sharing.stop, kind=PERSON, place=els.uuid) == 1
    assert parts(cast, plan, "els") == {Part.WORDS}  # by the party still
    assert do(cast, plan, "dewi", sharing.stop, kind=PARTY, place=els.uuid) == 1
    assert parts(cast, plan, "els") == set()
    assert parts(cast, plan, "bas") == set(ALL)
    for gone in (mine.uuid, cast.sam.uuid):
        with pytest.raises(NotFound):
            do(cast, plan, "dewi", sharing.withdraw, consent=gone)


def test_nobody_ends_what_is_of_another_plan(cast: Cast) -> None:
    plan, other = begun(cast), begun(cast, "bas")
    theirs = do(
        cast,
        other,
        "bas",
        sharing.give,
        kind=TEAM,
        place=None,
        chosen=WORDS,
    )
    with pytest.raises(NotFound):
        do(cast, plan, "amina", sharing.withdraw, consent=theirs)


def test_who_notes_for_who_cant_sign_in(cast: Cast) -> None:
    plan = bakkers(cast)
    asked = asks(cast, plan, "els")
    spoken = Terms(how=Given.SPOKEN)
    do(cast, plan, "bas", circle.answer, place=asked.uuid, yes=True, how=Given.SPOKEN)
    with pytest.raises(NotAllowed):
        give(cast, plan, "bas", asked)  # not as if she did it here
    made = give(cast, plan, "bas", asked, terms=spoken)
    assert (made.given_by_id, made.recorded_by_id) == (cast.bakker.pk, cast.bas.pk)
    give(cast, plan, "bas", None, kind=TEAM, terms=spoken)  # he is not one of these
    assert do(cast, plan, "bas", sharing.stop, kind=TEAM, place=None) == 1
    do(cast, plan, "bas", sharing.withdraw, consent=made.uuid)
    assert parts(cast, plan, "els") == set()


def test_who_answers_for_a_resident(cast: Cast) -> None:
    """The resident; who is called first for who can't sign in, while the plan opens for them."""
    plan = bakkers(cast)

    def answers() -> Any:
        with scope.acting(SYSTEM):
            return access_sharing.who_answers(ResidentPlan.objects.get(pk=plan.pk))

    assert answers() == cast.bas
    contact = row(CircleMember, plan=plan, is_contact=True)
    mine = hand(cast, plan, "bas")
    with scope.acting(mine.actor):
        assert access_noting.notes_for(mine)
        assert not access_sharing.require_who_shares(hand(cast, begun(cast), "amina"))
        assert access_sharing.require_who_shares(mine)
    with scope.acting(SYSTEM):
        CircleMember.objects.filter(pk=contact.pk).update(is_contact=False)
    assert answers() is None
    with scope.acting(mine.actor), pytest.raises(NotAllowed):
        access_sharing.require_who_shares(mine)
    with scope.acting(SYSTEM):
        CircleMember.objects.filter(pk=contact.pk).update(is_contact=True)
        type(cast.bas).objects.filter(pk=cast.bas.pk).update(is_active=False)
    assert answers() is None
    with scope.acting(SYSTEM):
        type(cast.bakker).objects.filter(pk=cast.bakker.pk).update(email="t@voorbeeld.example")
    assert answers() == cast.bakker
