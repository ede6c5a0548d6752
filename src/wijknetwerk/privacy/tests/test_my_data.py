"""'Mijn gegevens': see, take along, and read who looked (rules K3, P4)."""

import json

from django.urls import reverse

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.core import log, registries, scope


def test_the_file_holds_my_name_and_nobody_elses(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in("amina").get(reverse("privacy:my_data_file"))
    text = json.dumps(json.loads(answer.content), ensure_ascii=False)
    assert "amina@voorbeeld.example" in text
    assert "dewi" not in text.lower()


def test_each_kind_can_be_read_without_a_second_factor(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("amina", second_factor=False)
    assert browser.get(reverse("privacy:my_data")).status_code == 200
    for code, _source in registries.personal_data.items():
        page = browser.get(reverse("privacy:my_data_kind", kwargs={"kind": code}))
        assert page.status_code == 200, code


def test_a_kind_that_does_not_exist_is_not_found(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in("amina").get(reverse("privacy:my_data_kind", kwargs={"kind": "anders"}))
    assert page.status_code == 404


def test_who_looked_names_the_person_and_what_they_did(cast: Cast, sign_in: SignIn) -> None:
    with scope.acting(cast.actor("els")):
        log.remember_name(cast.els.uuid, cast.els.name)
        log.look(cast.actor("els"), "privacy.own_data_read", None, client=cast.amina.uuid)
    page = sign_in("amina").get(reverse("privacy:who_looked")).content.decode()
    assert "Els Vos" in page


def test_nobody_reads_who_looked_at_somebody_else(cast: Cast, sign_in: SignIn) -> None:
    with scope.acting(cast.actor("els")):
        log.remember_name(cast.els.uuid, cast.els.name)
        log.look(cast.actor("els"), "privacy.own_data_read", None, client=cast.amina.uuid)
    page = sign_in("bas").get(reverse("privacy:who_looked")).content.decode()
    assert "Els Vos" not in page


def test_the_same_number_of_queries_with_many_lines(
    cast: Cast, sign_in: SignIn, count_queries
) -> None:
    browser = sign_in("amina")
    address = reverse("privacy:who_looked")
    browser.get(address)
    with count_queries() as few:
        browser.get(address)
    with scope.acting(cast.actor("els")):
        for _ in range(60):
            log.look(cast.actor("els"), "privacy.own_data_read", None, client=cast.amina.uuid)
    with count_queries() as many:
        browser.get(address)
    assert many.count == few.count <= 8, many.statements
