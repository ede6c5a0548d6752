"""Signing in with OpenID Connect, against a real provider; and everything that must not work."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client

from tests.cast import NOW, Cast
from tests.fixtures import SignIn
from tests.oidc.provider import CODE, RunningProvider, Walker, running_provider
from wijknetwerk.accounts import openid
from wijknetwerk.accounts.models import LinkedAccount, Person
from wijknetwerk.accounts.personal_data import AccountData
from wijknetwerk.accounts.tests.helpers import is_signed_in, purposes
from wijknetwerk.core import clock
from wijknetwerk.core.models import LogEntry

pytestmark = pytest.mark.apart

LINK = f"/mijn-account/elders/{CODE}/"
NEW = "anna@linden.example"
DEWI = "dewi@voorbeeld.example"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningProvider]:
    with running_provider(tmp_path_factory.mktemp("provider")) as running:
        yield running


@pytest.fixture
def offered(provider: RunningProvider, settings: Any, db: None) -> RunningProvider:
    """The provider stands in our settings."""
    settings.OPENID_PROVIDERS = provider.settings()
    cache.clear()
    return provider


@pytest.fixture
def walker(offered: RunningProvider) -> Walker:
    return Walker(offered)


def _error(client: Client) -> str:
    return client.get("/inloggen/").content.decode()


def test_it_is_off_unless_the_settings_say_so(cast: Cast, sign_in: SignIn) -> None:
    assert b"/inloggen/met/" not in Client().get("/inloggen/").content
    assert Client().post(f"/inloggen/met/{CODE}/").status_code == 404
    assert sign_in("dewi").post(LINK).status_code == 404
    assert b"Accounts elders" not in sign_in("dewi").get("/mijn-account/").content


def test_who_is_new_gets_an_account_and_comes_back_to_it(walker: Walker) -> None:
    assert b"Gemeente Linden" in walker.client.get("/inloggen/").content
    walker.is_there_as("anna", NEW)
    assert walker.goes_round()["Location"] == "/vandaag/"
    assert is_signed_in(walker.client)
    person = Person.objects.get(email=NEW)
    assert (person.given_name, person.has_usable_password()) == ("Anna", False)
    assert EmailAddress.objects.get(user=person).verified
    walker.client.post("/inloggen/uit/")
    walker.is_there_as("anna", "anna.nieuw@linden.example")  # another address there: still Anna
    walker.goes_round()
    assert is_signed_in(walker.client)
    assert Person.objects.count() == 1


def test_what_goes_out_has_state_nonce_and_pkce(walker: Walker) -> None:
    away = walker.leaves()
    for part in ("state=", "nonce=", "code_challenge=", "code_challenge_method=S256"):
        assert part in away
    kept = walker.client.session["accounts.openid"]["question"]
    assert kept["verifier"] not in away


@pytest.mark.parametrize("has_password", [True, False])
def test_an_account_that_exists_is_never_taken_over(
    cast: Cast, walker: Walker, has_password: bool
) -> None:
    if not has_password:
        cast.dewi.set_unusable_password()
        cast.dewi.save()
    walker.is_there_as("inbreker", DEWI.upper())
    assert walker.goes_round()["Location"] == "/inloggen/"
    assert "al een account met uw e-mailadres" in _error(walker.client)
    assert not is_signed_in(walker.client)
    assert not LinkedAccount.objects.exists()


def test_an_address_that_somebody_still_has_to_confirm_is_not_taken_either(walker: Walker) -> None:
    person = Person.objects.create_user(None)
    EmailAddress.objects.create(user=person, email=NEW, verified=False)
    walker.is_there_as("anna", NEW)
    walker.goes_round()
    assert not is_signed_in(walker.client)


def test_an_address_that_was_not_confirmed_there_makes_no_account(walker: Walker) -> None:
    walker.is_there_as("onzeker", "ander@linden.example", verified=False)
    assert walker.goes_round()["Location"] == "/inloggen/"
    assert not Person.objects.exists()


def test_who_signs_in_the_old_way_can_link_and_then_use_it(
    cast: Cast, offered: RunningProvider, sign_in: SignIn
) -> None:
    walker = Walker(offered, sign_in("dewi"))
    walker.is_there_as("dewi", "d.kusuma@linden.example")
    assert walker.goes_round(LINK)["Location"] == "/mijn-account/elders/"
    assert purposes(DEWI)[-1] == "accounts.account_linked"
    assert b"d.kusuma@linden.example" in walker.client.get("/mijn-account/elders/").content
    other = Walker(offered)
    other.is_there_as("dewi", "d.kusuma@linden.example")
    other.goes_round()
    assert other.client.session["_auth_user_id"] == str(cast.dewi.pk)
    records = AccountData().export(person_uuid=cast.dewi.uuid)
    assert any("d.kusuma@linden.example" in str(record.fields) for record in records)


def test_linking_asks_a_confirmed_address_and_who_you_are(
    cast: Cast, offered: RunningProvider, sign_in: SignIn
) -> None:
    answer = sign_in("dewi", second_factor=False).post(LINK)
    assert answer["Location"].startswith("/mijn-account/nog-eens/")
    walker = Walker(offered, sign_in("dewi"))
    walker.is_there_as("onzeker", "dewi.onzeker@linden.example", verified=False)
    walker.goes_round(LINK)
    assert not LinkedAccount.objects.exists()


def test_one_account_elsewhere_is_one_persons(
    cast: Cast, offered: RunningProvider, sign_in: SignIn
) -> None:
    for name in ("dewi", "amina"):
        walker = Walker(offered, sign_in(name))
        walker.is_there_as("gedeeld", "samen@linden.example")
        walker.goes_round(LINK)
    assert LinkedAccount.objects.get().person == cast.dewi
    again = Walker(offered, sign_in("dewi"))  # and one person has one account there
    again.is_there_as("tweede", "tweede@linden.example")
    again.goes_round(LINK)
    assert LinkedAccount.objects.count() == 1


@pytest.mark.parametrize("fault", ["audience", "audiences", "nonce", "issuer", "late"])
def test_an_answer_that_is_not_for_us_or_not_for_now_lets_nobody_in(
    walker: Walker, fault: str
) -> None:
    walker.is_there_as(fault, f"{fault}@linden.example")
    assert walker.goes_round()["Location"] == "/inloggen/"
    assert not is_signed_in(walker.client)
    assert not Person.objects.exists()


def test_an_answer_works_once_and_in_one_browser_only(
    offered: RunningProvider, walker: Walker
) -> None:
    walker.is_there_as("anna", NEW)
    back = walker.comes_back_with(walker.leaves())
    thief = Client()
    thief.get(back)
    assert not is_signed_in(thief)
    waiting = Walker(offered)
    waiting.leaves()
    waiting.client.get(back)  # has a question of its own, with another state
    assert not is_signed_in(waiting.client)
    walker.client.get(back)
    assert is_signed_in(walker.client)
    walker.client.post("/inloggen/uit/")
    walker.client.get(back)
    assert not is_signed_in(walker.client)


def test_a_code_of_somebody_else_does_not_fit_my_question(
    offered: RunningProvider, walker: Walker
) -> None:
    """An attacker who slips his own code under the victim's state: PKCE and nonce refuse it."""
    attacker = Walker(offered)
    attacker.is_there_as("aanvaller", "aanvaller@linden.example")
    stolen = attacker.comes_back_with(attacker.leaves())
    walker.is_there_as("anna", NEW)
    mine = walker.comes_back_with(walker.leaves())
    code = stolen.partition("code=")[2].partition("&")[0]
    own = mine.partition("code=")[2].partition("&")[0]
    walker.client.get(mine.replace(own, code))
    assert not is_signed_in(walker.client)
    assert not Person.objects.exists()


def test_an_answer_for_linking_is_for_who_asked(
    cast: Cast, offered: RunningProvider, sign_in: SignIn
) -> None:
    walker = Walker(offered, sign_in("dewi"))
    walker.is_there_as("dewi", "d.kusuma@linden.example")
    back = walker.comes_back_with(walker.leaves(LINK))
    session = walker.client.session
    session["accounts.openid"] = {**session["accounts.openid"], "for_whom": cast.amina.pk}
    session.save()
    walker.client.get(back)
    assert not LinkedAccount.objects.exists()


def test_too_late_is_too_late(walker: Walker) -> None:
    walker.is_there_as("anna", NEW)
    back = walker.comes_back_with(walker.leaves())
    with clock.frozen(NOW + timedelta(minutes=16)):
        walker.client.get(back)
    assert not is_signed_in(walker.client)


def test_only_the_addresses_that_the_settings_name(walker: Walker, settings: Any) -> None:
    settings.OPENID_PROVIDERS = {
        CODE: {**settings.OPENID_PROVIDERS[CODE], "email_domains": ("linden.example",)}
    }
    for name, email, wanted in (
        ("anna", NEW, True),
        ("buiten", "buiten@elders.example", False),
        ("slim", "slim@linden.example.elders.example", False),
    ):
        one = Walker(RunningProvider(settings.OPENID_PROVIDERS[CODE]["issuer"]))
        one.is_there_as(name, email)
        one.goes_round()
        assert is_signed_in(one.client) is wanted


@pytest.mark.parametrize("counts", [True, False])
def test_a_second_step_elsewhere_counts_when_the_settings_say_so(
    cast: Cast, offered: RunningProvider, sign_in: SignIn, settings: Any, counts: bool
) -> None:
    settings.OPENID_PROVIDERS = offered.settings(second_factor=("otp",) if counts else ())
    for client in (sign_in("dewi"), Client()):
        walker = Walker(offered, client)
        walker.is_there_as("strong-dewi", "sterk@linden.example")
        walker.goes_round(LINK if client.session.get("_auth_user_id") else f"/inloggen/met/{CODE}/")
    assert is_signed_in(walker.client)
    page = walker.client.get("/mijn-account/hulp/de-linde/")
    assert page.status_code == (200 if counts else 302)


def test_unlinking_ends_it_at_once(cast: Cast, offered: RunningProvider, sign_in: SignIn) -> None:
    walker = Walker(offered, sign_in("dewi"))
    walker.is_there_as("dewi", "d.kusuma@linden.example")
    walker.goes_round(LINK)
    walker.client.post(f"{LINK}weg/")
    assert not LinkedAccount.objects.exists()
    assert purposes(DEWI)[-1] == "accounts.account_unlinked"


def test_who_has_no_other_way_in_keeps_it(cast: Cast, sign_in: SignIn, settings: Any) -> None:
    settings.OPENID_PROVIDERS = {}
    LinkedAccount.objects.create(
        person=cast.bakker, provider=CODE, issuer="https://x.example", subject="1"
    )
    cast.bakker.set_unusable_password()
    cast.bakker.save()
    assert sign_in("bakker").post(f"{LINK}weg/").status_code == 403
    assert LinkedAccount.objects.exists()


def test_a_provider_that_cannot_be_reached_is_one_sentence(db: None, settings: Any) -> None:
    silent = RunningProvider("http://localhost:9")
    settings.OPENID_PROVIDERS = silent.settings()
    client = Client()
    assert client.post(f"/inloggen/met/{CODE}/")["Location"] == "/inloggen/"
    assert "Daar inloggen is niet gelukt." in _error(client)


def test_an_address_of_the_provider_without_https_is_refused(offered: RunningProvider) -> None:
    one = openid.provider(CODE)
    place = f"{one.issuer}/.well-known/openid-configuration"
    about = {"issuer": one.issuer, "authorization_endpoint": "http://linden.example/"}
    openid.address_to_ask(one, openid.Question.new(), "x")
    import hashlib

    key = f"accounts.openid:{hashlib.sha256(place.encode()).hexdigest()}"
    for wrong in (about, {**about, "issuer": "https://elders.example"}):
        cache.set(key, wrong)
        with pytest.raises(openid.ProviderFailed):
            openid.address_to_ask(one, openid.Question.new(), "x")
    with pytest.raises(openid.ProviderFailed):
        openid.address_to_ask(replace(one, issuer="http://localhost:9"), openid.Question.new(), "x")


@pytest.mark.usefixtures("as_system")
def test_it_is_on_record(walker: Walker) -> None:
    walker.is_there_as("anna", NEW)
    walker.goes_round()
    events = LogEntry.objects.filter(client_uuid=Person.objects.get().uuid).order_by("seq")
    assert [line.event for line in events] == [
        "accounts.person_made",
        "accounts.account_linked",
        "accounts.signed_in",
    ]
