"""N6: a network stops well, agreed by a second one; on the day everything ends, once."""

from datetime import timedelta

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import registries, scope
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry, OutgoingMail
from wijknetwerk.core.registries import Ending, EndingPart
from wijknetwerk.networks import stop_waiting
from wijknetwerk.networks.errors_ending import (
    DayTooNear,
    NotStopping,
    StopsAlready,
)
from wijknetwerk.networks.models import (
    Membership,
    MembershipRole,
    Partner,
    Stop,
    StopState,
    Visibility,
)
from wijknetwerk.networks.selectors import ending, stop_votes
from wijknetwerk.networks.services import people, stopping
from wijknetwerk.networks.standings import standings_of
from wijknetwerk.networks.tests.inviting import invite
from wijknetwerk.networks.tests.stop_story import DAY, LATER, linde, night, say, start, still_in
from wijknetwerk.notices.models import Waiting
from wijknetwerk.privacy.purposes import PHONE_FOR_MEMBERS
from wijknetwerk.privacy.selectors import is_allowed


def test_everybody_hears_it_by_mail_and_on_vandaag(cast: Cast) -> None:
    stop = start(cast)
    mails = set(OutgoingMail.objects.values_list("to_address", flat=True))
    assert "amina@voorbeeld.example" in mails
    assert "dewi@voorbeeld.example" not in mails  # began it
    assert "otto@voorbeeld.example" not in mails  # left
    with scope.acting(SYSTEM):
        kinds = dict(Waiting.objects.filter(subject=stop.uuid).values_list("person_id", "kind"))
    assert kinds[cast.ad.pk] == "networks.stop_agree"
    assert kinds[cast.amina.pk] == "networks.stop_told"
    assert kinds[cast.bakker.pk] == "networks.stop_told"  # no mail, yet on Vandaag of the desk
    assert cast.dewi.pk not in kinds


def test_the_mail_says_day_and_reason_in_plain_words(cast: Cast) -> None:
    start(cast)
    mail = OutgoingMail.objects.get(to_address="amina@voorbeeld.example")
    assert mail.subject == "De Linde stopt op donderdag 26 november 2026"
    assert "Er is geen kartrekker meer." in mail.body
    assert "/n/de-linde/rust-of-stop/" in mail.body


def test_two_weeks_at_least_and_one_stop_at_a_time(cast: Cast) -> None:
    with pytest.raises(DayTooNear):
        start(cast, day=DAY - timedelta(days=1))
    start(cast)
    with pytest.raises(StopsAlready):
        start(cast, "ad")


@pytest.mark.parametrize("name", ["amina", "els", "joost"])
def test_only_leaders_begin_and_call_off(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        start(cast, name)
    start(cast)
    actor = cast.actor(name)
    with scope.acting(actor), pytest.raises(NotAllowed):
        stopping.call_off(actor=actor, slug="de-linde")


def test_strangers_know_of_nothing(cast: Cast) -> None:
    for name in ("sam", "otto", "farid", "vera"):
        with pytest.raises(NotFound):
            start(cast, name)


def test_a_second_leader_agrees_and_on_the_day_everything_ends(cast: Cast) -> None:
    member = cast.actor("amina")
    with scope.acting(member):
        people.describe_myself(
            actor=member,
            network=cast.linde,
            energies=[],
            introduction="",
            phone_shown=True,
            shown_publicly=True,
        )
    invite(cast, "dewi", email="nieuw@voorbeeld.example")
    start(cast)
    say(cast, "ad", "agrees")
    night()
    for name in ("amina", "dewi", "ad", "els", "lena", "bakker"):
        assert not still_in(cast, name), name
    assert still_in_oosterpoort(cast)
    with scope.acting(SYSTEM):
        assert linde().stopped_on == DAY
        assert linde().visibility == Visibility.MEMBERS
        assert not open_rows(Membership)
        assert not open_rows(MembershipRole)
        assert not open_rows(Partner)
        assert not Waiting.objects.filter(network_uuid=cast.linde.uuid, done_at=None).exists()
        assert not is_allowed(
            purpose=PHONE_FOR_MEMBERS,
            person_id=cast.amina.pk,
            network_uuid=cast.linde.uuid,
        )
        assert not OutgoingMail.objects.filter(network_uuid=cast.linde.uuid, sent_at=None).exists()
        assert cast_reasons() == {"network_stopped"}


def open_rows(model: type) -> bool:
    rows = model.objects.filter(network__slug="de-linde")  # type: ignore[attr-defined]
    return bool(rows.filter(until_on=None).exists() | rows.filter(until_on__gt=DAY).exists())


def still_in_oosterpoort(cast: Cast) -> bool:
    return bool(standings_of(cast.farid.pk))


def cast_reasons() -> set[str]:
    rows = Membership.objects.filter(network__slug="de-linde", until_on=DAY)
    return set(rows.values_list("ended_reason", flat=True))


def test_without_a_second_leader_nothing_stops(cast: Cast) -> None:
    start(cast)
    say(cast, "amina", "agrees")
    say(cast, "bas", "agrees")
    night()
    assert still_in(cast, "amina")
    with scope.acting(SYSTEM):
        assert Stop.objects.get().state == StopState.LAPSED
        assert linde().stops_on is None
        assert linde().stopped_on is None
    subject = "De Linde gaat door"
    assert OutgoingMail.objects.filter(subject=subject).count() == 9  # all who read mail


def alone(cast: Cast) -> None:
    """Dewi is the only one who leads."""
    with scope.acting(SYSTEM):
        role = MembershipRole.objects.get(membership=cast.members["ad"])
        MembershipRole.objects.filter(pk=role.pk).update(until_on=TODAY)


def test_one_leader_needs_two_members_and_no_more_against(cast: Cast) -> None:
    alone(cast)
    stop = start(cast)
    with scope.acting(SYSTEM):
        asked = Waiting.objects.filter(subject=stop.uuid, kind="networks.stop_agree")
        assert asked.count() == 9  # every other member
        say(cast, "amina", "agrees")
    with scope.acting(SYSTEM):
        assert not stop_votes.is_agreed(Stop.objects.select_related("network").get())
    say(cast, "bas", "agrees")
    for name in ("els", "ben", "joost"):
        say(cast, name, "disagrees")
    with scope.acting(SYSTEM):
        assert not stop_votes.is_agreed(Stop.objects.select_related("network").get())
    say(cast, "joost", "agrees")
    night()
    assert not still_in(cast, "amina")


def test_any_leader_calls_it_off_and_everybody_hears(cast: Cast) -> None:
    stop = start(cast)
    actor = cast.actor("ad")
    with scope.acting(actor):
        stopping.call_off(actor=actor, slug="de-linde")
    with scope.acting(SYSTEM):
        assert not Waiting.objects.filter(subject=stop.uuid, done_at=None).exists()
        assert linde().stops_on is None
    night()
    assert still_in(cast, "amina")
    with scope.acting(actor), pytest.raises(NotStopping):
        stopping.call_off(actor=actor, slug="de-linde")
    start(cast)  # and it can be begun anew


def test_answering_takes_it_off_vandaag_and_a_mind_can_change(cast: Cast) -> None:
    stop = start(cast)
    say(cast, "ad", "agrees")
    with scope.acting(SYSTEM):
        waits = Waiting.objects.filter(subject=stop.uuid, done_at=None, person=cast.ad)
        assert not waits.exists()
        found = ending.voices_of(Stop.objects.get(), cast.actor("amina"))
        assert (found.is_agreed, found.agreed_by) == (True, "Ad Smit")
    say(cast, "ad", "disagrees")
    with scope.acting(SYSTEM):
        found = ending.voices_of(Stop.objects.get(), cast.actor("amina"))
        assert (found.is_agreed, found.agreed_by) == (False, "")


def test_run_twice_it_happens_once(cast: Cast) -> None:
    start(cast)
    say(cast, "ad", "agrees")
    night()
    night()
    night(LATER)
    assert LogEntry.objects.filter(event="networks.stopped").count() == 1
    assert LogEntry.objects.filter(event="networks.member_stopped").count() == 10


def test_a_worker_that_dies_in_the_middle_loses_and_doubles_nothing(cast: Cast) -> None:
    start(cast)
    say(cast, "ad", "agrees")
    died: list[bool] = []

    def die_once(**_given: object) -> None:
        if not died:
            died.append(True)
            raise SystemExit

    part = EndingPart("Tests", 99, lambda _network: [], die_once)
    registries.endings.register("tests.dies", part)
    try:
        night()
        assert still_in(cast, "amina")
        assert not LogEntry.objects.filter(event="networks.stopped").exists()
        night(LATER)
    finally:
        del registries.endings._entries["tests.dies"]
    assert not still_in(cast, "amina", LATER)
    assert LogEntry.objects.filter(event="networks.member_stopped").count() == 10


def test_parts_act_before_the_memberships_end(cast: Cast) -> None:
    seen: list[tuple[Ending, bool]] = []

    def act(*, what: Ending, **_given: object) -> None:
        seen.append((what, still_in(cast, "amina")))

    registries.endings.register("tests.sees", EndingPart("Tests", 5, lambda _network: [], act))
    try:
        start(cast)
        say(cast, "ad", "agrees")
        night()
    finally:
        del registries.endings._entries["tests.sees"]
    assert seen == [(Ending.STOP, True)]


def test_who_joined_at_that_very_moment_is_ended_the_next_night(cast: Cast) -> None:
    start(cast)
    say(cast, "ad", "agrees")
    night()
    with scope.acting(SYSTEM):
        Membership.objects.create(network=cast.linde, person=cast.sam, from_on=DAY)
    night(LATER)
    assert not still_in(cast, "sam", LATER)


def compare(stop: Stop) -> None:
    """What waits is what should wait: a rebuild would find nothing to mend."""
    with scope.acting(SYSTEM):
        for kind in (stop_waiting.TOLD, stop_waiting.AGREE):
            should = {one.person_id for one in registries.waiting_kinds[kind].wanted()}
            rows = Waiting.objects.filter(kind=kind, subject=stop.uuid, done_at=None)
            assert set(rows.values_list("person_id", flat=True)) == should


def test_what_waits_is_what_should_wait_after_every_answer(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        for name in ("els", "ben"):
            MembershipRole.objects.create(
                network=cast.linde,
                membership=cast.members[name],
                person=cast.people[name],
                role="coordinator",
                from_on=TODAY - timedelta(days=1),
            )
    stop = start(cast)
    compare(stop)
    for name, said in (
        ("amina", "read"),
        ("ad", "agrees"),
        ("ad", "disagrees"),
        ("els", "agrees"),
        ("bas", "disagrees"),
        ("ad", "agrees"),
        ("els", "disagrees"),  # the other's yes stands
    ):
        say(cast, name, said)
        compare(stop)
    with scope.acting(SYSTEM):
        assert stop_votes.is_agreed(Stop.objects.get())
        assert not Waiting.objects.filter(kind=stop_waiting.AGREE, done_at=None).exists()
    actor = cast.actor("els")
    with scope.acting(actor):
        stopping.call_off(actor=actor, slug="de-linde")
    compare(stop)
