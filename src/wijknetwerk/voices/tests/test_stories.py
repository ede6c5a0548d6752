"""Telling, how far it goes, taking back; who reads what (rule W3)."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.core import recordings
from tests.fixtures import SignIn
from wijknetwerk.core import files, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry, PrivateFile
from wijknetwerk.networks.access_desk import NoMandate, member_of_desk
from wijknetwerk.networks.models import Mandate, Network, SearchEntry
from wijknetwerk.networks.services import leaving, mandates, roles
from wijknetwerk.voices import stories_around
from wijknetwerk.voices.errors import LooksPersonal, NoYes, SlipEnded, TakesNoPart
from wijknetwerk.voices.models import Story, StoryYes
from wijknetwerk.voices.services import questions, reach, stories
from wijknetwerk.voices.services.stories import Teller, Told
from wijknetwerk.voices.tests.telling import as_, at, note, tell

HERE = "/n/de-linde/meedenken/"


def _who_reads(story: Story, sign_in: SignIn) -> str:
    seen = []
    for name in ("amina", "bas", "joost", "dewi", "farid", "otto"):
        if sign_in(name).get(at(story)).status_code == 200:
            seen.append(name)
    if Client().get(at(story)).status_code == 200:
        seen.append("nobody")
    return " ".join(seen)


def test_a_story_shows_only_as_far_as_its_teller_said(cast: Cast, sign_in: SignIn) -> None:
    story = tell(cast, "amina", reach="own")
    assert _who_reads(story, sign_in) == "amina"
    as_(cast, "amina", reach.change, story=story.uuid, reach="network")
    assert _who_reads(story, sign_in) == "amina bas joost dewi"
    as_(cast, "amina", reach.change, story=story.uuid, reach="everybody")
    assert _who_reads(story, sign_in) == "amina bas joost dewi farid otto nobody"
    with pytest.raises(NotFound):
        as_(cast, "dewi", reach.change, story=story.uuid, reach="own")
    as_(cast, "amina", reach.take_back, story=story.uuid)
    assert _who_reads(story, sign_in) == ""


def test_each_yes_keeps_the_exact_sentence(cast: Cast) -> None:
    story = tell(cast, "amina", shown_name="Amina")
    as_(cast, "amina", reach.change, story=story.uuid, reach="everybody")
    with scope.acting(SYSTEM):
        yeses = list(StoryYes.objects.order_by("pk"))
        row = Story.objects.get(pk=story.pk)
    assert [(one.reach, one.named, one.how) for one in yeses] == [
        ("network", True, "in_app"),
        ("everybody", False, "in_app"),
    ]
    assert "netwerk" in yeses[0].sentence
    assert len(yeses[1].sentence_hash) == 64
    assert not row.named
    assert row.shown_name.read() == ""


def test_what_was_taken_back_is_erased_with_its_photo(cast: Cast, django_user_model: Any) -> None:
    story = tell(cast, "amina", photo=_photo(), photo_words="Een bankje")
    with scope.acting(SYSTEM):
        assert PrivateFile.objects.count() == 1
    as_(cast, "amina", reach.take_back, story=story.uuid)
    with scope.acting(SYSTEM):
        row = Story.objects.get(pk=story.pk)
        assert PrivateFile.objects.count() == 0
    assert (row.words.read(), row.photo_words.read(), row.person_id) == ("", "", None)


def _photo() -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "PNG")
    return out.getvalue()


def test_a_photo_needs_words_and_a_recording_must_be_one(cast: Cast) -> None:
    with pytest.raises(InvalidInput, match="foto"):
        tell(cast, "amina", photo=_photo())
    with pytest.raises(InvalidInput, match="opname"):
        tell(cast, "amina", sound=b"%PDF-1.7 not a sound")
    story = tell(cast, "amina", sound=recordings.m4a())
    with scope.acting(SYSTEM):
        assert PrivateFile.objects.get(pk=story.sound_id).content_type == "audio/mp4"
        kept = files.content_of(PrivateFile.objects.get(pk=story.sound_id))
    assert recordings.SOUND in kept
    assert recordings.PLACE not in kept, "a telephone writes where it was"


def test_a_photo_and_a_recording_are_for_who_may_read_the_story(
    cast: Cast, sign_in: SignIn
) -> None:
    story = tell(cast, "amina", photo=_photo(), photo_words="Een bankje", sound=recordings.mp3())
    for part, kind in (("foto/", "image/webp"), ("geluid/", "audio/mpeg")):
        answer = sign_in("bas").get(at(story, part))
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
        assert sign_in("farid").get(at(story, part)).status_code == 404
        assert Client().get(at(story, part)).status_code == 302


def test_a_number_is_pointed_out_before_it_goes_to_everybody(cast: Cast, sign_in: SignIn) -> None:
    words = "Bel mij op 06 12 34 56 78 of kom langs in de Dorpsstraat 12."
    with pytest.raises(LooksPersonal, match="telefoonnummer"):
        tell(cast, "amina", words, reach="everybody")
    story = tell(cast, "amina", words, reach="network")
    with pytest.raises(LooksPersonal, match="adres"):
        as_(cast, "amina", reach.change, story=story.uuid, reach="everybody")
    client = sign_in("amina")
    address = f"/mijn-verhalen/{story.uuid}/hoe-ver/"
    sent = {"reach": "everybody", "shown_name": "", "form_id": uuid4().hex}
    page = client.post(address, sent).content.decode()
    assert "Ja, iedereen mag dat lezen" in page
    assert client.post(address, sent | {"sure": "on"}).status_code == 302


def test_written_down_for_somebody_asks_their_spoken_yes(cast: Cast, sign_in: SignIn) -> None:
    told, no = Told(words="Ik mis een bankje."), Teller(how="phone", said_yes=False)
    with pytest.raises(NoYes):
        as_(cast, "bas", stories.note_down, network=cast.linde, told=told, teller=no)
    story = note(cast, "bas", reach="own", teller="Opa van de hoek")
    assert _who_reads(story, sign_in) == "bas"
    with scope.acting(SYSTEM):
        looks = LogEntry.objects.filter(event="voices.story_read")
        assert {one.user_uuid for one in looks} == {cast.bas.uuid}


def test_the_desk_notes_for_a_member_only_with_a_mandate(cast: Cast, sign_in: SignIn) -> None:
    teller = Teller(how="phone", said_yes=True, member=cast.members["bakker"].uuid)
    given = {"network": cast.linde, "told": Told(words="De lift."), "teller": teller}
    with pytest.raises(NotAllowed):
        as_(cast, "amina", stories.note_down, **given)
    with pytest.raises(NoMandate):
        as_(cast, "joost", stories.note_down, **given)
    actor = cast.actor("joost")
    with scope.acting(actor):
        member = member_of_desk(actor, cast.linde, cast.members["bakker"].uuid)
        mandates.give(actor=actor, member=member, ground="phone")
    story = as_(cast, "joost", stories.note_down, **given)
    with scope.acting(SYSTEM):
        entry = LogEntry.objects.get(event="voices.story_noted")
    assert (entry.client_uuid, entry.on_behalf_of_uuid) == (cast.bakker.uuid, cast.bakker.uuid)
    assert str(story.uuid) in sign_in("bakker").get("/mijn-verhalen/").content.decode()
    # Further, or with a name, asks the mandate of today; back it goes without.
    wider = {"story": story.uuid, "reach": "everybody", "how": "phone"}
    as_(cast, "joost", reach.change, **wider)
    as_(cast, "joost", reach.change, **wider | {"reach": "network"})
    with scope.acting(SYSTEM):
        Mandate.objects.update(ended_at=NOW)
    for more in ({}, {"reach": "network", "shown_name": "Mevrouw Bakker"}):
        with pytest.raises(NoMandate):
            as_(cast, "joost", reach.change, **wider | more)
    as_(cast, "joost", reach.change, **wider | {"reach": "own"})


def test_a_slip_takes_a_story_back_without_signing_in(cast: Cast, sign_in: SignIn) -> None:
    story = note(cast, "bas", reach="everybody")
    code = as_(cast, "bas", stories.make_slip, story=story.uuid)
    browser = Client()
    page = browser.post("/verhaal-terugnemen/", {"code": "ACDEF-GHJKM"})
    assert "Deze code werkt niet" in page.content.decode()
    assert browser.post("/verhaal-terugnemen/", {"code": code.lower()}).status_code == 302
    choice = browser.get("/verhaal-terugnemen/keuze/").content.decode()
    assert "De Linde" in choice
    assert "Ik ken hier niemand" not in choice
    browser.post("/verhaal-terugnemen/keuze/", {"act": "network"})
    assert _who_reads(story, sign_in) == "amina bas joost dewi"
    browser.post("/verhaal-terugnemen/keuze/", {"act": "gone"})
    assert _who_reads(story, sign_in) == ""
    with pytest.raises(SlipEnded):
        as_(cast, "", reach.behind_slip, code=code)


def test_a_slip_never_lets_it_go_further(cast: Cast) -> None:
    story = note(cast, "bas", reach="own")
    code = as_(cast, "bas", stories.make_slip, story=story.uuid)
    token = as_(cast, "", reach.behind_slip, code=code)
    for wider in ("network", "everybody"):
        with pytest.raises(InvalidInput):
            as_(cast, "", reach.act_by_slip, token=token, reach=wider)


def test_who_left_still_steers_their_story_and_reads_nothing_else(
    cast: Cast, sign_in: SignIn
) -> None:
    from wijknetwerk.networks.services import leaving

    mine, other = tell(cast, "amina"), tell(cast, "bas")
    as_(cast, "amina", leaving.leave, network=cast.linde)
    client = sign_in("amina")
    assert client.get(at(other)).status_code == 404
    page = client.get("/mijn-verhalen/").content.decode()
    assert str(mine.uuid) in page
    answer = client.post(f"/mijn-verhalen/{mine.uuid}/terugnemen/", {"form_id": uuid4().hex})
    assert answer.status_code == 302
    assert sign_in("bas").get(at(mine)).status_code == 404


@pytest.mark.parametrize(
    ("wanted", "name"), [("network", ""), ("everybody", ""), ("own", "Amina de Wit")]
)
def test_who_left_lets_an_old_story_go_no_further(cast: Cast, wanted: str, name: str) -> None:
    """Nothing new is said under the name of a network by who takes no part in it any more."""
    story = tell(cast, "amina", reach="own")
    as_(cast, "amina", leaving.leave, network=cast.linde)
    with pytest.raises(TakesNoPart):
        as_(cast, "amina", reach.change, story=story.uuid, reach=wanted, shown_name=name)
    with scope.acting(SYSTEM):
        row = Story.objects.get(pk=story.pk)
        assert (row.reach, row.named, StoryYes.objects.filter(story=story).count()) == (
            "own",
            False,
            1,
        )
    as_(cast, "amina", reach.take_back, story=story.uuid)


def test_a_question_waits_for_the_coordinator_until_it_has_an_answer(
    cast: Cast, sign_in: SignIn
) -> None:
    story = tell(cast, "amina", "Wie heeft een aanhanger?", kind="question")
    today = sign_in("dewi").get("/vandaag/").content.decode()
    assert "Een vraag van een bewoner wacht op antwoord" in today
    assert "aanhanger" not in today
    as_(cast, "dewi", questions.answer, network=cast.linde, story=story, words="Bas.")
    assert "wacht op antwoord" not in sign_in("dewi").get("/vandaag/").content.decode()
    assert "Bas." in sign_in("joost").get(at(story)).content.decode()


def test_a_question_waits_for_who_leads_now(cast: Cast, sign_in: SignIn) -> None:
    tell(cast, "bas", "Wie heeft een aanhanger?", kind="question")
    given: dict[str, Any] = {"network": cast.linde, "member": cast.members["amina"].uuid}
    as_(cast, "ad", roles.give_role, new=roles.NewRole("coordinator", TODAY), **given)
    assert "wacht op antwoord" in sign_in("amina").get("/vandaag/").content.decode()


def test_a_question_that_is_narrowed_waits_no_longer(cast: Cast, sign_in: SignIn) -> None:
    story = tell(cast, "amina", "Wie heeft een aanhanger?", kind="question")
    as_(cast, "amina", reach.change, story=story.uuid, reach="own")
    assert "wacht op antwoord" not in sign_in("dewi").get("/vandaag/").content.decode()


def test_bad_input_keeps_the_words_and_a_double_click_tells_once(
    cast: Cast, sign_in: SignIn
) -> None:
    client = sign_in("amina")
    sent = {"words": "Mooi hier", "kind": "story", "reach": "verder", "form_id": uuid4().hex}
    answer = client.post(f"{HERE}vertellen/", sent)
    assert answer.status_code == 200
    assert "Mooi hier" in answer.content.decode()
    sent["reach"] = "network"
    first, again = (client.post(f"{HERE}vertellen/", sent) for _each in range(2))
    assert (first.status_code, first["Location"]) == (302, again["Location"])
    with scope.acting(SYSTEM):
        assert Story.objects.count() == 1


def test_a_stop_counts_nothing_that_is_for_the_teller_alone(cast: Cast) -> None:
    """Who leads sees the list too: one more than stands there would be somebody's secret."""
    tell(cast, "amina", reach="network")
    with scope.acting(SYSTEM):
        before = [str(one) for one in stories_around.tell_ending(cast.linde)]
    tell(cast, "bas", reach="own")
    with scope.acting(SYSTEM):
        assert before
        assert [str(one) for one in stories_around.tell_ending(cast.linde)] == before


def test_of_a_network_that_stopped_no_words_come_back_into_the_index(cast: Cast) -> None:
    story = tell(cast, "amina", "Ik mis de buurtsuper.", reach="own")
    with scope.acting(SYSTEM):
        Network.objects.filter(pk=cast.linde.pk).update(stopped_on=TODAY)
    as_(cast, "amina", reach.change, story=story.uuid, reach="everybody")
    with scope.acting(SYSTEM):
        assert Story.objects.get(uuid=story.uuid).reach == "everybody"
        assert not SearchEntry.objects.filter(subject=story.uuid).exists()
