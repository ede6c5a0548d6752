"""Series that change, a network that stops, what can be found, and links from other apps."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.agenda import access
from wijknetwerk.agenda.models import Event, Place, SignUp
from wijknetwerk.agenda.naming import EVENT, PLACE, SERIES
from wijknetwerk.agenda.services import events, places, series
from wijknetwerk.agenda.tests.planning import by, comes, plan, start
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.core.registries import Ending
from wijknetwerk.networks.services import leaving

MONDAY = date(2026, 11, 16)


def _dates(**more: Any) -> list[tuple[date, str, bool]]:
    with scope.acting(SYSTEM):
        rows = Event.objects.filter(activity__isnull=False, **more).order_by("starts_at")
        return [(clock.local_day(row.starts_at), row.title, row.is_cancelled) for row in rows]


def test_a_series_that_changes_leaves_alone_what_people_count_on(cast: Cast) -> None:
    made = start(cast, first=MONDAY, takes_sign_ups=True)
    with scope.acting(SYSTEM):
        first, second, third = Event.objects.order_by("starts_at")[:3]
    comes(cast, "amina", first)
    by(cast, "dewi", events.cancel, event=second.uuid, because="Vrij")
    said = events.Said("walk_in", "Koffie", takes_sign_ups=True)
    again = series.Again("weekly", MONDAY + timedelta(days=1), time(14), time(15))
    by(cast, "dewi", series.change, activity=made.uuid, said=said, again=again, changed=["title"])
    assert _dates()[:4] == [
        (MONDAY, "Koffie", False),  # Amina comes: the day stays, the name goes along
        (MONDAY + timedelta(days=1), "Koffie", False),
        (MONDAY + timedelta(days=7), "Inloop", True),  # changed by hand
        (MONDAY + timedelta(days=8), "Koffie", False),
    ]
    assert third.planned_on not in {day for day, _title, _gone in _dates()}
    OutgoingMail.objects.all().delete()
    by(cast, "dewi", series.stop, activity=made.uuid)
    assert [gone for _day, _title, gone in _dates()] == [True, True]
    assert OutgoingMail.objects.get().to_address == cast.amina.email


def test_a_series_that_one_sees_to_is_in_ones_data_until_erased(cast: Cast) -> None:
    start(cast, "bas", first=MONDAY)
    data = registries.personal_data["agenda"]
    with scope.acting(SYSTEM):
        (told,) = data.export(person_uuid=cast.bas.uuid)
        assert [value for _name, value in told.fields] == ["De Linde", "Inloop", MONDAY]
        data.erase(actor=SYSTEM, person_uuid=cast.bas.uuid)
        assert list(data.export(person_uuid=cast.bas.uuid)) == []


def test_dates_are_filled_half_a_year_ahead_once(cast: Cast) -> None:
    made = start(cast, first=MONDAY, until=MONDAY + timedelta(days=400))
    first = _dates()
    with scope.acting(SYSTEM):
        assert series.fill(made) == 0
        with clock.frozen(clock.now() + timedelta(days=30)):
            assert 4 <= series.fill(made) <= 5
    assert _dates()[: len(first)] == first


def test_only_who_leads_opens_something_to_everybody(cast: Cast) -> None:
    event = plan(cast, "amina")
    said = events.Said("gathering", "Aan tafel", is_public=True)
    when = events.When(TODAY + timedelta(days=8), time(19), time(21))
    with pytest.raises(access.MembersOnly):
        by(cast, "amina", events.plan, said=said, when=when)
    for name, refusal in (("amina", access.MembersOnly), ("bas", NotAllowed)):
        with pytest.raises(refusal):
            by(
                cast,
                name,
                events.change,
                event=event.uuid,
                said=said,
                when=when,
                changed=["is_public"],
            )
    with scope.acting(SYSTEM):
        assert not Event.objects.filter(is_public=True).exists()


def test_when_the_network_stops_all_is_cancelled_and_who_comes_is_told(cast: Cast) -> None:
    event = plan(cast)
    comes(cast, "amina", event)
    start(cast)
    by(cast, "dewi", places.make, said=places.PlaceSaid("Ons Huis"))
    OutgoingMail.objects.all().delete()
    part = registries.endings["agenda"]
    with scope.acting(SYSTEM):
        assert [str(line) for line in part.tell(cast.linde)] == [
            "Er staat één bijeenkomst gepland.",
            "Eén activiteit komt steeds terug.",
        ]
        for _twice in range(2):
            assert part.act
            part.act(actor=SYSTEM, network=cast.linde, what=Ending.STOP)
        ahead = Event.objects.filter(cancelled_at=None, starts_at__gt=NOW)  # one runs just now
        assert not ahead.exists()
        assert not Place.objects.filter(closed_on=None).exists()
    assert OutgoingMail.objects.get().to_address == cast.amina.email


def test_links_are_there_for_who_may_open_them(cast: Cast) -> None:
    inside, public = plan(cast), plan(cast, is_public=True)
    weekly = start(cast, is_public=True)
    place = by(cast, "dewi", places.make, said=places.PlaceSaid("Ons Huis", is_public=False))
    things = [
        (EVENT, inside.uuid),
        (EVENT, public.uuid),
        (SERIES, weekly.uuid),
        (PLACE, place.uuid),
    ]
    with scope.acting(SYSTEM):
        for actor, seen in (
            (cast.actor("amina"), things),
            (cast.actor("sam"), things[1:3]),
            (Actor.anonymous(), things[1:3]),
        ):
            found = registries.linked(actor, things)
            assert set(found) == set(seen)
    for link in found.values():
        assert Client().get(link.url).status_code == 200


def test_who_leaves_comes_to_nothing_more(cast: Cast) -> None:
    event = plan(cast)
    comes(cast, "amina", event)
    by(cast, "amina", leaving.leave)
    with scope.acting(SYSTEM):
        assert not SignUp.objects.filter(cancelled_at=None).exists()


def test_everything_that_can_be_found_is_found_as_it_stands(cast: Cast) -> None:
    event = plan(cast, is_public=True)
    start(cast)
    by(cast, "dewi", places.make, said=places.PlaceSaid("Ons Huis"))
    by(cast, "dewi", events.cancel, event=plan(cast).uuid, because="")
    with scope.acting(SYSTEM):
        told = [
            (one.kind, one.title, str(one.audience))
            for kind in (EVENT, SERIES, PLACE)
            for one in registries.search_sources[kind].entries(cast.linde.pk)
        ]
    assert told == [
        (EVENT, event.title, "everybody"),
        (SERIES, "Inloop", "members"),
        (PLACE, "Ons Huis", "everybody"),
    ]
