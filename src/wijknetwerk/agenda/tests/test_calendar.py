"""Calendars, read back by a parser; and the feed that ends when access ends."""

import re
from datetime import date, time, timedelta

from django.test import Client
from icalendar import Calendar

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.agenda.models import Event
from wijknetwerk.agenda.services import events
from wijknetwerk.agenda.tests.planning import by, plan, start
from wijknetwerk.core import scope
from wijknetwerk.networks.services import leaving


def _link(client: Client) -> str:
    page = client.post("/mijn-agenda/", {"act": "renew"}).content.decode()
    found = re.search(r"/agenda/mijn/[\w-]{22}\.ics", page)
    assert found
    return found[0]


def _read(content: bytes) -> dict[str, tuple[date, time, str]]:
    """Each date by its identity: day and time on the Dutch clock, and how it stands."""
    calendar = Calendar.from_ical(content)
    found = {}
    for one in calendar.walk("VEVENT"):
        begin = one.decoded("dtstart")
        assert str(begin.tzinfo) == "Europe/Amsterdam"
        found[str(one["uid"])] = (begin.date(), begin.time(), str(one["status"]))
    return found


def test_a_series_a_moved_and_a_cancelled_date_are_read_back(cast: Cast, sign_in: SignIn) -> None:
    series = start(cast, first=date(2026, 10, 14))
    link = _link(sign_in("amina"))
    before = _read(Client().get(link).content)
    with scope.acting(SYSTEM):
        dates = list(Event.objects.filter(activity=series).order_by("planned_on"))
    assert {day for day, _at, _how in before.values()} == {one.planned_on for one in dates}
    assert dates[0].planned_on == date(2026, 11, 18)  # what was before today is no plan
    assert {at for _day, at, _how in before.values()} == {time(10)}  # in winter and in summer
    assert max(day for day, _at, _how in before.values()) > date(2027, 4, 1)
    said = events.Said("walk_in", "Inloop")
    moved = events.When(dates[0].planned_on + timedelta(days=1), time(14), time(16))
    by(cast, "dewi", events.change, event=dates[0].uuid, said=said, when=moved, changed=["day"])
    by(cast, "dewi", events.cancel, event=dates[1].uuid, because="")
    after = _read(Client().get(link).content)
    assert after.keys() == before.keys()  # the same identities: the reader's program moves them
    changed = {uid for uid in before if after[uid] != before[uid]}
    assert changed == {next(uid for uid in before if str(one.uuid) in uid) for one in dates[:2]}
    assert sorted(after[uid][2] for uid in changed) == ["CANCELLED", "CONFIRMED"]


def test_the_feed_ends_with_membership_when_renewed_and_when_stopped(
    cast: Cast, sign_in: SignIn
) -> None:
    plan(cast)
    amina, link = sign_in("amina"), ""
    link = _link(amina)
    assert len(_read(Client().get(link).content)) == 1
    newer = _link(amina)
    assert (Client().get(link).status_code, Client().get(newer).status_code) == (404, 200)
    amina.post("/mijn-agenda/", {"act": "stop"})
    assert Client().get(newer).status_code == 404
    last = _link(amina)
    by(cast, "amina", leaving.leave)
    assert Client().get(last).status_code == 404


def test_the_public_feed_holds_only_what_is_for_everybody(cast: Cast, sign_in: SignIn) -> None:
    plan(cast)
    public = plan(cast, is_public=True)
    for client in (Client(), sign_in("dewi")):
        content = client.get("/n/de-linde/agenda/agenda.ics").content
        assert [uid.split("@")[0] for uid in _read(content)] == [str(public.uuid)]
    one = Client().get(f"/n/de-linde/agenda/{public.uuid}/agenda.ics").content
    assert _read(one) == {
        next(iter(_read(content))): (TODAY + timedelta(days=8), time(19), "CONFIRMED")
    }
