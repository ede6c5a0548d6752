"""The teller corrects their own words; nobody else's, and how far they go stays as it was."""

from uuid import uuid4

import pytest
from django.test import Client

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import InvalidInput, NotFound, Stale
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import SearchEntry
from wijknetwerk.networks.services import leaving
from wijknetwerk.voices.errors import LooksPersonal, NoYes, TakesNoPart
from wijknetwerk.voices.models import Story, StoryYes
from wijknetwerk.voices.services import reach, words
from wijknetwerk.voices.tests.telling import as_, at, note, tell

WAS = "De bus rijdt niet meer."


def test_corrected_words_stand_everywhere_and_the_former_ones_are_gone(
    cast: Cast, sign_in: SignIn
) -> None:
    story = tell(cast, "amina", WAS, reach="everybody", shown_name="Amina")
    client = sign_in("amina")
    address = f"/mijn-verhalen/{story.uuid}/woorden/"
    assert WAS in client.get(address).content.decode()
    sent = {"words": "De tram rijdt niet meer.", "title": "Vervoer", "read": WAS,
            "form_id": uuid4().hex}  # fmt: skip
    assert client.post(address, sent).status_code == 302
    for reader in (sign_in("bas"), Client()):
        page = reader.get(at(story)).content.decode()
        assert "De tram rijdt niet meer." in page
        assert "woorden veranderd op 12 november 2026" in page
        assert WAS not in page
    with scope.acting(SYSTEM):
        row = Story.objects.get(pk=story.pk)
        assert (row.reach, row.named, row.words_changed_on) == ("everybody", True, TODAY)
        assert [one.how for one in StoryYes.objects.filter(story=story)] == ["in_app", "in_app"]
        found = SearchEntry.objects.get(subject=story.uuid)
        assert (found.title, WAS in found.body) == ("Vervoer", False)
    noted = LogEntry.objects.get(event="voices.story_words")
    assert noted.client_uuid == cast.amina.uuid
    assert "tram" not in str(noted.detail)


def test_only_the_teller_corrects_and_for_who_has_no_account_who_wrote_it_down(
    cast: Cast, sign_in: SignIn
) -> None:
    mine, noted = tell(cast, "amina", WAS), note(cast, "els", WAS, teller="Nel")
    for name, story in (("bas", mine), ("els", mine), ("amina", noted)):
        with pytest.raises(NotFound):
            as_(cast, name, words.correct, story=story.uuid, words="x", read=WAS)
        assert sign_in(name).get(f"/mijn-verhalen/{story.uuid}/woorden/").status_code == 404
    with pytest.raises(NoYes):
        as_(cast, "els", words.correct, story=noted.uuid, words="Anders.", read=WAS)
    as_(cast, "els", words.correct, story=noted.uuid, words="Anders.", read=WAS, how="phone")
    with scope.acting(SYSTEM):
        assert Story.objects.get(pk=noted.pk).words.read() == "Anders."
        assert StoryYes.objects.filter(story=noted).latest("pk").how == "phone"


def test_what_is_refused_leaves_the_words_as_they_were(cast: Cast) -> None:
    story = tell(cast, "amina", WAS, reach="everybody")
    for said, wrong in (("  ", InvalidInput), ("Bel 06 12 34 56 78", LooksPersonal)):
        with pytest.raises(wrong):
            as_(cast, "amina", words.correct, story=story.uuid, words=said, read=WAS)
    with pytest.raises(Stale):
        as_(cast, "amina", words.correct, story=story.uuid, words="Nieuw.", read="Iets anders.")
    as_(cast, "amina", words.correct, story=story.uuid, words=f"{WAS}\n", read=WAS)
    as_(cast, "amina", leaving.leave, network=cast.linde)
    with pytest.raises(TakesNoPart):
        as_(cast, "amina", words.correct, story=story.uuid, words="Nieuw.", read=WAS)
    with scope.acting(SYSTEM):
        row = Story.objects.get(pk=story.pk)
        assert (row.words.read(), row.words_changed_on) == (WAS, None)
    as_(cast, "amina", reach.take_back, story=story.uuid)
    with pytest.raises(NotFound):
        as_(cast, "amina", words.correct, story=story.uuid, words="Nieuw.", read=WAS)
