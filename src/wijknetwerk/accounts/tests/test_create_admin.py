"""`create-admin` makes an administrator of the platform; nobody else can."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.cast import Cast
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import people
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models import LogEntry


def made(email: str, **options: str) -> str:
    said = StringIO()
    call_command("create_admin", email, stdout=said, **options)
    return said.getvalue()


def test_somebody_new_is_written_down_without_a_password(db: None, as_system: None) -> None:
    assert "Nour Aziz is administrator" in made(
        "nour@voorbeeld.example", given_name="Nour", family_name="Aziz"
    )
    person = Person.objects.get(email="nour@voorbeeld.example")
    assert person.is_platform_administrator
    assert not person.has_usable_password()
    assert LogEntry.objects.filter(event="accounts.administrator_made").count() == 1


def test_somebody_known_keeps_their_name(cast: Cast) -> None:
    made("SAM@voorbeeld.example")
    cast.sam.refresh_from_db()
    assert cast.sam.is_platform_administrator


def test_bad_input_is_one_sentence(db: None) -> None:
    with pytest.raises(CommandError, match="'nour' is no e-mail address"):
        made("nour")


def test_no_person_can_make_one(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        people.make_administrator(cast.actor("vera"), email="sam@voorbeeld.example")
