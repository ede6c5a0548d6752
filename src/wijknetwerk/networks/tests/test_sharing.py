"""What a member shows rests on a consent in the ledger, and both end together (P2)."""

from datetime import timedelta

from django.test import Client

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import Membership
from wijknetwerk.networks.selectors import public
from wijknetwerk.networks.services import leaving, people, sharing
from wijknetwerk.privacy import selectors, services
from wijknetwerk.privacy.purposes import PHONE_FOR_MEMBERS, PUBLIC_PAGE


def say(cast: Cast, name: str, *, phone: bool, public: bool) -> None:
    actor = cast.actor(name)
    with scope.acting(actor):
        people.describe_myself(
            actor=actor,
            network=cast.linde,
            energies=[],
            introduction="",
            phone_shown=phone,
            shown_publicly=public,
        )


def running(cast: Cast, name: str) -> set[str]:
    actor = cast.actor(name)
    with scope.acting(actor):
        return {str(row.title) for row in selectors.consents_of(actor=actor) if row.holds}


def marks(cast: Cast, name: str) -> tuple[bool, bool]:
    with scope.acting(cast.actor("dewi")):
        row = Membership.objects.get(pk=cast.members[name].pk)
    return row.phone_shown, row.shown_publicly


def test_showing_and_hiding_is_written_into_the_ledger(cast: Cast) -> None:
    say(cast, "amina", phone=True, public=True)
    say(cast, "amina", phone=True, public=True)  # saying it twice gives one consent
    assert running(cast, "amina") == {str(PHONE_FOR_MEMBERS.title), str(PUBLIC_PAGE.title)}
    say(cast, "amina", phone=False, public=True)
    assert running(cast, "amina") == {str(PUBLIC_PAGE.title)}
    assert marks(cast, "amina") == (False, True)


def test_ending_it_in_the_ledger_hides_it_from_the_next_request(cast: Cast) -> None:
    say(cast, "amina", phone=True, public=True)
    say(cast, "bas", phone=True, public=True)
    actor = cast.actor("amina")
    with scope.acting(actor):
        for consent in selectors.consents_of(actor=actor):
            services.withdraw_consent(actor=actor, consent=consent.uuid)
    assert marks(cast, "amina") == (False, False)
    assert marks(cast, "bas") == (True, True)
    with scope.acting(cast.actor("dewi")):
        assert [face.name for face in public.page_of(cast.linde).faces] == [cast.bas.name]


def test_whoever_leaves_shares_nothing_any_more(cast: Cast) -> None:
    say(cast, "amina", phone=True, public=True)
    actor = cast.actor("amina")
    with scope.acting(actor):
        leaving.leave(actor=actor, network=cast.linde)
    assert running(cast, "amina") == set()


def test_what_was_not_said_again_within_a_year_is_hidden(cast: Cast) -> None:
    with clock.frozen(NOW):
        say(cast, "amina", phone=True, public=True)
    with clock.frozen(NOW + timedelta(days=300)):
        say(cast, "bas", phone=True, public=False)
    with clock.frozen(NOW + timedelta(days=365)), scope.acting(SYSTEM):
        assert sharing.end_lapsed() == 0
    with clock.frozen(NOW + timedelta(days=367)), scope.acting(SYSTEM):
        assert sharing.end_lapsed() == 2
        assert sharing.end_lapsed() == 0
    assert marks(cast, "amina") == (False, False)
    assert marks(cast, "bas") == (True, False)


def test_the_page_says_what_is_shared(cast: Cast, sign_in: SignIn) -> None:
    say(cast, "amina", phone=True, public=False)
    page = sign_in("amina").get("/mijn-gegevens/toestemmingen/").text
    assert str(PHONE_FOR_MEMBERS.title) in page
    assert str(PUBLIC_PAGE.title) not in page


def test_who_leads_stands_first_and_after_four_the_others_are_folded(
    cast: Cast, client: Client
) -> None:
    for name in ("bas", "els", "joost", "dewi"):
        say(cast, name, phone=False, public=True)
    about = "/n/de-linde/over/"
    assert "Meer mensen" not in client.get(about).content.decode()
    say(cast, "amina", phone=False, public=True)
    page = client.get(about).content.decode()
    leading = [cast.people[name].name for name in ("dewi", "joost", "els")]
    folded = [cast.people[name].name for name in ("amina", "bas")]
    places = [page.index(words) for words in (*leading, "Meer mensen", *folded)]
    assert places == sorted(places)
