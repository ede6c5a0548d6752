"""A story that is being told is kept until it is sent, for who tells it (design 6)."""

from django.urls import reverse

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.core.models import Draft

WORDS = "De bushalte is weg en nu kom ik nergens meer."


def test_a_story_half_told_comes_back_for_its_teller_until_it_is_sent(
    cast: Cast, sign_in: SignIn
) -> None:
    path = reverse("voices:tell", args=["de-linde"])
    amina, typed = sign_in("amina"), {"words": WORDS, "kind": "question", "reach": "network"}
    assert amina.post("/concept/", {"draft": path, **typed}).status_code == 204
    assert WORDS in sign_in("amina").get(path).content.decode()
    assert WORDS not in sign_in("bas").get(path).content.decode()
    assert amina.post(path, {"draft": path, **typed}).status_code == 302
    assert not Draft.objects.exists()
