"""A look in an emergency on its pages, told at once, and counted (P5, H5, E2)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.core.models import LogEntry, OutgoingMail
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans import access_emergency
from wijknetwerk.plans.errors import NotTold, ReadsAlready
from wijknetwerk.plans.models import EmergencyLook, PlanSettings, ResidentPlan
from wijknetwerk.plans.selectors import emergency_counts
from wijknetwerk.plans.services import circle, emergency
from wijknetwerk.plans.tests.acting import EVERYTHING, begun, do, hand, parts, place, row, shares
from wijknetwerk.plans.tests.test_emergency import look

WORDS = "Zij doet niet open en het licht brandt al dagen."


def at(name: str, *parts: Any) -> str:
    return reverse(f"plans:{name}", args=parts)


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    with scope.acting(SYSTEM):
        PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    return begun(cast)


def _tries(client: Client, cast: Cast, whom: str = "amina") -> Any:
    said = {"resident": str(cast.members[whom].uuid), "reason": "danger", "words": WORDS}
    return client.post(at("emergency_open", "de-linde"), said)


def _mails() -> list[str]:
    return sorted(OutgoingMail.objects.values_list("to_address", flat=True))


def test_opened_read_told_and_judged(cast: Cast, plan: ResidentPlan, sign_in: SignIn) -> None:
    with scope.acting(cast.actor("amina")):
        circle.add_by_name(
            hand=hand(cast, plan, "amina"), role="family", name="Tini", phone="0612345678"
        )
    els = sign_in("els")
    to_read = _tries(els, cast)["Location"]
    page = els.get(to_read).content.decode()
    assert "Tini" in page
    assert "14.30" in page
    assert _mails() == ["amina@voorbeeld.example", "priya@voorbeeld.example"]
    with scope.acting(SYSTEM):
        text = "".join(f"{one.subject} {one.body}" for one in OutgoingMail.objects.all())
        assert not [word for word in ("Els", "Wijkzorg", "nood", "plan ") if word in text]
    amina = sign_in("amina")
    heard = amina.get(at("emergencies", plan.uuid)).content.decode()
    assert "Els Vos, Wijkzorg" in heard
    assert WORDS in heard
    assert "levensgevaar" in amina.get(at("sharing", plan.uuid)).content.decode()
    assert "levensgevaar" in amina.get(reverse("privacy:who_looked")).content.decode()
    made = row(EmergencyLook, plan=plan)
    els.post(at("emergency_end", "de-linde", made.uuid))
    assert els.get(to_read).status_code == 404
    assert parts(cast, plan, "els") == set()
    judged = {"verdict": "wrong", "findings": "De buurvrouw had een sleutel."}
    sign_in("priya").post(at("emergency", "de-linde", made.uuid), judged)
    assert (
        "De buurvrouw had een sleutel." in amina.get(at("emergencies", plan.uuid)).content.decode()
    )


def test_the_page_shuts_after_four_hours(cast: Cast, plan: ResidentPlan, sign_in: SignIn) -> None:
    to_read = at("emergency_read", "de-linde", look(cast).uuid)
    with clock.frozen(NOW + timedelta(hours=4, seconds=-1)):
        assert sign_in("els").get(to_read).status_code == 200
    with clock.frozen(NOW + timedelta(hours=4)):
        assert sign_in("els").get(to_read).status_code == 404


def test_without_a_fresh_second_factor_it_asks_one(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    els = sign_in("els")
    with clock.frozen(NOW + timedelta(minutes=15)):
        assert "tweede-stap" in els.get(at("emergency_open", "de-linde"))["Location"]
        answer = _tries(els, cast)
    assert answer.status_code == 200
    assert WORDS in answer.content.decode()  # what was typed is kept
    with scope.acting(SYSTEM):
        assert not EmergencyLook.objects.exists()


def test_a_try_tells_nothing_and_is_on_the_record_of_that_member(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    """Bas has no plan; Amina's opens not, because Priya is of her circle."""
    place(cast, plan, "priya", "family")
    els = sign_in("els")
    answers = [_tries(els, cast, name).content.decode() for name in ("bas", "amina")]
    assert all("Bel 112" in answer for answer in answers)
    with scope.acting(SYSTEM):
        tried = LogEntry.objects.filter(event="plans.emergency_refused")
        assert {one.client_uuid for one in tried} == {cast.bas.uuid, cast.amina.uuid}
        assert not EmergencyLook.objects.exists()


def test_who_reads_it_already_needs_no_emergency(cast: Cast, plan: ResidentPlan) -> None:
    look(cast)
    with pytest.raises(ReadsAlready):
        look(cast)  # four hours are not made longer
    shares(cast, plan, place(cast, plan, "els", "professional"), EVERYTHING)
    with clock.frozen(NOW + timedelta(hours=5)), pytest.raises(ReadsAlready):
        look(cast)


def test_where_no_mail_reaches_the_resident_who_is_called_first_tells(
    cast: Cast, plan: ResidentPlan
) -> None:
    bas = place(cast, plan, "bas", "family")
    shares(cast, plan, bas, EVERYTHING)
    do(cast, plan, "amina", circle.appoint, place=bas.uuid)
    Person.objects.filter(pk=cast.amina.pk).update(email=None)
    made = look(cast)
    assert _mails() == ["bas@voorbeeld.example", "priya@voorbeeld.example"]
    said = {"network": cast.linde, "look": made.uuid, "verdict": "right", "findings": "Terecht."}
    priya = cast.actor("priya")
    with scope.acting(priya):
        with pytest.raises(NotTold):
            emergency.review(actor=priya, **said)
        emergency.review(actor=priya, **said, told=True)
    with scope.acting(SYSTEM):
        kept = EmergencyLook.objects.get(pk=made.pk)
        assert (kept.told_by_id, kept.verdict) == (cast.priya.pk, "right")
        assert not Waiting.objects.filter(kind="plans.looked", done_at=None).exists()


def test_who_looked_is_told_nothing_for_the_resident(cast: Cast, plan: ResidentPlan) -> None:
    """Els is called first, but sees nothing; she looks: somebody else is to tell it."""
    els = place(cast, plan, "els", "professional")
    do(cast, plan, "amina", circle.appoint, place=els.uuid)
    Person.objects.filter(pk=cast.amina.pk).update(email=None)
    made = look(cast)
    with scope.acting(SYSTEM):
        assert access_emergency.tellers(made.plan, but=made.membership.person_id) == []
    assert _mails() == ["priya@voorbeeld.example"]


def test_a_network_switches_it_on_with_a_privacy_officer_only(cast: Cast, sign_in: SignIn) -> None:
    setting = at("emergency_setting", "de-linde")
    dewi = sign_in("dewi")
    assert setting in dewi.get(reverse("networks:settings", args=["de-linde"])).content.decode()
    assert "Priya Sharma" in dewi.get(setting).content.decode()
    for name, on in (("els", False), ("priya", False), ("dewi", True)):
        sign_in(name).post(setting, {"on": "1"})
        with scope.acting(SYSTEM):
            assert access_emergency.is_on(cast.linde) is on
    dewi.post(setting, {"on": "0"})
    with scope.acting(SYSTEM):
        assert not access_emergency.is_on(cast.linde)


def test_counted_per_month_and_party_and_small_numbers_for_the_officer_only(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    for hours in range(0, 20, 5):
        with clock.frozen(NOW - timedelta(hours=hours)):
            look(cast)
    page = at("emergency_counts", "de-linde")
    with clock.frozen(NOW + timedelta(days=8)):
        told = sign_in("priya").get(page).content.decode()
        assert "Wijkzorg: 4" in told
        assert "4 keer" in told  # late to judge
    with scope.acting(SYSTEM):
        for exact, all_in, parties in ((True, 4, [("Wijkzorg", 4)]), (False, None, None)):
            first = emergency_counts.counts(cast.linde, exact=exact).months[0]
            assert (first.all, first.parties) == (all_in, parties)
    with clock.frozen(NOW + timedelta(hours=6)):
        look(cast)
    dewi = sign_in("dewi").get(page).content.decode()
    assert "Wijkzorg: 5" in dewi
    assert "beoordeeld" not in dewi  # what is to be judged is not for who leads
