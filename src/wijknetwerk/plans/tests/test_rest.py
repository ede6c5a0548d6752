"""Messages, documents, the carer's own word and the end: who reads, and who doesn't (P1, P2)."""

from typing import Any
from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import files, pictures, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.models.file import PrivateFile
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans import access_carer
from wijknetwerk.plans.models import (
    CarerReader,
    CircleMember,
    DocumentReader,
    LeftOut,
    Message,
    OtherwiseCount,
    PlanDocument,
    ResidentPlan,
)
from wijknetwerk.plans.personal_data import PlansData
from wijknetwerk.plans.selectors import carer as carer_shown
from wijknetwerk.plans.selectors import document as papers
from wijknetwerk.plans.selectors import message as messages
from wijknetwerk.plans.selectors import taken_rest
from wijknetwerk.plans.services import (
    after,
    carer,
    circle,
    document,
    message,
    plans,
    sharing,
    tell,
    words,
)
from wijknetwerk.plans.services.document import Sent
from wijknetwerk.plans.services.words import Card, Said
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
from wijknetwerk.privacy.purposes import PartyKind

PDF = b"%PDF-1.7 de brief van het ziekenhuis"
NOBODY = ("dewi", "ad", "joost", "priya", "lena", "ben")


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    """Amina's plan, with Bas (her son, who cares for her: all) and Els (nurse: all but money)."""
    made = begun(cast)
    shares(cast, made, place(cast, made, "bas", "carer"), EVERYTHING)
    shares(cast, made, place(cast, made, "els", "professional"), BUT_MONEY)
    return made


def place_of(cast: Cast, name: str) -> CircleMember:
    return row(CircleMember, membership=cast.members[name], state="in")


def read(cast: Cast, plan: ResidentPlan, name: str) -> list[str]:
    """The messages that somebody reads now."""
    try:
        opened = hand(cast, plan, name)
    except NotFound:
        return []
    with scope.acting(opened.actor):
        return [one.text for one in messages.latest(opened)]


def titles(cast: Cast, plan: ResidentPlan, name: str) -> list[str]:
    """The documents that somebody sees now."""
    try:
        opened = hand(cast, plan, name)
    except NotFound:
        return []
    with scope.acting(opened.actor):
        return [one.title for one in papers.shown(opened)]


def test_a_message_is_for_all_who_may_read_it_when_they_read(
    cast: Cast, plan: ResidentPlan
) -> None:
    do(cast, plan, "els", message.write, text="De wond is dicht")
    for name in ("amina", "bas", "els"):
        assert read(cast, plan, name) == ["De wond is dicht"]
    for name in NOBODY:
        assert read(cast, plan, name) == []
    do(cast, plan, "amina", message.write, text="De schuld is betaald", money=True)
    assert "De schuld is betaald" in read(cast, plan, "bas")
    assert read(cast, plan, "els") == ["De wond is dicht"]
    with pytest.raises(NotFound):
        do(cast, plan, "els", message.write, text="Over geld", money=True)
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=place_of(cast, "els").uuid)
    assert read(cast, plan, "els") == []
    do(cast, plan, "amina", circle.take_out, place=place_of(cast, "bas").uuid)
    assert read(cast, plan, "bas") == []


def test_the_resident_sees_who_was_left_out_and_nobody_leaves_her_out(
    cast: Cast, plan: ResidentPlan
) -> None:
    bas = place_of(cast, "bas").uuid
    do(cast, plan, "els", message.write, text="Een verrassing", without=[bas])
    assert read(cast, plan, "bas") == []
    assert read(cast, plan, "amina") == ["Een verrassing"]
    shown = messages.latest
    with scope.acting(cast.actor("amina")):
        assert shown(hand(cast, plan, "amina"))[0].left_out == ["Bas van der Meer"]
    with pytest.raises(NotFound):
        do(cast, plan, "els", message.write, text="x", without=[plan.uuid])
    made = row(Message, plan=plan)
    with scope.acting(SYSTEM), pytest.raises(IntegrityError, match="resident_is_never_left_out"):
        LeftOut.of(plan, message=made, person=cast.amina).save()


def test_what_was_withdrawn_while_a_form_was_open_counts(cast: Cast, plan: ResidentPlan) -> None:
    opened = hand(cast, plan, "els")
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=place_of(cast, "els").uuid)
    with scope.acting(opened.actor):
        with pytest.raises(NotFound):
            message.write(hand=opened, text="Toch nog")
        with pytest.raises(NotFound):
            document.add(hand=opened, sent=Sent("b.pdf", PDF, "Brief"))


def test_what_waits_is_for_who_may_read_that_message_when_the_job_runs(
    cast: Cast, plan: ResidentPlan
) -> None:
    def waits() -> set[int]:
        with scope.acting(SYSTEM):
            rows = Waiting.objects.filter(kind="plans.news", done_at=None)
            return set(rows.values_list("person_id", flat=True))

    def run(made: Message) -> None:
        with scope.acting(SYSTEM):
            tell.one_thing_new(
                actor=SYSTEM,
                plan=str(plan.uuid),
                kind="message",
                thing=str(made.uuid),
                but=str(cast.amina.uuid),
            )

    secret = do(cast, plan, "amina", message.write, text="x", without=[place_of(cast, "bas").uuid])
    shut = place_of(cast, "els").uuid
    run(secret)
    assert waits() == {cast.els.pk}
    do(cast, plan, "amina", circle.take_out, place=shut)
    run(do(cast, plan, "amina", message.write, text="y"))
    assert waits() == {cast.bas.pk}
    with scope.acting(SYSTEM):
        assert {w.words == {} for w in Waiting.objects.filter(kind="plans.news")} == {True}


def test_a_document_has_readers_within_who_may_read_documents(
    cast: Cast, plan: ResidentPlan
) -> None:
    els, bas = place_of(cast, "els").uuid, place_of(cast, "bas").uuid
    made = do(cast, plan, "els", document.add, sent=Sent("brief.pdf", PDF, "Ontslagbrief"))
    assert titles(cast, plan, "amina") == titles(cast, plan, "els") == ["Ontslagbrief"]
    assert titles(cast, plan, "bas") == []
    for name in NOBODY:
        assert titles(cast, plan, name) == []
    with pytest.raises(NotAllowed):
        do(cast, plan, "els", document.choose_readers, document=made.uuid, readers=[bas])
    do(cast, plan, "amina", document.choose_readers, document=made.uuid, readers=[bas])
    assert titles(cast, plan, "bas") == ["Ontslagbrief"]
    assert titles(cast, plan, "els") == []
    sent = Sent("rekening.pdf", PDF, "De rekening", money=True, readers=[els])
    with pytest.raises(InvalidInput):
        do(cast, plan, "amina", document.add, sent=sent)
    do(cast, plan, "amina", circle.take_out, place=bas)
    assert titles(cast, plan, "bas") == []
    shares(cast, plan, place(cast, plan, "bas", "family"))
    assert titles(cast, plan, "bas") == []  # coming back makes nobody a reader again


def test_the_disk_and_the_database_hold_no_word_of_it(cast: Cast, plan: ResidentPlan) -> None:
    sent = Sent("uitslag van Amina.pdf", PDF, "Uitslag van het bloed")
    made = do(cast, plan, "amina", document.add, sent=sent)
    do(cast, plan, "amina", message.write, text="Ik ben bang voor de uitslag")
    with scope.acting(SYSTEM):
        stored = PlanDocument.objects.select_related("file").get(uuid=made.uuid).file
        with default_storage.open(stored.storage_name) as lying:
            raw = lying.read()
        assert b"ziekenhuis" not in raw
        assert b"%PDF" not in raw
        assert files.content_of(stored) == PDF
        with connection.cursor() as cursor:
            cursor.execute("select name, content_type from core_privatefile")
            assert "Amina" not in str(cursor.fetchall())
            cursor.execute(
                "select text from plans_message union all select title from plans_plandocument"
            )
            assert "itslag" not in str(cursor.fetchall())


@pytest.mark.parametrize("content", [b"MZ programma", b"<html><script>", b"PK\x03\x04"])
def test_other_files_are_refused(content: bytes, cast: Cast, plan: ResidentPlan) -> None:
    with pytest.raises(pictures.NotAPicture):
        do(cast, plan, "amina", document.add, sent=Sent("x.pdf", content, "Iets"))
    large = Sent("x.pdf", PDF + b"0" * files.MOST_BYTES, "Iets")
    with pytest.raises(InvalidInput):
        do(cast, plan, "amina", document.add, sent=large)


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
    assert counted == [("gp", 1)]
    assert "gp" not in str(said.detail)
