"""Messages, documents, the carer's own word and the end: who reads, and who doesn't (P1, P2)."""

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import files, pictures, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans.models import (
    LeftOut,
    Message,
    PlanDocument,
    Representative,
    ResidentPlan,
)
from wijknetwerk.plans.selectors import document as papers
from wijknetwerk.plans.selectors import message as messages
from wijknetwerk.plans.services import (
    circle,
    document,
    message,
    representatives,
    sharing,
    tell,
)
from wijknetwerk.plans.services.document import Sent
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


def read(cast: Cast, plan: ResidentPlan, name: str) -> list[str]:
    """The messages that somebody reads now."""
    try:
        opened = hand(cast, plan, name)
    except NotFound:
        return []
    with scope.acting(opened.actor):
        return [one.text for one in messages.latest(opened).rows]


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
        assert shown(hand(cast, plan, "amina")).rows[0].left_out == ["Bas van der Meer"]
    with pytest.raises(NotFound):
        do(cast, plan, "els", message.write, text="x", without=[plan.uuid])
    made = row(Message, plan=plan)
    with scope.acting(SYSTEM), pytest.raises(IntegrityError, match="resident_is_never_left_out"):
        LeftOut.of(plan, message=made, person=cast.amina).save()


def test_who_decides_for_the_resident_is_left_out_by_nobody_else(
    cast: Cast, plan: ResidentPlan
) -> None:
    claim = representatives.Claim(member=cast.members["bas"].uuid, kind="child")
    noted = do(cast, plan, "amina", representatives.note, claim=claim)
    with scope.acting(SYSTEM):
        Representative.objects.filter(pk=noted.pk).update(seen_at=NOW, seen_by=cast.priya)
    without = [place_of(cast, "bas").uuid]
    with pytest.raises(NotAllowed):
        do(cast, plan, "els", message.write, text="Niet voor Bas", without=without)
    do(cast, plan, "amina", message.write, text="Mijn cadeau", without=without)
    assert read(cast, plan, "bas") == []


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
