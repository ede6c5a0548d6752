"""The carer's own word, the card's rest, erasing and the one tap at the end: who reads (P1)."""

from typing import Any
from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.models.file import PrivateFile
from wijknetwerk.plans import access_carer, otherwise_facts
from wijknetwerk.plans.models import (
    CarerReader,
    DocumentReader,
    OtherwiseCount,
    ResidentPlan,
)
from wijknetwerk.plans.personal_data import PlansData
from wijknetwerk.plans.selectors import carer as carer_shown
from wijknetwerk.plans.selectors import taken_rest
from wijknetwerk.plans.services import (
    after,
    carer,
    circle,
    document,
    message,
    plans,
    sharing,
    words,
)
from wijknetwerk.plans.services.document import Sent
from wijknetwerk.plans.services.words import Card, Said
from wijknetwerk.plans.tests.acting import (
    do,
    hand,
    place,
    row,
    shares,
)
from wijknetwerk.plans.tests.resting import place_of, son_and_nurse
from wijknetwerk.privacy.purposes import PartyKind

PDF = b"%PDF-1.7 de brief van het ziekenhuis"
NOBODY = ("dewi", "ad", "joost", "priya", "lena", "ben")


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    return son_and_nurse(cast)


def _say(cast: Cast, name: str, **said: Any) -> Any:
    actor, where = cast.actor(name), place_of(cast, "bas").uuid
    with scope.acting(actor):
        return carer.say(actor=actor, place=where, **said)


def _choose(cast: Cast, readers: list[UUID]) -> None:
    actor, where = cast.actor("bas"), place_of(cast, "bas").uuid
    with scope.acting(actor):
        carer.choose_readers(actor=actor, place=where, readers=[str(one) for one in readers])


def _shown(cast: Cast, plan: ResidentPlan, name: str) -> list[str]:
    opened = hand(cast, plan, name)
    with scope.acting(opened.actor):
        return [who for _uuid, who in carer_shown.carers(opened)]


def test_a_carers_word_is_seen_by_whom_the_carer_chose(cast: Cast, plan: ResidentPlan) -> None:
    _say(cast, "bas", holds_up="not", words="Ik slaap niet meer")
    for name in ("amina", "els"):
        assert _shown(cast, plan, name) == []
        with pytest.raises(NotFound):
            _say(cast, name, holds_up="well")
    els = place_of(cast, "els").uuid
    _choose(cast, [els])
    assert _shown(cast, plan, "els") == ["Bas van der Meer"]
    assert _shown(cast, plan, "amina") == []
    _choose(cast, [])
    assert _shown(cast, plan, "els") == []
    _choose(cast, [els, plan.uuid])
    assert _shown(cast, plan, "amina") == ["Bas van der Meer"]
    do(cast, plan, "amina", circle.take_out, place=els)
    with pytest.raises(NotFound):
        hand(cast, plan, "els")
    shares(cast, plan, place(cast, plan, "els", "professional"))
    assert _shown(cast, plan, "els") == []
    log = row(LogEntry, event="plans.carer_said")
    assert log.client_uuid == cast.bas.uuid
    with scope.acting(SYSTEM):
        said = str(
            [one.fields for one in taken_rest.CarersData().export(person_uuid=cast.bas.uuid)]
        )
    assert "Ik slaap niet meer" in said


def test_a_carer_says_it_also_where_the_plan_opens_for_them_no_more(
    cast: Cast, plan: ResidentPlan
) -> None:
    where = place_of(cast, "bas")
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=where.uuid)
    _say(cast, "bas", holds_up="just")
    with pytest.raises(NotFound):  # nor does it tell them who is in the circle
        _choose(cast, [place_of(cast, "els").uuid])
    _choose(cast, [plan.uuid])
    do(cast, plan, "amina", circle.take_out, place=where.uuid)
    with scope.acting(cast.actor("bas")), pytest.raises(NotFound):
        access_carer.own_place(cast.actor("bas"), where.uuid)
    with scope.acting(SYSTEM):
        assert not CarerReader.objects.exists()
        assert not DocumentReader.objects.exists()


def test_a_mark_becomes_a_goal_and_before_and_after_stay_under_lock(
    cast: Cast, plan: ResidentPlan
) -> None:
    card = do(cast, plan, "amina", words.keep_card, card=Card({"body": 4, "meaning": 8}))
    goal = do(
        cast, plan, "amina", after.goal_from, card=card.uuid, side="body", said=Said("Weer lopen")
    )
    assert goal.text.read() == "Weer lopen"
    with pytest.raises(InvalidInput):
        do(cast, plan, "amina", after.goal_from, card=card.uuid, side="mind", said=Said("x"))
    need = do(cast, plan, "amina", words.write, thing="need", said=Said("Vervoer"))
    made = do(cast, plan, "amina", after.mark, need=need.uuid, before=3, after=None)
    do(cast, plan, "amina", after.mark, need=need.uuid, before=3, after=7)
    kept = row(type(made), need=need)
    assert (kept.before.read(), kept.after.read()) == ("3", "7")
    debt = do(cast, plan, "amina", words.write, thing="need", said=Said("Schuld", money=True))
    with pytest.raises(NotFound):
        do(cast, plan, "els", after.mark, need=debt.uuid, before=1, after=1)


def test_where_one_would_have_gone_is_counted_once_and_hangs_on_nobody(
    cast: Cast, plan: ResidentPlan
) -> None:
    with pytest.raises(NotFound):
        do(cast, plan, "amina", after.say_otherwise, where="gp")
    do(cast, plan, "amina", plans.close, words="Goed zo", taken="not_needed")
    do(cast, plan, "amina", after.say_otherwise, where="gp")
    do(cast, plan, "amina", after.say_otherwise, where="care")
    with scope.acting(SYSTEM):
        counted = list(OtherwiseCount.objects.values_list("where", "times"))
        said = LogEntry.objects.get(event="plans.otherwise_said")
        assert otherwise_facts.count(cast.linde.pk) == {}
        OtherwiseCount.objects.update(times=9)
        assert otherwise_facts.count(cast.linde.pk) == {"plans_otherwise_gp": 5}
    assert counted == [("gp", 1)]
    assert "gp" not in str(said.detail)


def test_erasing_takes_files_messages_and_the_carers_words(
    cast: Cast, plan: ResidentPlan, django_capture_on_commit_callbacks: Any
) -> None:
    made = do(cast, plan, "els", document.add, sent=Sent("b.pdf", PDF, "Brief"))
    do(cast, plan, "bas", message.write, text="Tot straks")
    _say(cast, "bas", holds_up="hard")
    with scope.acting(SYSTEM):
        taken = str([one.fields for one in taken_rest.records(plan)])
        assert "Tot straks" in taken
        assert "te veel" not in taken
        where = made.file.storage_name
        with django_capture_on_commit_callbacks(execute=True):
            list(PlansData().erase(actor=SYSTEM, person_uuid=cast.amina.uuid))
        assert not default_storage.exists(where)
        assert not PrivateFile.objects.exists()
        assert not ResidentPlan.objects.exists()


def test_a_carer_finds_the_question_also_where_nothing_opens_and_a_look_at_names_is_on_record(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    bas, mine = sign_in("bas"), place_of(cast, "bas")
    bas.get(reverse("plans:carer_readers", args=[mine.uuid]))
    assert row(LogEntry, event="plans.circle_names").client_uuid == cast.amina.uuid
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=mine.uuid)
    bas.get(reverse("plans:carer_readers", args=[mine.uuid]))
    assert row(LogEntry, event="plans.circle_names")
    shown = bas.get(reverse("plans:circles", args=["de-linde"])).content.decode()
    assert reverse("plans:carer_own", args=[mine.uuid]) in shown
    assert str(plan.uuid) not in shown
