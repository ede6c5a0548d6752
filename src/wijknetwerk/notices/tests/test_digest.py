"""The mail about what waits: one a day, news only, nobody named, nothing lost or doubled."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast
from tests.core.test_outbox import Box, box
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.jobs import run_waiting
from wijknetwerk.core.jobs.models import Job
from wijknetwerk.core.models import LogEntry, OutgoingMail
from wijknetwerk.networks.models import JoinRequest, Membership, Network
from wijknetwerk.networks.services import joining, leaving
from wijknetwerk.notices.models import DigestChoice, DigestSent, Waiting
from wijknetwerk.notices.services import digest, digest_choice
from wijknetwerk.privacy import services as privacy

__all__ = ["box"]
DAY = timedelta(days=1)
FRIDAY = NOW + DAY
SATURDAY = datetime(2026, 11, 14, 6, 0, tzinfo=UTC)
MONDAY = NOW + 4 * DAY


@pytest.fixture
def asked(cast: Cast) -> Cast:
    """Sam asks to take part in De Linde: it waits for who may invite, Dewi among them."""
    with scope.acting(SYSTEM):
        Network.objects.filter(pk=cast.linde.pk).update(open_for_joining=True)
        cast.linde.refresh_from_db()
    sam = cast.actor("sam")
    with scope.acting(sam), scope.including(cast.linde.pk, cast.linde.uuid):
        joining.ask_to_join(actor=sam, network=cast.linde, words="Ik wil koken.")
    return cast


@pytest.fixture
def system() -> Iterator[None]:
    """As the worker."""
    with scope.acting(SYSTEM):
        yield


def _mails(cast: Cast, who: str) -> list[OutgoingMail]:
    rows = OutgoingMail.objects.filter(purpose=digest.PURPOSE, person_uuid=cast.people[who].uuid)
    return list(rows.order_by("pk"))


def _write(cast: Cast, who: str, at: datetime = NOW) -> bool:
    with clock.frozen(at):
        return digest.write(cast.people[who].pk)


def test_it_goes_through_a_real_server_and_names_nobody(asked: Cast, box: Box) -> None:
    with scope.acting(SYSTEM):
        run_waiting()
        box.mails.clear()
        digest.ask_all()
        run_waiting()
    (mail,) = [one for one in box.mails if one["To"] == "dewi@voorbeeld.example"]
    text = mail.get_content()
    assert mail["Subject"] == "Er wacht één ding op u"
    assert "De Linde" in text
    assert "/vandaag/" in text
    for name in ("Sam", "Dijk", "Dewi", "Kusuma", "koken"):
        assert name not in f"{mail['Subject']} {text}"


def test_at_most_one_a_day_and_only_when_there_is_news(asked: Cast, system: None) -> None:
    assert _write(asked, "dewi") is True
    assert _write(asked, "dewi") is False
    assert _write(asked, "dewi", FRIDAY) is False
    Waiting.objects.filter(person=asked.dewi).update(opened_at=FRIDAY)
    assert _write(asked, "dewi", FRIDAY + timedelta(hours=1)) is True
    assert len(_mails(asked, "dewi")) == 2


def test_a_duty_that_became_late_is_news(asked: Cast, system: None) -> None:
    Waiting.objects.filter(person=asked.dewi).update(due_on=NOW.date())
    assert _write(asked, "dewi") is True
    assert _write(asked, "dewi", FRIDAY) is True
    assert "Dit is te laat." in _mails(asked, "dewi")[1].body
    assert _write(asked, "dewi", MONDAY) is False


def test_nobody_gets_it_at_the_weekend_without_choosing_so(asked: Cast, system: None) -> None:
    assert _write(asked, "dewi", SATURDAY) is False
    DigestChoice.objects.create(person=asked.dewi, rhythm="weekly", weekday=5)
    assert _write(asked, "dewi", SATURDAY) is True


@pytest.mark.parametrize(
    ("rhythm", "weekday", "sent"),
    [("daily", 0, True), ("weekly", 3, True), ("weekly", 4, False), ("never", 3, False)],
)
def test_each_gets_it_as_chosen(
    asked: Cast, system: None, rhythm: str, weekday: int, sent: bool
) -> None:
    DigestChoice.objects.create(person=asked.dewi, rhythm=rhythm, weekday=weekday)
    assert _write(asked, "dewi") is sent


def test_what_is_done_drops_out_and_is_closed(asked: Cast, system: None) -> None:
    JoinRequest.objects.update(answered_at=NOW, accepted=False)  # past the service, on purpose
    assert _write(asked, "dewi") is False
    assert not Waiting.objects.filter(person=asked.dewi, done_at=None).exists()


def test_who_left_gets_nothing_also_when_it_was_written_already(asked: Cast) -> None:
    with scope.acting(SYSTEM):
        assert _write(asked, "joost") is True
    joost = asked.actor("joost")
    with scope.acting(joost):
        leaving.leave(actor=joost, network=asked.linde)
    with scope.acting(SYSTEM):
        run_waiting()
        assert _mails(asked, "joost") == []


def test_a_membership_that_ended_by_its_date_counts_no_longer(asked: Cast, system: None) -> None:
    Membership.objects.filter(pk=asked.members["joost"].pk).update(until_on=NOW.date())
    assert _write(asked, "joost") is False


def test_a_network_that_rests_sends_nothing(asked: Cast, system: None) -> None:
    Network.objects.filter(pk=asked.linde.pk).update(paused_on=NOW.date())
    assert _write(asked, "dewi") is False


def test_who_has_no_mail_address_is_not_asked_for(asked: Cast, system: None) -> None:
    asked.dewi.email = None
    asked.dewi.save()
    digest.ask_all()
    keys = set(Job.objects.filter(name="notices.write_digest").values_list("key", flat=True))
    assert keys == {str(asked.ad.pk), str(asked.joost.pk)}


def test_only_those_are_asked_for_whose_day_it_is(asked: Cast, system: None) -> None:
    DigestChoice.objects.create(person=asked.dewi, rhythm="weekly", weekday=4)
    DigestChoice.objects.create(person=asked.ad, rhythm="never")
    assert digest.ask_all() == 1
    (only,) = Job.objects.filter(name="notices.write_digest")
    assert only.key == str(asked.joost.pk)
    with clock.frozen(SATURDAY):
        assert digest.ask_all() == 0


def test_a_kind_of_a_newer_version_is_left_out_and_left_open(asked: Cast, system: None) -> None:
    Waiting.objects.filter(person=asked.dewi).update(kind="tests.of_tomorrow")
    assert _write(asked, "dewi") is False
    assert Waiting.objects.filter(person=asked.dewi, done_at=None).count() == 1


def test_what_was_in_a_mail_long_ago_is_no_news_again(asked: Cast, system: None) -> None:
    for days in (0, 1, 200):
        with clock.frozen(NOW + days * DAY):
            Waiting.objects.filter(person=asked.dewi).update(opened_at=NOW + min(days, 1) * DAY)
            digest.write(asked.dewi.pk)
            privacy.expire_records(actor=SYSTEM)
    (sent,) = DigestSent.objects.filter(person=asked.dewi)
    assert sent.on == FRIDAY.date()


def test_a_failure_in_the_middle_leaves_neither_mail_nor_mark(
    asked: Cast, system: None, settings: Any
) -> None:
    del settings.SITE_URL  # asked for after the mark is stored, so that writing breaks off there
    with pytest.raises(AttributeError):
        digest.write(asked.dewi.pk)
    assert not DigestSent.objects.exists()
    assert _mails(asked, "dewi") == []


def test_asked_twice_at_once_it_is_written_once(asked: Cast, system: None) -> None:
    digest.ask_all()
    digest.ask_all()
    run_waiting()
    assert len(_mails(asked, "dewi")) == 1
    assert DigestSent.objects.filter(person=asked.dewi).count() == 1


def _stop_address(cast: Cast) -> str:
    body = _mails(cast, "dewi")[-1].body
    return "/vandaag/mail/stop/" + body.rpartition("/vandaag/mail/stop/")[2].split()[0]


def test_it_can_be_stopped_from_the_mail_and_looking_changes_nothing(
    asked: Cast, client: Client
) -> None:
    with scope.acting(SYSTEM):
        _write(asked, "dewi")
        address = _stop_address(asked)
    assert client.get(address).status_code == 200
    assert not DigestChoice.objects.exists()
    assert client.post(address).status_code == 302
    assert DigestChoice.objects.get(person=asked.dewi).rhythm == "never"
    assert client.post(address).status_code == 404
    with scope.acting(SYSTEM):
        entry = LogEntry.objects.get(event="notices.digest_chosen")
    assert (entry.actor_kind, entry.client_uuid) == ("link", asked.dewi.uuid)


def test_the_page_keeps_a_choice(cast: Cast, sign_in: Callable[..., Client]) -> None:
    client = sign_in("bas")
    address = reverse("notices:digest")
    assert client.get(address).status_code == 200
    assert client.post(address, {"rhythm": "weekly", "weekday": "4"}).status_code == 302
    chosen = DigestChoice.objects.get(person=cast.bas)
    assert (chosen.rhythm, chosen.weekday) == ("weekly", 4)
    assert client.post(address, {"rhythm": "often", "weekday": "4"}).status_code == 200


def test_what_is_no_choice_is_refused(cast: Cast) -> None:
    bas = cast.actor("bas")
    with scope.acting(bas), pytest.raises(InvalidInput):
        digest_choice.choose(actor=bas, rhythm="weekly", weekday=7)
