"""What more is asked in a call, the letter after it, and what the person sees of it."""

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.pdf import render
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.models import Membership
from wijknetwerk.networks.services import calls, desk_letter, expectations, mandates
from wijknetwerk.networks.tests.talking import make_team
from wijknetwerk.roadmap.models import CheckRound

pytestmark = pytest.mark.django_db
Count = Callable[[], AbstractContextManager[Queries]]


def say_yes(cast: Cast) -> tuple[Actor, Membership]:
    joost = cast.actor("joost")
    with scope.acting(joost):
        member = access_desk.member_of_desk(joost, cast.linde, cast.members["bakker"].uuid)
        mandates.give(actor=joost, member=member, ground="phone")
    return joost, member


def page_of(cast: Cast, sign_in: SignIn, who: str = "joost") -> str:
    address = reverse("networks:desk_person", args=["de-linde", cast.members["bakker"].uuid])
    return sign_in(who).get(address).content.decode()


def open_round(cast: Cast, who: str, team: bool) -> str:
    actor = cast.actor(who)
    with scope.acting(actor):
        made = expectations.open_round(
            actor=actor,
            network=cast.linde,
            team=make_team(cast, "bakker") if team else None,
            closes_on=TODAY + timedelta(days=14),
        )
    return reverse(
        "networks:expectation_for", args=["de-linde", made.uuid, cast.members["bakker"].uuid]
    )


def test_the_page_of_a_call_leads_to_what_waits_for_their_words(
    cast: Cast, sign_in: SignIn
) -> None:
    here = open_round(cast, "dewi", team=False)
    with scope.acting(SYSTEM):
        asked = CheckRound.objects.create(network=cast.linde, kind="self_check", opened_on=TODAY)
    check = reverse(
        "roadmap:check_note", args=["de-linde", asked.uuid, cast.members["bakker"].uuid]
    )
    page = page_of(cast, sign_in)
    assert here not in page  # nobody said yes yet
    assert check not in page
    say_yes(cast)
    page = page_of(cast, sign_in)
    assert here in page
    assert check in page
    browser = sign_in("joost")
    assert browser.get(here).status_code == 200
    said = {"brings": "Ik bak.", "expects": "Dat u belt.", "role": "", "number": "0"}
    assert browser.post(here, said).status_code == 302
    assert here not in page_of(cast, sign_in)


def test_it_tells_their_teams_and_a_round_only_to_who_may_open_it(
    cast: Cast, sign_in: SignIn
) -> None:
    round_of_team = open_round(cast, "els", team=True)
    say_yes(cast)
    assert "Kernteam" in page_of(cast, sign_in)
    assert round_of_team not in page_of(cast, sign_in)
    assert round_of_team in page_of(cast, sign_in, "dewi")
    assert sign_in("dewi").get(round_of_team).status_code == 200


def letter_of(cast: Cast, sign_in: SignIn) -> PdfReader:
    address = reverse("networks:desk_letter", args=["de-linde", cast.members["bakker"].uuid])
    answer = sign_in("joost").get(address)
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


def test_the_letter_says_what_was_noted_and_how_it_stops(cast: Cast, sign_in: SignIn) -> None:
    cast.linde.phone = "0265550100"
    cast.linde.save()
    joost, member = say_yes(cast)
    with scope.acting(joost):
        calls.note_call(actor=joost, member=member, said="De lamp is *stuk* #set text(red).")
        calls.set_phone_for(actor=joost, member=member, phone="0265550456")
    pdf = letter_of(cast, sign_in)
    text = " ".join(pdf.pages[0].extract_text().split())
    for said in (
        "Dit hebben wij voor u genoteerd, en zo stopt u het",
        "Truus Bakker",
        "De lamp is *stuk* #set text(red).",
        "genoteerd door Joost Peters",
        "026 – 555 01 00",
        "Stoppen met noteren",
        str(mandates.SENTENCE)[:10],
    ):
        assert said in text, text
    root: Any = pdf.trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    with scope.acting(SYSTEM):
        entry = LogEntry.objects.get(event="networks.mandate_letter_made")
    assert (entry.user_uuid, entry.client_uuid) == (cast.joost.uuid, cast.bakker.uuid)


def test_there_is_no_letter_without_a_mandate(cast: Cast, sign_in: SignIn) -> None:
    address = reverse("networks:desk_letter", args=["de-linde", cast.members["bakker"].uuid])
    assert sign_in("joost").get(address).status_code == 403


def test_the_same_letter_is_the_same_bytes(cast: Cast) -> None:
    joost, member = say_yes(cast)
    with scope.acting(joost):
        mandate = access_desk.running_mandate(member)
        assert mandate is not None
        words = desk_letter.words_of(joost, member, mandate)
    made = {render(desk_letter.LETTER, words, language="nl") for _each in range(2)}
    assert len(made) == 1


def test_the_person_sees_who_noted_what_for_them(cast: Cast, sign_in: SignIn) -> None:
    joost, member = say_yes(cast)
    with scope.acting(joost):
        calls.note_call(actor=joost, member=member, said="De lamp is stuk.")
        calls.set_phone_for(actor=joost, member=member, phone="0265550456")
    here = open_round(cast, "dewi", team=False)
    said = {"brings": "Ik bak.", "expects": "Dat u belt.", "role": "", "number": "0"}
    assert sign_in("joost").post(here, said).status_code == 302
    address = reverse("networks:my_membership", args=["de-linde"])
    page = sign_in("bakker").get(address).content.decode()
    assert "De lamp is stuk." in page
    assert "genoteerd voor Truus Bakker door Joost Peters" in page
    assert "telefoonnummer" in page
    assert "Ik bak. Dat u belt." in page
    text = " ".join(letter_of(cast, sign_in).pages[0].extract_text().split())
    assert "genoteerd door Joost Peters: Ik bak. Dat u belt." in text
    assert "De lamp is stuk." not in sign_in("amina").get(address).content.decode()


@pytest.mark.parametrize("times", [1, 10])
def test_the_page_of_a_call_costs_the_same_at_ten_times_the_calls(
    cast: Cast, sign_in: SignIn, count_queries: Count, times: int
) -> None:
    joost, member = say_yes(cast)
    with scope.acting(joost):
        for number in range(times):
            calls.note_call(actor=joost, member=member, said=f"Dit is {number}.")
    address = reverse("networks:desk_person", args=["de-linde", member.uuid])
    browser = sign_in("joost")
    with count_queries() as asked:
        assert browser.get(address).status_code == 200
    assert asked.count <= 8, asked.statements
