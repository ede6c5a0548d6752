"""The pages of starting, a network's first page, its settings, parties and approval."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import BEGUN, NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.networks.errors_network import (
    AlreadyDecided,
    OrganisationExists,
    PartnerAlready,
    WrongDay,
)
from wijknetwerk.networks.models import (
    Membership,
    MembershipRole,
    Network,
    Organisation,
    Partner,
    RoleName,
    Visibility,
)
from wijknetwerk.networks.services import approval, partners, settings
from wijknetwerk.networks.tests.test_start_service import an_area

SignIn = Callable[..., Client]
Count = Callable[[], Any]


def test_a_network_is_started_in_four_steps_and_kept_at_each(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("sam")
    area = an_area()
    step = browser.post("/netwerk-starten/", {"name": "Presikhaaf", "summary": "Samen"})
    place = step["Location"]
    draft = Network.objects.get(name="Presikhaaf")
    assert draft.visibility == Visibility.DRAFT
    found = browser.get(place, {"q": "presik"}, headers={"HX-Request": "true"}).content.decode()
    assert "Presikhaaf-West" in found
    assert "<html" not in found
    browser.post(reverse("networks:start_area", args=[draft.uuid]), {"area": str(area.uuid)})
    assert browser.get("/netwerk-starten/").content.decode().count("Presikhaaf") >= 1
    who = browser.post(place, {"place_text": ""})["Location"]
    check = browser.post(who, {"as_coordinator": "yes", "hours_a_week": "4,5"})["Location"]
    home = browser.post(check)["Location"]
    assert home == "/n/presikhaaf/"
    assert browser.get(home).status_code == 200
    assert Client().get(home).status_code == 302  # for members only
    with scope.acting(SYSTEM):
        assert (
            str(
                MembershipRole.objects.get(
                    role="coordinator", network__slug="presikhaaf"
                ).hours_a_week
            )
            == "4.5"
        )


def test_a_double_click_starts_one_draft(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("sam")
    form = {"name": "Een", "summary": "Samen", "form_id": "0" * 32}
    first, again = (browser.post("/netwerk-starten/", form)["Location"] for _click in range(2))
    assert first == again
    assert Network.objects.filter(name="Een").count() == 1


def test_a_wrong_form_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in("sam").post("/netwerk-starten/", {"name": "", "summary": "Mijn zin"})
    assert answer.status_code == 200
    assert "Mijn zin" in answer.content.decode()


def test_members_hear_that_nobody_coordinates(cast: Cast, sign_in: SignIn) -> None:
    def warned() -> bool:
        page = sign_in("amina").get("/n/de-linde/").content.decode()
        return "utrecht-alert--warning" in page

    assert not warned()
    with scope.acting(SYSTEM):
        MembershipRole.objects.filter(role="coordinator").update(until_on=TODAY)
    assert warned()


def test_only_changed_settings_are_stored(cast: Cast, sign_in: SignIn) -> None:
    cast.linde.phone, cast.linde.summary = "0265550101", "oud"
    cast.linde.save()
    form = {
        "name": "De Linde",
        "place_text": "De Linde",
        "summary": "nieuw",
        "phone": "026 111 22 33",
    }
    form |= {"initial-name": "De Linde", "initial-place_text": "De Linde"}
    form |= {"initial-summary": "oud", "initial-phone": "026 111 22 33"}
    sign_in("dewi").post("/n/de-linde/instellingen/", form)
    cast.linde.refresh_from_db()
    assert (cast.linde.summary, cast.linde.phone) == ("nieuw", "0265550101")


def test_roles_get_the_networks_own_names(cast: Cast) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        settings.name_roles(actor=actor, slug="de-linde", names={"coordinator": "kwartiermaker"})
        assert RoleName.objects.get(role="coordinator").name == "kwartiermaker"
        settings.name_roles(actor=actor, slug="de-linde", names={"coordinator": ""})
        assert not RoleName.objects.exists()


def test_asking_deciding_and_telling(cast: Cast) -> None:
    Network.objects.filter(pk=cast.linde.pk).update(visibility=Visibility.MEMBERS)
    dewi, vera = cast.actor("dewi"), cast.actor("vera")
    with scope.acting(dewi):
        approval.ask_public(actor=dewi, slug="de-linde")
        with pytest.raises(AlreadyDecided):
            approval.ask_public(actor=dewi, slug="de-linde")
        with pytest.raises(NotFound):
            approval.decide_public(actor=dewi, slug="de-linde", approve=True)
    with scope.acting(vera):
        approval.decide_public(actor=vera, slug="de-linde", approve=False, reason="Waar is het?")
        with pytest.raises(DomainError):
            approval.decide_public(actor=vera, slug="de-linde", approve=True)
    cast.linde.refresh_from_db()
    assert cast.linde.visibility == Visibility.DECLINED
    told = OutgoingMail.objects.filter(purpose="networks.public_decided")
    assert set(told.values_list("to_address", flat=True)) == {cast.dewi.email, cast.ad.email}
    assert all("Waar is het?" in mail.body for mail in told)


def test_the_platforms_administrator_sees_no_members(cast: Cast, sign_in: SignIn) -> None:
    Network.objects.filter(pk=cast.linde.pk).update(visibility=Visibility.ASKED, asked_at=NOW)
    browser = sign_in("vera")
    page = browser.get("/openbaar-gevraagd/de-linde/").content.decode()
    assert "Dewi Kusuma" in page  # she started it
    assert not [name for name in ("Haddad", "Els Vos", "Mulder", "Wijkzorg") if name in page]
    for door in ("", "partijen/", "instellingen/", "openbaar/", "leden/", "route/"):
        assert browser.get(f"/n/de-linde/{door}").status_code == 404, door


def test_a_network_that_asks_waits_on_the_day_of_who_decides(cast: Cast, sign_in: SignIn) -> None:
    asked = "De Linde wil openbaar worden"
    Network.objects.filter(pk=cast.linde.pk).update(name="De Linde", visibility=Visibility.MEMBERS)
    assert asked not in sign_in("vera").get("/vandaag/").content.decode()
    leader = cast.actor("dewi")
    with scope.acting(leader):
        approval.ask_public(actor=leader, slug="de-linde")
    page = sign_in("vera").get("/vandaag/").content.decode()
    assert asked in page
    assert "/openbaar-gevraagd/de-linde/" in page
    assert asked not in sign_in("dewi").get("/vandaag/").content.decode()


def test_a_party_joins_once_and_a_known_name_is_chosen(cast: Cast) -> None:
    actor = cast.actor("ad")
    known = Organisation.objects.get(name="Wijkzorg")
    with scope.acting(actor):
        with pytest.raises(PartnerAlready):
            partners.add_partner(actor=actor, slug="de-linde", organisation=known.uuid)
        with pytest.raises(OrganisationExists):
            partners.add_new_partner(actor=actor, slug="de-linde", name="WIJKZORG", kind="welfare")
        made = partners.add_new_partner(
            actor=actor, slug="de-linde", name="School", kind="education"
        )
    assert (made.organisation.kind, made.from_on) == ("education", TODAY)


@pytest.mark.parametrize("leaves", [False, True])
def test_when_a_party_stops_its_people_stay_or_leave(cast: Cast, leaves: bool) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        party = Partner.objects.get(network=cast.linde)
        for day in (date(2026, 11, 13), date(2026, 1, 4)):
            with pytest.raises(WrongDay):
                partners.end_partner(
                    actor=actor,
                    slug="de-linde",
                    partner=party.uuid,
                    until_on=day,
                    end_memberships=leaves,
                )
        partners.end_partner(
            actor=actor, slug="de-linde", partner=party.uuid, until_on=TODAY, end_memberships=leaves
        )
    with scope.acting(SYSTEM):
        els = Membership.objects.get(person=cast.els)
        role = MembershipRole.objects.get(person=cast.els)
    assert els.until_on == (TODAY if leaves else None)
    assert (els.partner_id is None) is not leaves
    assert role.until_on == TODAY
    assert (cast.actor("els").standing_in(cast.linde.pk) is None) is leaves


def _more(cast: Cast, count: int) -> None:
    """More people, parties and networks of others."""
    with scope.acting(SYSTEM):
        for number in range(count):
            party = Organisation.objects.create(name=f"Partij {number}", kind="welfare")
            partner = Partner.objects.create(network=cast.linde, organisation=party, from_on=BEGUN)
            person = type(cast.sam).objects.create_user(f"p{number}@voorbeeld.example")
            Membership.objects.create(
                network=cast.linde,
                person=person,
                partner=partner,
                organisation=party,
                from_on=BEGUN,
                shown_publicly=True,
            )
            Network.objects.create(
                name=f"Netwerk {number}",
                slug=f"netwerk-{number}x",
                search_words=f" netwerk {number}",
                started_by=cast.sam,
                started_at=NOW,
                decided_at=NOW,
                asked_at=NOW,
                visibility=Visibility.PUBLIC if number % 2 else Visibility.ASKED,
            )


PAGES = [
    ("dewi", "/n/de-linde/"),
    ("nobody", "/n/de-linde/over/"),
    ("dewi", "/n/de-linde/partijen/"),
    ("dewi", "/n/de-linde/partijen/erbij/?q=partij"),
    ("dewi", "/n/de-linde/instellingen/"),
    ("dewi", "/n/de-linde/instellingen/plek/?q=arnhem"),
    ("dewi", "/n/de-linde/instellingen/rollen/"),
    ("dewi", "/n/de-linde/openbaar/"),
    ("sam", "/netwerk-starten/"),
    ("vera", "/openbaar-gevraagd/"),
    ("dewi", "/vandaag/"),
    ("dewi", "/wijken/?q=netwerk"),
    ("dewi", "/"),
]


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_a_page_asks_at_most_eight_queries_at_any_size(
    cast: Cast, sign_in: SignIn, count_queries: Count, name: str, page: str
) -> None:
    _more(cast, 2)
    browser = Client() if name == "nobody" else sign_in(name)
    browser.get(page)
    with count_queries() as few:
        assert browser.get(page).status_code == 200
    with scope.acting(SYSTEM):
        pass
    for number in range(2, 42):
        with scope.acting(SYSTEM):
            party = Organisation.objects.create(name=f"Partij {number}", kind="welfare")
            Partner.objects.create(network=cast.linde, organisation=party, from_on=BEGUN)
            Network.objects.create(
                name=f"Netwerk {number}",
                slug=f"netwerk-{number}x",
                search_words=f" netwerk {number}",
                started_by=cast.sam,
                started_at=NOW,
                decided_at=NOW,
                asked_at=NOW,
                visibility=Visibility.PUBLIC if number % 2 else Visibility.ASKED,
            )
    with count_queries() as many:
        assert browser.get(page).status_code == 200
    assert few.count <= 8, few.statements
    assert many.count == few.count


def test_a_public_page_under_another_name_waits_for_approval_again(
    cast: Cast, sign_in: Callable[..., Client]
) -> None:
    with scope.acting(cast.actor("dewi")):
        settings.change_network(
            actor=cast.actor("dewi"), slug="de-linde", changes={"name": "Belastingdienst"}
        )
    assert sign_in("sam").get("/n/de-linde/").status_code == 404
    with scope.acting(cast.actor("farid")):
        settings.change_network(
            actor=cast.actor("farid"), slug="oosterpoort", changes={"summary": "Voor elkaar."}
        )
    assert sign_in("sam").get("/n/oosterpoort/").status_code == 200
