"""Diaries and polls: what is private stays so, and nobody sees who chose what."""

from datetime import timedelta
from itertools import product
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.access_desk import NoMandate, member_of_desk
from wijknetwerk.networks.services import mandates
from wijknetwerk.voices.access_polls import MOST_FROM_ONE_HOME
from wijknetwerk.voices.models import Diary, DiaryEntry, Poll, PollVoter
from wijknetwerk.voices.selectors import diaries as read
from wijknetwerk.voices.selectors.polls import poll_page
from wijknetwerk.voices.services import diaries, polls
from wijknetwerk.voices.services.diaries import Day
from wijknetwerk.voices.services.polls import Answer
from wijknetwerk.voices.services.stories import Teller, Told
from wijknetwerk.voices.tests.telling import as_

HERE = "/n/de-linde/meedenken/"
DAY = Day(TODAY, "Vandaag niemand gesproken.", "Wie sprak u?")


def _own(cast: Cast) -> DiaryEntry:
    diary = as_(cast, "amina", diaries.begin_own, network=cast.linde)
    given: dict[str, Any] = {"network": cast.linde, "diary": diary.uuid, "day": DAY}
    entry: DiaryEntry = as_(cast, "amina", diaries.add, **given)
    return entry


def test_a_diary_opens_for_its_teller_only(cast: Cast, sign_in: SignIn) -> None:
    entry = _own(cast)
    address = f"{HERE}dagboek/{entry.diary.uuid}/"
    assert "Vandaag niemand" in sign_in("amina").get(address).content.decode()
    assert {sign_in(name).get(address).status_code for name in ("dewi", "joost", "bas")} == {404}
    for name in ("dewi", "joost", "bas"):
        assert entry.uuid.hex not in sign_in(name).get(f"{HERE}dagboek/").content.decode()


def test_a_part_of_a_day_becomes_a_story_and_the_day_stays_private(
    cast: Cast, sign_in: SignIn
) -> None:
    entry = _own(cast)
    client = sign_in("amina")
    sent = {"words": "Niemand gesproken.", "reach": "network", "form_id": uuid4().hex}
    answer = client.post(f"{HERE}dagboek/dag/{entry.uuid}/delen/", sent)
    page = sign_in("bas").get(answer["Location"]).content.decode()
    assert "Niemand gesproken." in page
    assert "een dagboek" in page
    assert "Vandaag niemand" not in page
    told = Told(words="Gluren")
    given: dict[str, Any] = {"network": cast.linde, "entry": entry.uuid, "told": told}
    with pytest.raises(NotFound):
        as_(cast, "dewi", diaries.share, teller=None, **given)


def test_the_desk_adds_a_day_with_a_mandate_and_reads_nothing_of_others(
    cast: Cast, sign_in: SignIn
) -> None:
    diary = Diary(network=cast.linde, person=cast.bakker, begun_on=TODAY)
    with scope.acting(SYSTEM):
        diary.save()
    given: dict[str, Any] = {"network": cast.linde, "diary": diary.uuid, "day": DAY}
    with pytest.raises(NoMandate):
        as_(cast, "joost", diaries.add, **given)
    with pytest.raises(NotAllowed):
        as_(cast, "amina", diaries.add, **given)
    actor = cast.actor("joost")
    with scope.acting(actor):
        member = member_of_desk(actor, cast.linde, cast.members["bakker"].uuid)
        mandates.give(actor=actor, member=member, ground="phone")
    as_(cast, "joost", diaries.add, **given)
    with scope.acting(SYSTEM):
        entry = LogEntry.objects.get(event="voices.diary_noted")
    assert entry.on_behalf_of_uuid == cast.bakker.uuid
    page = sign_in("dewi").get(f"{HERE}dagboek/{diary.uuid}/opschrijven/").content.decode()
    assert "Vandaag niemand" not in page
    assert (
        "Vandaag niemand" in sign_in("bakker").get(f"{HERE}dagboek/{diary.uuid}/").content.decode()
    )


def test_who_keeps_a_members_diary_ends_it_only_with_their_mandate(cast: Cast) -> None:
    diary = Diary(network=cast.linde, person=cast.bakker, keeper=cast.joost, begun_on=TODAY)
    with scope.acting(SYSTEM):
        diary.save()
    given: dict[str, Any] = {"network": cast.linde, "diary": diary.uuid, "erase": True}
    with pytest.raises(NoMandate):
        as_(cast, "joost", diaries.end, **given)
    actor = cast.actor("joost")
    with scope.acting(actor):
        assert Diary.objects.get().ended_on is None
        member = member_of_desk(actor, cast.linde, cast.members["bakker"].uuid)
        mandates.give(actor=actor, member=member, ground="phone")
    as_(cast, "joost", diaries.end, **given)
    with scope.acting(SYSTEM):
        assert not Diary.objects.exists()


def test_the_keeper_of_a_diary_reads_it_while_they_take_part(cast: Cast) -> None:
    from wijknetwerk.networks.services import leaving

    teller = Teller(how="in_person", said_yes=True, name="Buurvrouw")
    diary = as_(cast, "bas", diaries.begin_for, network=cast.linde, teller=teller)
    given: dict[str, Any] = {"network": cast.linde, "diary": diary.uuid}
    as_(cast, "bas", diaries.add, day=DAY, **given)
    with scope.acting(cast.actor("bas")):
        assert [card.name for card in read.diaries_of(cast.actor("bas"), cast.linde)] == [
            "Buurvrouw"
        ]
    as_(cast, "bas", leaving.leave, network=cast.linde)
    with pytest.raises(NotFound):
        as_(cast, "bas", diaries.add, day=DAY, **given)


def test_an_erased_diary_is_gone(cast: Cast) -> None:
    entry = _own(cast)
    given: dict[str, Any] = {"network": cast.linde, "diary": entry.diary.uuid}
    as_(cast, "amina", diaries.end, erase=True, **given)
    with scope.acting(SYSTEM):
        assert not DiaryEntry.objects.exists()


def test_what_diaries_and_polls_keep_is_exported_and_erased(cast: Cast) -> None:
    _own(cast)
    poll = _ask(cast)
    as_(cast, "amina", polls.answer, network=cast.linde, poll=poll.uuid, said=Answer([0]))
    data = registries.personal_data["voices.diaries"]
    with scope.acting(SYSTEM):
        told = [str(one.title) for one in data.export(person_uuid=cast.amina.uuid)]
        assert told == ["Een dag in uw dagboek", "U gaf antwoord op een peiling"]
        (asked,) = data.export(person_uuid=cast.dewi.uuid)
        assert "Wat mist u?" in [value for _name, value in asked.fields]
        own = Diary.objects.get(person=cast.amina)
        theirs = DiaryEntry(network=cast.linde, diary=own, on_day=TODAY, noted_by=cast.bas)
        theirs.words = "Alleen van Amina"
        theirs.save()
        (noted,) = data.export(person_uuid=cast.bas.uuid)
        assert str(noted.title) == "Een dag die u in iemands dagboek noteerde"
        assert [value for _name, value in noted.fields] == ["De Linde", TODAY], "not the words"
        theirs.delete()
        data.erase(actor=SYSTEM, person_uuid=cast.dewi.uuid)
        assert list(data.export(person_uuid=cast.dewi.uuid)) == []
        counts = [one.count for one in data.erase(actor=SYSTEM, person_uuid=cast.amina.uuid)]
        assert counts == [1, 1, 0]
        assert not Diary.objects.exists()
        assert Poll.objects.get().answered == 1


def _ask(cast: Cast, **more: Any) -> Poll:
    given: dict[str, Any] = {
        "network": cast.linde,
        "question": "Wat mist u?",
        "choices": ["Een bankje", "Een winkel"],
        "several": False,
        "closes_on": TODAY + timedelta(days=7),
    }
    poll: Poll = as_(cast, "dewi", polls.ask, **(given | more))
    return poll


def test_results_show_after_the_last_day_and_from_five_answers(cast: Cast, sign_in: SignIn) -> None:
    poll = _ask(cast)
    address = f"{HERE}peilingen/{poll.uuid}/"
    for number, name in enumerate(("amina", "bas", "els", "joost")):
        said = Answer([number % 2], f"Woorden van {name}")
        as_(cast, name, polls.answer, network=cast.linde, poll=poll.uuid, said=said)
    later = NOW + timedelta(days=8)
    with clock.frozen(later):
        page = sign_in("dewi").get(address).content.decode()
    assert "Minder dan 5 antwoorden" in page
    assert "Woorden van" not in page
    paper: dict[str, Any] = {"forms": 2, "counts": [2, 0], "words": "Op papier"}
    as_(cast, "dewi", polls.note_paper, network=cast.linde, poll=poll.uuid, **paper)
    assert "Woorden van" not in sign_in("dewi").get(address).content.decode()
    with clock.frozen(later):
        page = sign_in("bas").get(address).content.decode()
    assert "5 antwoorden of meer" in page
    assert page.count("minder dan 5") == 2  # of both answers: who chose them is a small group
    assert "Woorden van els" in page


def test_what_few_chose_follows_from_nothing_that_shows(cast: Cast) -> None:
    """Of ten in all and six of one answer, four chose the other; nor may their order say more."""
    poll, seen = _ask(cast, choices=["Een winkel", "Een bankje", "Een bus"]), set()
    with clock.frozen(NOW + timedelta(days=8)), scope.acting(SYSTEM):
        for few, fewer in product(range(5), repeat=2):
            poll.counts, poll.answered = [few, 6, fewer], few + 6 + fewer
            page = poll_page(Actor.anonymous(), poll)
            seen.add((page.number, tuple(page.results)))
        poll.counts, poll.answered = [5, 6, 7], 18
        every = poll_page(Actor.anonymous(), poll)
    assert seen == {(5, (("Een bankje", 6), ("Een winkel", None), ("Een bus", None)))}
    assert (every.number, [count for _text, count in every.results]) == (15, [7, 6, 5])


def test_nobody_answers_twice_and_nothing_links_who_to_what(cast: Cast) -> None:
    poll = _ask(cast)
    given: dict[str, Any] = {"network": cast.linde, "poll": poll.uuid}
    as_(cast, "amina", polls.answer, said=Answer([1], "Een winkel op de hoek"), **given)
    with pytest.raises(DomainError):
        as_(cast, "amina", polls.answer, said=Answer([0]), **given)
    for wrong in (Answer([0, 1]), Answer([7]), Answer([])):
        with pytest.raises(InvalidInput):
            as_(cast, "bas", polls.answer, said=wrong, **given)
    with scope.acting(SYSTEM):
        row, voter = Poll.objects.get(), PollVoter.objects.get()
        entry = LogEntry.objects.get(event="voices.poll_answered")
    assert (row.counts, row.answered, voter.person_id) == ([0, 1], 1, cast.amina.pk)
    assert entry.detail == {}


def test_a_link_answers_without_signing_in_until_the_last_day(cast: Cast) -> None:
    poll = _ask(cast)
    secret = as_(cast, "joost", polls.make_link, network=cast.linde, poll=poll.uuid)
    browser, address = Client(), f"/peiling/{secret}/"
    assert "Wat mist u?" in browser.get(address).content.decode()
    sent = {"chosen": "1", "words": "", "form_id": uuid4().hex}
    assert [browser.post(address, sent).status_code for _each in range(2)] == [302, 302]
    with scope.acting(SYSTEM):
        assert Poll.objects.get().counts == [0, 1]  # a double click counts once
    with clock.frozen(NOW + timedelta(days=8)):
        assert browser.get(address).status_code == 404


def test_a_link_answers_once_a_browser_and_not_without_end_from_one_home(cast: Cast) -> None:
    """Who answered is kept nowhere: the browser knows that it did, and nothing else does."""
    poll = _ask(cast)
    secret = as_(cast, "joost", polls.make_link, network=cast.linde, poll=poll.uuid)
    address, browser = f"/peiling/{secret}/", Client()
    for _each in range(3):
        assert _answer(browser, address).status_code == 302
    assert "chosen" not in browser.get(address).content.decode()
    browser.cookies[f"wn_poll_{poll.uuid.hex}"] = "answered"  # made up: it is signed
    assert "chosen" in browser.get(address).content.decode()
    answers = [_answer(Client(), address).status_code for _each in range(MOST_FROM_ONE_HOME)]
    assert answers == [302] * (MOST_FROM_ONE_HOME - 1) + [200]
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert _answer(elsewhere, address).status_code == 302
    with scope.acting(SYSTEM), connection.cursor() as cursor:
        assert Poll.objects.get().counts == [0, MOST_FROM_ONE_HOME + 1]
        assert not PollVoter.objects.exists()
        cursor.execute("select cache_key from core_cache")
        keys = " ".join(key for (key,) in cursor.fetchall())
    assert not any(word in keys for word in ("198.51", "127.0.0.1", str(poll.uuid), poll.uuid.hex))


def _answer(browser: Client, address: str) -> Any:
    return browser.post(address, {"chosen": "1", "words": "", "form_id": uuid4().hex})
