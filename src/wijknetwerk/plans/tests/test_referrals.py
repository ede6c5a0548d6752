"""A need handed to a party: it opens by the resident's yes, and shuts when it is over."""

import pytest
from django.urls import reverse

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import Organisation
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans import access
from wijknetwerk.plans.errors import NotYours, TaskNeeded
from wijknetwerk.plans.models import CircleMember, Need, Referral, ReferralAct, ResidentPlan
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import referrals, representatives, sharing, watching, words
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, do, hand, parts, place, row, shares
from wijknetwerk.plans.tests.agreeing import waiting_for
from wijknetwerk.privacy.purposes import PartyKind
from wijknetwerk.privacy.selectors import of_a_plan


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    """Amina's plan; Bas, her son, reads everything; Els is in the circle and sees nothing."""
    made = begun(cast)
    place(cast, made, "els", "professional")
    shares(cast, made, place(cast, made, "bas", "family"))
    return made


def asked(cast: Cast, plan: ResidentPlan, by: str = "amina") -> Referral:
    need = do(cast, plan, "amina", words.write, thing="need", said=Said("Mijn wond geneest niet"))
    els = row(CircleMember, plan=plan, membership=cast.members["els"])
    what = "Wilt u naar mijn wond kijken?"
    made: Referral = do(
        cast, plan, by, referrals.propose, need=need.uuid, place=els.uuid, what=what
    )
    kept = row(Need, uuid=need.uuid)
    assert (kept.choice, kept.referral_id) == ("referral", made.pk)
    return made


def test_who_decides_for_the_resident_gives_no_yes_to_themselves(
    cast: Cast, plan: ResidentPlan
) -> None:
    els = row(CircleMember, plan=plan, membership=cast.members["els"])
    every = tuple(part.value for part in Part)
    claim = representatives.Claim(cast.members["els"].uuid, "sibling", every)
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    need = do(cast, plan, "amina", words.write, thing="need", said=Said("Een brief lezen"))
    here = {"need": need.uuid, "place": els.uuid, "what": "Leest u de brief?"}
    assert do(cast, plan, "els", referrals.propose, **here).state == "proposed"
    with pytest.raises(NotYours):
        do(cast, plan, "els", watching.name_watcher, place=els.uuid)


def test_who_decides_within_a_scope_ends_nothing_outside_it(cast: Cast, plan: ResidentPlan) -> None:
    """Giving comes in place of what somebody had: Els reads all but money, and keeps it."""
    els = row(CircleMember, plan=plan, membership=cast.members["els"])
    shares(cast, plan, els, BUT_MONEY)
    claim = representatives.Claim(cast.members["bas"].uuid, "child", (Part.WORDS.value,))
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    before = parts(cast, plan, "els")
    gives = {"kind": PartyKind.PERSON, "place": els.uuid, "chosen": Sharing((Part.WORDS,))}
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", sharing.give, **gives)
    assert parts(cast, plan, "els") == before
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=els.uuid)
    do(cast, plan, "bas", sharing.give, **gives)
    assert parts(cast, plan, "els") == {Part.WORDS}


def opens_for_els(cast: Cast, plan: ResidentPlan) -> frozenset[str]:
    with scope.acting(cast.actor("els")):
        try:
            return hand(cast, plan, "els").things
        except NotFound:
            return frozenset()


@pytest.mark.parametrize(("act", "words_said"), [("finish", "Het gaat beter"), ("refuse", "Vol")])
def test_it_opens_one_thing_by_a_yes_and_shuts_when_it_is_over(
    act: str, words_said: str, cast: Cast, plan: ResidentPlan
) -> None:
    made = asked(cast, plan, "bas")
    assert made.state == "proposed"
    assert opens_for_els(cast, plan) == frozenset()
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", referrals.say_yes, uuid=made.uuid)
    do(cast, plan, "amina", referrals.say_yes, uuid=made.uuid)
    assert opens_for_els(cast, plan) == {one("referral", made.uuid)}
    assert parts(cast, plan, "els") == set()
    with scope.acting(cast.actor("els")):
        access.note_look(hand(cast, plan, "els"), "plans.read")
    on_record = LogEntry.objects.filter(event="plans.read", user_uuid=cast.els.uuid).get()
    assert on_record.consent_uuid == row(Referral, uuid=made.uuid).consent
    assert waiting_for("plans.referral") == {(cast.els.pk, made.uuid)}
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", referrals.answer, uuid=made.uuid, says=ReferralAct.ACCEPT)
    do(cast, plan, "els", referrals.answer, uuid=made.uuid, says=ReferralAct.ACCEPT)
    assert waiting_for("plans.referral") == set()
    with pytest.raises(InvalidInput):
        do(cast, plan, "els", referrals.answer, uuid=made.uuid, says=ReferralAct(act))
    over = {"uuid": made.uuid, "says": ReferralAct(act), "words": words_said}
    do(cast, plan, "els", referrals.answer, **over)
    assert opens_for_els(cast, plan) == frozenset()
    kept = row(Referral, uuid=made.uuid)
    assert (kept.answer.read(), kept.consent) == (words_said, None)
    with pytest.raises(NotFound):
        do(cast, plan, "els", referrals.answer, **over)


def test_stopping_shuts_it_and_leaves_what_they_had(cast: Cast, plan: ResidentPlan) -> None:
    els = row(CircleMember, plan=plan, membership=cast.members["els"])
    shares(cast, plan, els, BUT_MONEY)
    before = parts(cast, plan, "els")
    made = asked(cast, plan)
    assert made.state == "asked"
    assert parts(cast, plan, "els") == before
    do(cast, plan, "amina", referrals.stop, uuid=made.uuid)
    assert parts(cast, plan, "els") == before
    with scope.acting(SYSTEM):
        assert of_a_plan().count() == 2  # of Els as before, and of Bas
        assert not Waiting.objects.filter(kind="plans.referral", done_at=None).exists()
    with pytest.raises(NotAllowed):
        do(cast, plan, "els", referrals.stop, uuid=made.uuid)


def test_a_municipality_needs_a_task_too(cast: Cast, plan: ResidentPlan) -> None:
    with scope.acting(SYSTEM):
        Organisation.objects.update(kind="municipality")
    with pytest.raises(TaskNeeded):
        asked(cast, plan)


def test_who_is_asked_finds_it_takes_it_up_and_tells_what_came_of_it(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    """Els sees nothing else of the plan: from the plan to the list, the one thing, and done."""
    made = asked(cast, plan)
    els = sign_in("els")
    lijst = reverse("plans:agreements", args=[plan.uuid])
    to = reverse("plans:referral", args=[plan.uuid, made.uuid])
    assert lijst in els.get(reverse("plans:plan", args=[plan.uuid])).content.decode()
    assert to in els.get(lijst).content.decode()
    assert "Dit wordt u gevraagd." in els.get(to).content.decode()
    els.post(reverse("plans:referral_act", args=[plan.uuid, made.uuid, "oppakken"]))
    amina = sign_in("amina", second_factor=False)
    assert "pakt dit op." in amina.get(to).content.decode()
    over = {"words": "De wond is dicht."}
    els.post(reverse("plans:referral_act", args=[plan.uuid, made.uuid, "klaar"]), over)
    assert els.get(to).status_code == 404
    told = amina.get(to).content.decode()
    assert "De wond is dicht." in told
    assert "leest het niet meer." in told


def test_a_municipality_reads_it_for_the_task_that_was_written(
    cast: Cast, plan: ResidentPlan
) -> None:
    """The yes opens it on that task; and a colleague's yes is not theirs to note."""
    with scope.acting(SYSTEM):
        Organisation.objects.update(kind="municipality")
    need = do(cast, plan, "amina", words.write, thing="need", said=Said("Een traplift"))
    els = row(CircleMember, plan=plan, membership=cast.members["els"])
    asks = {"need": need.uuid, "place": els.uuid, "what": "Wilt u een traplift regelen?"}
    for article in ("Wmo, voor 111222333", "Jeugdwet, geboren 3-4-1950", "Wmo, bel 06 12345678"):
        with pytest.raises(InvalidInput, match="In uw tekst zien wij"):
            do(cast, plan, "bas", referrals.propose, **asks, task=referrals.Task(article))
    task = referrals.Task("Wmo 2015, artikel 2.3.2")
    made = do(cast, plan, "bas", referrals.propose, **asks, task=task)
    assert (made.state, made.ground) == ("proposed", "public_task")
    assert opens_for_els(cast, plan) == frozenset()
    do(cast, plan, "amina", referrals.say_yes, uuid=made.uuid)
    assert opens_for_els(cast, plan) == {one("referral", made.uuid)}
    with scope.acting(SYSTEM):
        given = of_a_plan().get(uuid=row(Referral, uuid=made.uuid).consent)
    assert (given.ground, given.ground_note) == ("public_task", "Wmo 2015, artikel 2.3.2")
    assert "Wmo 2015" in given.text.text
