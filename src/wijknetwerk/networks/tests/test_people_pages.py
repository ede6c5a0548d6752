"""Pages of members: what they show to whom, filters, and the number of queries at any size."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.cast import BEGUN, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Membership, MembershipRole
from wijknetwerk.networks.tests.inviting import invite

LISTS = ("leden/", "leden/beheer/", "uitnodigingen/", "mijn-plek/")


def crowd(cast: Cast, count: int, start: int = 0) -> None:
    """Many members, one in ten with a role."""
    with scope.acting(SYSTEM):
        people = Person.objects.bulk_create(
            Person(
                given_name=f"Bewoner {number}",
                family_name=f"Naam {number:05}",
                email=f"b{number}@voorbeeld.example",
                phone="026 555 01 50",
            )
            for number in range(start, start + count)
        )
        members = Membership.objects.bulk_create(
            Membership(network=cast.linde, person=person, from_on=BEGUN) for person in people
        )
        MembershipRole.objects.bulk_create(
            MembershipRole(
                network=cast.linde,
                membership=member,
                person_id=member.person_id,
                role="board",
                from_on=BEGUN,
            )
            for member in members[::10]
        )


@pytest.mark.parametrize("place", LISTS)
def test_at_most_8_queries_and_the_same_at_20_times_the_rows(
    cast: Cast, sign_in: SignIn, count_queries: Callable[[], Any], place: str
) -> None:
    crowd(cast, 12)
    invite(cast)
    browser = sign_in("dewi")
    browser.get(f"/n/de-linde/{place}")
    with count_queries() as few:
        assert browser.get(f"/n/de-linde/{place}").status_code == 200
    crowd(cast, 20 * 12, start=100)
    for number in range(20):
        invite(cast, email=f"nog{number}@voorbeeld.example")
    with count_queries() as many:
        assert browser.get(f"/n/de-linde/{place}").status_code == 200
    assert few.count <= 8, "\n".join(few.statements)
    assert many.count == few.count


def test_members_see_no_address_and_only_a_phone_that_is_shown(cast: Cast, sign_in: SignIn) -> None:
    with scope.acting(SYSTEM):
        Person.objects.filter(pk__in=[cast.bas.pk, cast.els.pk]).update(phone="026 555 01 77")
        Person.objects.filter(pk=cast.els.pk).update(phone="026 555 01 88")
        Membership.objects.filter(pk=cast.members["els"].pk).update(phone_shown=True)
    page = sign_in("amina").get("/n/de-linde/leden/").text
    assert "Bas van der Meer" in page
    assert "026 – 555 01 88" in page
    assert "555 01 77" not in page
    assert "@voorbeeld.example" not in page


def test_who_left_is_not_on_the_list(cast: Cast, sign_in: SignIn) -> None:
    assert "Otto" not in sign_in("amina").get("/n/de-linde/leden/").text


def test_sorted_under_the_main_name(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in("amina").get("/n/de-linde/leden/").text
    order = [page.index(name) for name in ("Dewi Kusuma", "Bas van der Meer", "Ben Mulder")]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("?q=meer", "Bas van der Meer", "Dewi Kusuma"),
        ("?q=wijkzorg", "Els Vos", "Bas van der Meer"),
        ("?role=board", "Ben Mulder", "Bas van der Meer"),
        ("?q=dewi+kusuma", "<strong>Dewi Kusuma</strong>", "<strong>Ad Smit</strong>"),
    ],
)
def test_filters_stand_in_the_address(
    cast: Cast, sign_in: SignIn, query: str, there: str, gone: str
) -> None:
    page = sign_in("amina").get(f"/n/de-linde/leden/{query}").text
    table = page.partition("<table")[2].partition("</table>")[0]
    assert there in table
    assert gone not in table


@pytest.mark.parametrize("query", ["?page=999", "?page=x", "?page=-1", "?q=%00", "?role=keizer"])
def test_nonsense_in_the_address_is_no_fault(cast: Cast, sign_in: SignIn, query: str) -> None:
    for place in ("leden/", "leden/beheer/"):
        assert sign_in("dewi").get(f"/n/de-linde/{place}{query}").status_code == 200


def test_pages_of_twenty_five(cast: Cast, sign_in: SignIn) -> None:
    crowd(cast, 60)
    browser = sign_in("amina")
    first = browser.get("/n/de-linde/leden/").text
    third = browser.get("/n/de-linde/leden/?page=3").text
    assert first.count("wn-cell--main") == 25
    assert third.count("wn-cell--main") == 20  # 60 and the ten of the cast


def test_vacancies_are_shown(cast: Cast, sign_in: SignIn) -> None:
    said = "privacyfunctionaris: nog niemand"
    assert said not in sign_in("amina").get("/n/de-linde/leden/").text
    with scope.acting(SYSTEM):
        MembershipRole.objects.filter(role="privacy_officer").delete()
    page = sign_in("amina").get("/n/de-linde/leden/").text
    assert said in page


def test_what_i_tell_about_myself(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("amina")
    sent = {"introduction": "Ik bak graag", "energies": ["doer"], "phone_shown": "on"}
    assert browser.post("/n/de-linde/mijn-plek/", sent).status_code == 302
    page = browser.get("/n/de-linde/leden/").text
    assert "Ik bak graag" in page
    assert "doener" in page
