"""The consent ledger: closed purposes, at most twelve months, ended at once, only added to."""

from datetime import timedelta

import pytest

from tests.cast import NOW, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.privacy import selectors, services
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import PHONE_FOR_MEMBERS, PUBLIC_PAGE, PartyKind


def give(cast: Cast, **changes: object) -> Consent:
    values: dict[str, object] = {
        "actor": cast.actor("amina"),
        "person": (cast.amina.pk, cast.amina.uuid),
        "network_uuid": cast.linde.uuid,
        "purpose": PUBLIC_PAGE,
        "party_kind": PartyKind.PUBLIC,
        "party_uuid": None,
    }
    with scope.acting(cast.actor("amina")):
        return services.give_consent(**{**values, **changes})  # type: ignore[arg-type]


def allowed(cast: Cast, as_whom: str = "dewi") -> bool:
    with scope.acting(cast.actor(as_whom)):
        return selectors.is_allowed(
            person_id=cast.amina.pk, network_uuid=cast.linde.uuid, purpose=PUBLIC_PAGE
        )


def test_nothing_is_allowed_that_was_not_given(cast: Cast) -> None:
    assert not allowed(cast)


def test_a_consent_counts_for_its_purpose_only(cast: Cast) -> None:
    give(cast)
    assert allowed(cast)
    with scope.acting(cast.actor("dewi")):
        assert not selectors.is_allowed(
            person_id=cast.amina.pk, network_uuid=cast.linde.uuid, purpose=PHONE_FOR_MEMBERS
        )


def test_a_withdrawal_counts_from_the_next_question(cast: Cast) -> None:
    consent = give(cast)
    with scope.acting(cast.actor("amina")):
        services.withdraw_consent(actor=cast.actor("amina"), consent=consent.uuid)
    assert not allowed(cast)


def test_a_consent_ends_by_itself_at_its_last_instant(cast: Cast) -> None:
    give(cast, lasts=timedelta(days=30))
    with clock.frozen(NOW + timedelta(days=30) - timedelta(microseconds=1)):
        assert allowed(cast)
    with clock.frozen(NOW + timedelta(days=30)):
        assert not allowed(cast)


def test_a_consent_lasts_at_most_twelve_months(cast: Cast) -> None:
    give(cast, lasts=timedelta(days=366))
    with pytest.raises(services.ConsentTooLong):
        give(cast, lasts=timedelta(days=366, microseconds=1))


def test_nobody_else_can_end_it(cast: Cast) -> None:
    consent = give(cast)
    for name in ("dewi", "priya", "farid", "vera"):
        with scope.acting(cast.actor(name)), pytest.raises(NotFound):
            services.withdraw_consent(actor=cast.actor(name), consent=consent.uuid)
    assert allowed(cast)


def test_it_can_be_ended_once(cast: Cast) -> None:
    consent = give(cast)
    with scope.acting(cast.actor("amina")):
        services.withdraw_consent(actor=cast.actor("amina"), consent=consent.uuid)
        with pytest.raises(services.AlreadyWithdrawn):
            services.withdraw_consent(actor=cast.actor("amina"), consent=consent.uuid)


def test_who_left_the_network_can_still_end_it(cast: Cast) -> None:
    consent = give(cast)
    with scope.acting(cast.actor("dewi")):
        member = cast.members["amina"]
        type(member).objects.filter(pk=member.pk).update(until_on=clock.today())
    with scope.acting(cast.actor("amina")):
        services.withdraw_consent(actor=cast.actor("amina"), consent=consent.uuid)
    assert not allowed(cast)


def test_the_exact_words_are_kept_with_it(cast: Cast) -> None:
    consent = give(cast)
    assert consent.text.text == PUBLIC_PAGE.shown(consent.text.language)
    assert consent.text_id == PUBLIC_PAGE.text_hash(consent.text.language)


def test_giving_and_ending_stand_in_the_log_of_the_person(cast: Cast, as_system: None) -> None:
    consent = give(cast)
    services.withdraw_consent(actor=cast.actor("amina"), consent=consent.uuid)
    lines = LogEntry.objects.filter(client_uuid=cast.amina.uuid).order_by("seq")
    assert [line.event for line in lines] == ["privacy.consent_given", "privacy.consent_withdrawn"]
    assert {line.consent_uuid for line in lines} == {consent.uuid}


def test_another_network_does_not_see_the_ledger(cast: Cast) -> None:
    give(cast)
    with scope.acting(cast.actor("farid")):
        assert not Consent.objects.exists()
