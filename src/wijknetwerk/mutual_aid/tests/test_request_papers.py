"""A form on paper: made at the desk, typed in by its code, read and withdrawn with the strip."""

import pytest
from django.test import Client

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid.models import HelpRequest
from wijknetwerk.mutual_aid.services import intake, requests

pytestmark = pytest.mark.django_db
MINE = "/hulp/mijn-vraag/"


def a_code(cast: Cast) -> str:
    actor = cast.actor("joost")
    with scope.acting(actor):
        return intake.new_forms(actor=actor, network=cast.linde)[0]


def test_the_strip_reads_and_withdraws_what_was_typed_in(cast: Cast, sign_in: SignIn) -> None:
    code, strip = a_code(cast), Client()
    assert strip.post(MINE, {"code": code})["Location"] == f"{MINE}lezen/"
    assert "Ik zag een hond" not in strip.get(f"{MINE}lezen/").content.decode()
    said = {"name": "Geert Mulder", "phone": "0612345678", "words": "Ik zag een hond"}
    said |= {"said_how": "paper", "form_code": code.lower().replace("-", " ")}
    page = "/n/de-linde/hulp/vragen/nieuw/?papier=ja"
    assert sign_in("joost").post(page, said).status_code == 302
    again = sign_in("joost").post(page, {**said, "who": "new"})
    assert again.status_code == 200  # one form is one request
    shown = strip.get(f"{MINE}lezen/").content.decode()
    assert "Ik zag een hond" in shown
    assert "Geert" not in shown
    assert "0612345678" not in shown
    strip.post(f"{MINE}lezen/")
    with scope.acting(SYSTEM):
        made = HelpRequest.objects.get()
    assert (made.state, made.via) == ("withdrawn", "paper")


def test_a_code_of_elsewhere_or_nobody_opens_nothing(cast: Cast, sign_in: SignIn) -> None:
    stranger = Client()
    assert stranger.get(f"{MINE}lezen/")["Location"] == MINE
    assert stranger.post(MINE, {"code": "ACDEF-GHJKM"}).status_code == 200
    code, farid = a_code(cast), cast.actor("farid")
    with scope.acting(farid), pytest.raises(intake.InvalidInput):
        intake.at_desk(
            actor=farid,
            network=cast.oosterpoort,
            who=intake.Who(new=intake.Outsider("Jo", "0612345678")),
            asked=requests.Asked("Iets"),
            said=intake.Said("paper"),
            form=code,
        )


def test_joost_makes_forms_to_print(sign_in: SignIn) -> None:
    answer = sign_in("joost").post("/n/de-linde/hulp/vragen/papier/", {"count": 3, "name": ""})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
