"""Starting a network: who may, how often, and what exists afterwards."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.errors_network import (
    NoConfirmedAddress,
    NotComplete,
    TooManyDrafts,
    TwoADay,
)
from wijknetwerk.networks.models import (
    Area,
    Membership,
    MembershipRole,
    Network,
    NetworkArea,
    StartPlan,
    Visibility,
)
from wijknetwerk.networks.services import place, start


def confirm(cast: Cast, name: str) -> None:
    person = cast.people[name]
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)


def an_area(code: str = "WK020204", name: str = "Presikhaaf-West") -> Area:
    return Area.objects.create(
        code=code,
        year=2024,
        kind=code[:2],
        name=name,
        municipality_code="GM0202",
        municipality_name="Arnhem",
        search_name=f" {name.lower()} / arnhem",
    )


def a_draft(actor: Actor, name: str = "Presikhaaf", place_text: str = "Presikhaaf") -> Network:
    draft = start.begin_network(actor=actor, name=name, summary="Samen")
    if place_text:
        start.place_draft(actor=actor, draft=draft.uuid, place_text=place_text)
    return draft


def _started(actor: Actor, **how: Any) -> Network:
    return start.start_network(actor=actor, draft=a_draft(actor, **how).uuid)


@pytest.fixture
def sam(cast: Cast) -> Any:
    """Sam, with a confirmed address, within his own scope."""
    confirm(cast, "sam")
    actor = cast.actor("sam")
    with scope.acting(actor):
        yield actor


def test_an_unconfirmed_address_starts_nothing(cast: Cast) -> None:
    actor = cast.actor("sam")
    EmailAddress.objects.create(user=cast.sam, email=cast.sam.email, verified=False)
    with scope.acting(actor), pytest.raises(NoConfirmedAddress):
        start.begin_network(actor=actor, name="Nee", summary="")
    assert not Network.objects.filter(name="Nee").exists()


def test_nobody_known_starts_nothing(db: None) -> None:
    with scope.acting(Actor.anonymous()), pytest.raises(NotAllowed):
        start.begin_network(actor=Actor.anonymous(), name="Nee", summary="")


def test_the_starter_becomes_administrator_and_coordinator(sam: Actor) -> None:
    draft = a_draft(sam)
    start.staff_draft(
        actor=sam,
        draft=draft.uuid,
        as_coordinator=True,
        paid_by="niemand",
        hours_a_week=None,
        phone="0265550100",
    )
    network = start.start_network(actor=sam, draft=draft.uuid)
    assert network.visibility == Visibility.MEMBERS
    assert (network.slug, network.phone) == ("presikhaaf", "0265550100")
    with scope.acting(SYSTEM):
        member = Membership.objects.get(network=network)
        assert (member.person_id, member.from_on) == (sam.person_id, clock.today())
        roles = dict(MembershipRole.objects.filter(network=network).values_list("role", "paid_by"))
        assert roles == {"administrator": "", "coordinator": "niemand"}
        assert not StartPlan.objects.filter(network=network).exists()
        events = list(
            LogEntry.objects.filter(network_uuid=network.uuid).values_list("event", flat=True)
        )
    assert {"networks.draft_begun", "networks.started", "networks.member_joined"} <= set(events)


def test_who_is_no_coordinator_is_administrator_only(sam: Actor) -> None:
    draft = a_draft(sam)
    start.staff_draft(actor=sam, draft=draft.uuid, as_coordinator=False, paid_by="de gemeente")
    network = start.start_network(actor=sam, draft=draft.uuid)
    with scope.acting(SYSTEM):
        roles = MembershipRole.objects.filter(network=network).values_list("role", flat=True)
        assert list(roles) == ["administrator"]


def test_the_place_can_be_several_areas(sam: Actor) -> None:
    west, east = an_area(), an_area("WK020205", "Presikhaaf-Oost")
    draft = a_draft(sam, place_text="")
    for area in (west, east, west):
        place.add_area_to_draft(actor=sam, draft=draft.uuid, area=area.uuid)
    network = start.start_network(actor=sam, draft=draft.uuid)
    assert network.place_text == "Presikhaaf-Oost, Presikhaaf-West (Arnhem)"
    assert " arnhem" in network.search_words
    with scope.acting(SYSTEM):
        assert NetworkArea.objects.filter(network=network).count() == 2


def test_without_a_place_it_does_not_exist_yet(sam: Actor) -> None:
    draft = a_draft(sam, place_text="")
    with pytest.raises(NotComplete):
        start.start_network(actor=sam, draft=draft.uuid)
    draft.refresh_from_db()
    assert draft.visibility == Visibility.DRAFT


def test_two_a_day_and_no_more(sam: Actor) -> None:
    _started(sam, name="Een")
    _started(sam, name="Twee")
    third = a_draft(sam, name="Drie")
    with pytest.raises(TwoADay):
        start.start_network(actor=sam, draft=third.uuid)
    third.refresh_from_db()
    assert third.visibility == Visibility.DRAFT


def test_the_next_day_begins_at_midnight_in_the_netherlands(sam: Actor) -> None:
    _started(sam, name="Een")
    _started(sam, name="Twee")
    third = a_draft(sam, name="Drie")
    midnight = NOW.replace(hour=23, minute=0)  # 00.00 in Amsterdam in winter
    with clock.frozen(midnight - timedelta(seconds=1)), pytest.raises(TwoADay):
        start.start_network(actor=sam, draft=third.uuid)
    with clock.frozen(midnight):
        assert start.start_network(actor=sam, draft=third.uuid).slug == "drie"


def test_the_limit_is_per_person(cast: Cast, sam: Actor) -> None:
    _started(sam, name="Een")
    _started(sam, name="Twee")
    confirm(cast, "otto")
    otto = cast.actor("otto")
    with scope.acting(otto):
        assert _started(otto, name="Drie").visibility == Visibility.MEMBERS


def test_five_drafts_are_enough(sam: Actor) -> None:
    for number in range(start.DRAFTS):
        start.begin_network(actor=sam, name=f"Concept {number}", summary="")
    with pytest.raises(TooManyDrafts):
        start.begin_network(actor=sam, name="Nog een", summary="")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("De Linde", "de-linde-2"),  # taken by the cast
        ("Súdwest!", "sudwest"),
        ("Beheer", "beheer-2"),  # reserved
        ("北京", "netwerk-2"),  # nothing left, and 'netwerk' is reserved
        ("Concept-groep", "netwerk-concept-groep"),
        ("a" * 80, "a" * 50),
    ],
)
def test_the_address_is_made_from_the_name(sam: Actor, name: str, slug: str) -> None:
    assert _started(sam, name=name).slug == slug


def test_a_draft_is_its_starters_only(cast: Cast, sam: Actor) -> None:
    draft = a_draft(sam)
    for name in ("dewi", "vera"):
        other = cast.actor(name)
        with scope.acting(other):
            for act in (start.start_network, start.drop_draft):
                with pytest.raises(DomainError) as refused:
                    act(actor=other, draft=draft.uuid)
                assert refused.type in (NotFound, NoConfirmedAddress)


def test_a_started_network_is_no_draft_any_more(sam: Actor) -> None:
    network = _started(sam)
    with pytest.raises(NotFound):
        start.drop_draft(actor=sam, draft=network.uuid)
    with pytest.raises(NotFound):
        start.start_network(actor=sam, draft=network.uuid)


def test_a_draft_thrown_away_leaves_only_the_log(sam: Actor) -> None:
    draft = a_draft(sam)
    place.add_area_to_draft(actor=sam, draft=draft.uuid, area=an_area().uuid)
    start.staff_draft(actor=sam, draft=draft.uuid, as_coordinator=True)
    start.drop_draft(actor=sam, draft=draft.uuid)
    with scope.acting(SYSTEM):
        assert not Network.objects.filter(uuid=draft.uuid).exists()
        assert not NetworkArea.objects.exists()
        assert LogEntry.objects.filter(event="networks.draft_dropped").count() == 1
