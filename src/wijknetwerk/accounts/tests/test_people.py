"""People without e-mail, and what accounts gives to the apps above."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from tests.cast import NOW, PASSWORD, SYSTEM, Cast
from wijknetwerk.accounts import services
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import upkeep
from wijknetwerk.accounts.services.signing import HasWayIn
from wijknetwerk.accounts.tests.helpers import is_signed_in, mails_to, sign_in_by_code
from wijknetwerk.core import clock
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models import OutgoingMail


def test_a_person_without_email_exists_and_can_not_sign_in(db: None) -> None:
    person = services.create_person(SYSTEM, given_name="Truus", family_name="Bakker")
    assert person.email is None
    assert not services.has_way_in(person)


def test_a_person_written_down_with_an_address_comes_in_by_code(db: None) -> None:
    person = services.create_person(SYSTEM, given_name="Jan", email="Jan@voorbeeld.example")
    assert services.person_for_email(" JAN@voorbeeld.example ") == person
    assert not services.has_way_in(person)
    assert is_signed_in(sign_in_by_code("jan@voorbeeld.example"))
    assert services.has_way_in(person)


def test_one_address_is_one_person(cast: Cast) -> None:
    with pytest.raises(InvalidInput):
        services.create_person(SYSTEM, given_name="Bas", email="BAS@voorbeeld.example")


def test_mrs_bakker_signs_in_with_a_name_code_and_a_password(cast: Cast) -> None:
    name = services.set_up_name_sign_in(SYSTEM, person=cast.bakker, password=PASSWORD)
    client = Client()
    client.post("/inloggen/", {"login": name.upper(), "password": PASSWORD})
    assert is_signed_in(client)
    assert OutgoingMail.objects.count() == 0


def test_a_wrong_password_with_a_name_code_says_nothing(cast: Cast) -> None:
    name = services.set_up_name_sign_in(SYSTEM, person=cast.bakker, password=PASSWORD)
    answers = [
        Client().post("/inloggen/", {"login": login, "password": "verkeerd"}).status_code
        for login in (name, "bel-berg-11")
    ]
    assert answers == [200, 200]


def test_a_letter_never_takes_over_from_who_signs_in_already(cast: Cast) -> None:
    services.set_up_name_sign_in(SYSTEM, person=cast.bakker, password=PASSWORD)
    with pytest.raises(HasWayIn):
        services.set_up_name_sign_in(SYSTEM, person=cast.bakker, password="een ander wachtwoord")
    address = cast.amina.email
    EmailAddress.objects.create(user=cast.amina, email=address, primary=True, verified=True)
    with pytest.raises(HasWayIn):
        services.set_up_name_sign_in(SYSTEM, person=cast.amina, password="een ander wachtwoord")


def test_a_sign_up_that_was_never_confirmed_goes_after_a_week(cast: Cast) -> None:
    data = {"given_name": "Nour", "family_name": "Bos", "email": "nour@voorbeeld.example"}
    Client().post("/inloggen/aanmelden/", data)
    EmailAddress.objects.create(
        user=cast.amina, email=cast.amina.email, primary=True, verified=True
    )
    with clock.frozen(NOW + timedelta(days=8)):
        upkeep.forget_unconfirmed(clock.now() - timedelta(days=7))
    assert not Person.objects.filter(email="nour@voorbeeld.example").exists()
    assert Person.objects.filter(pk=cast.amina.pk).exists()


def test_a_code_that_was_never_sent_does_not_lie_about(cast: Cast) -> None:
    Client().post("/inloggen/code/", {"email": "amina@voorbeeld.example"})
    with clock.frozen(NOW + timedelta(hours=2)):
        assert upkeep.forget_codes(clock.now() - timedelta(hours=1)) == 1
    assert mails_to("amina@voorbeeld.example")[0].body == ""
