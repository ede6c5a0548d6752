"""What everybody may read: no people, no networks, in the reader's language."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from wijknetwerk.core import scope
from wijknetwerk.roadmap import selectors, services
from wijknetwerk.roadmap.services import StepState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]

STEP = "shape-coordinator"
SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]


def _say(cast: Cast, who: str, step: str, state: StepState, read: int = 0) -> None:
    actor = cast.actor(who)
    with scope.acting(actor):
        services.change_step(
            actor=actor, network=cast.linde, step=step, read_number=read, said=state
        )


def _text(answer: Any) -> str:
    """What a reader sees, without tags."""
    page = re.sub(r"<(script|style|head).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_public_pages_hold_nobody_and_no_network(cast: Cast) -> None:
    _say(cast, "amina", STEP, StepState("busy", "Van Amina.", "", cast.members["bas"].uuid))
    for name, args in (
        ("knowledge", []),
        ("public_route", []),
        ("public_phase", ["shape"]),
        ("public_step", [STEP]),
        ("factors", []),
        ("recommendations", []),
        ("reader", ["coordinator"]),
    ):
        text = _text(Client().get(reverse(f"roadmap:{name}", args=args)))
        for word in ("Amina", "Bas van der Meer", "De Linde"):
            assert word not in text, name


def test_each_reader_finds_the_recommendations_in_their_own_words(cast: Cast) -> None:
    content = selectors.content("nl")
    assert len(content.factors) == 8
    for reader in content.readers:
        text = _text(Client().get(reverse("roadmap:reader", args=[reader.code])))
        places = [text.index(item["text"]) for item in reader.reading]
        assert places == sorted(places)
    text = _text(Client().get(reverse("roadmap:factors")))
    assert all(factor.title in text and factor.in_practice in text for factor in content.factors)


def test_the_texts_follow_the_language_of_the_reader(cast: Cast) -> None:
    client = Client()
    assert "Verkennen" in _text(client.get(reverse("roadmap:public_route")))
    client.cookies["wn_language"] = "en"
    english = _text(client.get(reverse("roadmap:public_route")))
    assert selectors.content("en").phases[0].name in english


def test_without_content_the_page_says_so(cast: Cast, sign_in: SignIn) -> None:
    from wijknetwerk.roadmap.models import ContentVersion

    ContentVersion.objects.update(is_current=False)
    assert Client().get(reverse("roadmap:public_route")).status_code == 503
