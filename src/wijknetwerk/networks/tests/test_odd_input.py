"""What the database can't keep is one sentence above the form, never a fault."""

import pytest
from django.test import Client

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.core.models import OutgoingMail

LONG = f"{'a' * 260}@voorbeeld.example"  # Django takes 320 signs, a column 254
INVITE = {"name": "Nel", "way": "mail", "email": LONG, "language": "nl"}
WHOLE_SETTINGS = {"name": "De Linde", "place_text": "De Linde", "email": LONG}
PARTY = {
    "name": "Iemand",
    "kind": "general_practice",
    "website": f"https://voorbeeld.example/{'a' * 200}",
}


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("/n/de-linde/uitnodigen/", INVITE),
        ("/n/de-linde/instellingen/", WHOLE_SETTINGS),
        ("/n/de-linde/partijen/erbij/", PARTY),
        ("/mijn-account/adres/", {"email": LONG}),
    ],
)
def test_what_is_longer_than_its_column_is_said_so(
    cast: Cast, sign_in: SignIn, page: str, typed: dict[str, str]
) -> None:
    answer = sign_in("dewi").post(page, typed)
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.text
    assert OutgoingMail.objects.count() == 0


@pytest.mark.parametrize("page", ["aanmelden/", "code/", "wachtwoord/"])
def test_a_stranger_with_a_long_address_hears_so(db: None, page: str) -> None:
    typed = {"email": LONG, "given_name": "A", "family_name": "B"}
    answer = Client().post(f"/inloggen/{page}", typed)
    assert answer.status_code == 200
    assert OutgoingMail.objects.count() == 0


@pytest.mark.parametrize(
    "page",
    [
        "/n/de-linde/partijen/erbij/?q=bu%00urt",
        "/n/de-linde/leden/?q=bu%00urt&page=99999999999999999999",
        "/n/de-linde/uitnodigingen/?state=%00&page=%00",
        "/n/de-linde/instellingen/plek/?q=bu%00urt",
        "/wijken/?q=bu%00urt&page=99999999999999999999",
        "/mijn-gegevens/wie-keek-er-mee/?pagina=99999999999999999999",
    ],
)
def test_odd_words_to_search_for_are_no_fault(cast: Cast, sign_in: SignIn, page: str) -> None:
    assert sign_in("dewi").get(page).status_code in {200, 404}
