"""A5: nobody takes over a person. Help with signing in takes two people and a delay."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client

from tests.cast import NOW, PASSWORD, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts import access, demo, jobs
from wijknetwerk.accounts.models import Recovery
from wijknetwerk.accounts.services import recovery as service
from wijknetwerk.accounts.tests.helpers import (
    is_signed_in,
    link_in,
    purposes,
    sign_in_by_code,
)
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import Membership, MembershipRole

ADDRESS = "els@voorbeeld.example"
LIST = "/mijn-account/hulp/de-linde/"
SPOKEN = {"spoken": "on", "new_email": ""}


@pytest.fixture
def els_lost_it(cast: Cast) -> Cast:
    """Els has an authenticator, and lost it."""
    EmailAddress.objects.create(user=cast.els, email=ADDRESS, primary=True, verified=True)
    demo.give_authenticator(cast.els, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    return cast


def _start(client: Client, person: UUID, **more: str) -> int:
    return client.post(f"{LIST}{person}/", {**SPOKEN, **more}).status_code


def _confirm(client: Client) -> int:
    recovery = Recovery.objects.get()
    return client.post(f"{LIST}bevestigen/{recovery.uuid}/").status_code


def _work() -> None:
    with scope.acting(SYSTEM):
        jobs.finish_recoveries(actor=SYSTEM)


def test_two_people_and_three_days_let_somebody_in_again(
    els_lost_it: Cast, sign_in: SignIn
) -> None:
    assert _start(sign_in("dewi"), els_lost_it.els.uuid) == 302
    assert _confirm(sign_in("joost")) == 302
    with clock.frozen(NOW + timedelta(days=3, minutes=-1)):
        _work()
    assert Authenticator.objects.filter(user=els_lost_it.els).exists()
    with clock.frozen(NOW + timedelta(days=3)):
        _work()
    assert not Authenticator.objects.filter(user=els_lost_it.els).exists()
    assert purposes(ADDRESS) == [
        "accounts.recovery_started",
        "accounts.recovery_confirmed",
        "accounts.recovery_done",
    ]
    assert is_signed_in(sign_in_by_code(ADDRESS))


def test_one_person_can_not_do_it_alone(els_lost_it: Cast, sign_in: SignIn) -> None:
    dewi = sign_in("dewi")
    _start(dewi, els_lost_it.els.uuid)
    assert _confirm(dewi) == 403
    with clock.frozen(NOW + timedelta(days=30)):
        _work()
    assert Authenticator.objects.filter(user=els_lost_it.els).exists()
    assert Recovery.objects.get().stopped_at is not None


def test_nobody_helps_themselves(cast: Cast, sign_in: SignIn) -> None:
    assert _start(sign_in("dewi"), cast.dewi.uuid) == 403
    _start(sign_in("ad"), cast.dewi.uuid)
    assert _confirm(sign_in("dewi")) == 403


@pytest.mark.parametrize("name", ["vera", "farid", "sam", "otto", "amina", "els", "ben", "lena"])
def test_nobody_else_starts_it(cast: Cast, sign_in: SignIn, name: str) -> None:
    assert _start(sign_in(name), cast.bas.uuid) in {403, 404}
    assert not Recovery.objects.exists()


@pytest.mark.parametrize("name", ["vera", "farid", "sam", "otto", "amina", "ben"])
def test_nobody_else_confirms_it(cast: Cast, sign_in: SignIn, name: str) -> None:
    _start(sign_in("dewi"), cast.bas.uuid)
    assert _confirm(sign_in(name)) in {403, 404}
    assert Recovery.objects.get().confirmed_by is None


@pytest.mark.parametrize("name", ["sam", "otto", "farid", "vera"])
def test_only_a_present_member_is_helped(cast: Cast, sign_in: SignIn, name: str) -> None:
    assert _start(sign_in("dewi"), cast.people[name].uuid) == 404


def test_it_asks_a_second_factor_of_both(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("dewi", second_factor=False)
    answer = client.post(f"{LIST}{cast.bas.uuid}/", SPOKEN)
    assert answer["Location"].startswith("/mijn-account/tweede-stap/")
    assert not Recovery.objects.exists()


def test_the_person_stops_it_with_one_tap(els_lost_it: Cast, sign_in: SignIn) -> None:
    _start(sign_in("dewi"), els_lost_it.els.uuid)
    first = link_in(ADDRESS)
    _confirm(sign_in("ad"))
    assert Client().get(first).status_code == 200
    assert Recovery.objects.get().stopped_at is None
    assert Client().post(first).status_code == 302
    with clock.frozen(NOW + timedelta(days=4)):
        _work()
    assert Authenticator.objects.filter(user=els_lost_it.els).exists()
    assert Client().post(first).status_code == 404


def test_a_new_address_is_told_to_the_old_one_and_counts_after_the_delay(
    els_lost_it: Cast, sign_in: SignIn
) -> None:
    _start(sign_in("dewi"), els_lost_it.els.uuid, new_email="els2@voorbeeld.example")
    _confirm(sign_in("priya"))
    assert purposes(ADDRESS) == ["accounts.recovery_started", "accounts.recovery_confirmed"]
    with clock.frozen(NOW + timedelta(days=3)):
        _work()
    els_lost_it.els.refresh_from_db()
    assert els_lost_it.els.email == "els2@voorbeeld.example"
    assert is_signed_in(sign_in_by_code("els2@voorbeeld.example"))
    client = Client()
    client.post("/inloggen/", {"login": ADDRESS, "password": PASSWORD})
    assert not is_signed_in(client)


def test_an_address_of_somebody_else_is_never_given(els_lost_it: Cast, sign_in: SignIn) -> None:
    _start(sign_in("dewi"), els_lost_it.els.uuid, new_email="bas@voorbeeld.example")
    _confirm(sign_in("ad"))
    with clock.frozen(NOW + timedelta(days=3)):
        _work()
    els_lost_it.els.refresh_from_db()
    assert els_lost_it.els.email == ADDRESS
    assert Recovery.objects.get().stopped_at is not None


def test_the_database_refuses_one_person_twice(cast: Cast) -> None:
    def make(**who: object) -> None:
        with transaction.atomic():
            Recovery.objects.create(in_network=cast.linde.uuid, **who)

    cases: list[Callable[[], None]] = [
        lambda: make(person=cast.bas, started_by=cast.bas),
        lambda: make(
            person=cast.bas, started_by=cast.dewi, confirmed_by=cast.dewi, ripe_at=clock.now()
        ),
        lambda: make(
            person=cast.bas, started_by=cast.dewi, confirmed_by=cast.bas, ripe_at=clock.now()
        ),
        lambda: make(person=cast.bas, started_by=cast.dewi, done_at=clock.now()),
    ]
    for case in cases:
        with pytest.raises(IntegrityError):
            case()


def test_what_is_over_is_over(cast: Cast, sign_in: SignIn) -> None:
    _start(sign_in("dewi"), cast.bas.uuid)
    recovery = Recovery.objects.get()
    service.stop(cast.actor("dewi"), recovery=recovery)
    with pytest.raises(NotFound):
        service.confirm(cast.actor("ad"), standing=cast.actor("ad").standings[0], recovery=recovery)


@pytest.mark.usefixtures("as_system")
def test_each_step_is_on_record(els_lost_it: Cast, sign_in: SignIn) -> None:
    _start(sign_in("dewi"), els_lost_it.els.uuid)
    _confirm(sign_in("ad"))
    with clock.frozen(NOW + timedelta(days=3)):
        _work()
    lines = LogEntry.objects.filter(
        client_uuid=els_lost_it.els.uuid, event__startswith="accounts.recovery_"
    ).order_by("seq")
    assert [(line.event, line.user_uuid) for line in lines] == [
        ("accounts.recovery_started", els_lost_it.dewi.uuid),
        ("accounts.recovery_confirmed", els_lost_it.ad.uuid),
        ("accounts.recovery_done", None),
    ]


def test_a_platform_administrator_reaches_nobodys_account(cast: Cast, sign_in: SignIn) -> None:
    """There is no admin site, and every page of accounts is about oneself, or takes two members."""
    vera = sign_in("vera")
    for path in ("/admin/", LIST, f"{LIST}{cast.bas.uuid}/"):
        assert vera.get(path).status_code == 404
    assert not cast.vera.is_staff


@pytest.mark.parametrize("gone", ["dewi", "joost", "els"])
def test_who_left_or_lost_the_role_within_the_delay_takes_nobody_over(
    els_lost_it: Cast, sign_in: SignIn, gone: str
) -> None:
    _start(sign_in("dewi"), els_lost_it.els.uuid)
    _confirm(sign_in("joost"))
    with scope.acting(SYSTEM):
        tomorrow = NOW.date() + timedelta(days=1)
        ending = Membership if gone == "els" else MembershipRole
        assert ending.objects.filter(person=els_lost_it.people[gone]).update(until_on=tomorrow)
    with clock.frozen(NOW + timedelta(days=3)):
        _work()
    assert Authenticator.objects.filter(user=els_lost_it.els).exists()
    assert Recovery.objects.get().stopped_at is not None


def test_nobody_is_helped_who_cannot_be_told(cast: Cast) -> None:
    standing = cast.actor("dewi").standings[0]
    with pytest.raises(service.CannotBeTold):
        service.start(
            cast.actor("dewi"),
            standing=standing,
            person=cast.bakker,
            new_email="iemand@x.example",
        )


@pytest.mark.parametrize("who", ["dewi", "amina"])
def test_a_place_in_a_network_of_days_is_no_reason_to_trust(
    cast: Cast, as_system: None, who: str
) -> None:
    joined = clock.today() - timedelta(days=settings.RECOVERY_KNOWN_DAYS)
    member = cast.members[who]

    def may() -> bool:
        standing = cast.actor("dewi").standings[0]
        try:
            access.helper_standing(cast.actor("dewi"), "de-linde")
            return bool(access.person_to_help(cast.actor("dewi"), standing, cast.amina.uuid))
        except DomainError:
            return False

    type(member).objects.filter(pk=member.pk).update(from_on=joined + timedelta(days=1))
    assert not may()
    type(member).objects.filter(pk=member.pk).update(from_on=joined)
    assert may()
