"""Inviting and telling: the network's own words, on paper and as text; nothing is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from wijknetwerk.core.models import LogEntry
from wijknetwerk.front import papers, telling
from wijknetwerk.front.forms import TellForm
from wijknetwerk.front.telling import Words
from wijknetwerk.networks.models import Network, Visibility

SignIn = Callable[..., Client]
TELL = {"slug": "de-linde"}
SAID = {
    "heading": "Koffie in De Linde",
    "why": "We willen elkaar leren kennen.\nIedereen telt mee.",
    "when": "elke dinsdag",
    "where": "Ons Huis",
    "phone": "026 555 01 23",
    "who": "Dewi",
}


def _pages(pdf: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


@pytest.mark.parametrize("piece", telling.PAPERS)
def test_each_paper_says_it_on_one_sheet(sign_in: SignIn, piece: str, tmp_path: Path) -> None:
    lines = LogEntry.objects.count()
    response = sign_in("dewi").post(reverse("front:tell", kwargs=TELL), SAID | {"piece": piece})
    assert response["Content-Type"] == "application/pdf"
    (page,) = _pages(response.content, tmp_path)
    for said in ("Koffie in De Linde", "elkaar leren kennen", "elke dinsdag", "026 555 01 23"):
        assert said in " ".join(page.split())
    assert page.count("026 555 01 23") == (1 + papers.STRIPS if piece == "poster" else 1)
    assert LogEntry.objects.count() == lines


@pytest.mark.parametrize("piece", telling.PAPERS)
def test_the_longest_words_fit_on_one_sheet(cast: Cast, piece: str, tmp_path: Path) -> None:
    fields: dict[str, Any] = TellForm.base_fields
    longest = {
        name: ("samenkomen in de buurt " * 40)[: fields[name].max_length].strip()
        for name in Words.__dataclass_fields__
    }
    pdf = papers.make(piece, cast.linde, Words(**longest), "https://wijknetwerk.example/n/de-linde")
    assert len(_pages(pdf, tmp_path)) == 1


def test_texts_stand_on_the_page_to_copy_and_to_share(sign_in: SignIn) -> None:
    dewi, address = sign_in("dewi"), reverse("front:tell", kwargs=TELL)
    page = dewi.post(address, SAID | {"piece": "whatsapp"}).content.decode()
    assert "*Koffie in De Linde*" in page
    assert "https://wa.me/?text=%2AKoffie%20in%20De%20Linde%2A" in page
    assert "/n/de-linde/" in page
    paper = dewi.post(address, SAID | {"piece": "paper"}).content.decode()
    assert "Koffie in De Linde" in paper
    assert "wa.me" not in paper


def test_what_is_wrong_is_said_once_and_what_was_typed_stays(sign_in: SignIn) -> None:
    wrong = SAID | {"heading": "", "piece": "poster"}
    response = sign_in("dewi").post(reverse("front:tell", kwargs=TELL), wrong)
    assert response.status_code == 422
    assert "elke dinsdag" in response.content.decode()


def test_a_network_that_is_not_public_gets_papers_without_an_address(
    cast: Cast, sign_in: SignIn
) -> None:
    Network.objects.filter(pk=cast.linde.pk).update(visibility=Visibility.MEMBERS)
    page = sign_in("dewi").post(reverse("front:tell", kwargs=TELL), SAID | {"piece": "whatsapp"})
    assert "http" not in page.content.decode().split("text-made")[1].split("</div>")[0]


def test_an_event_of_elsewhere_is_not_there(sign_in: SignIn) -> None:
    dewi, address = sign_in("dewi"), reverse("front:tell", kwargs=TELL)
    for wrong in ("nee", "00000000-0000-4000-8000-000000000000"):
        assert dewi.get(address, {"over": wrong}).status_code == 404
