"""The ledger itself: what stands in a line, who ends what, and that it says so (standards A2)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.privacy import access, selectors, services
from wijknetwerk.privacy.models import Consent, ConsentText, Withdrawal
from wijknetwerk.privacy.purposes import (
    OF_A_PLAN,
    PHONE_AS_CONNECTOR,
    PHONE_FOR_MEMBERS,
    PLAN_CARE,
    PLAN_ONE_THING,
    PLAN_OWN_PEOPLE,
    PLAN_WATCH,
    PUBLIC_PAGE,
    PURPOSES,
    Deed,
    Given,
    Ground,
    PartyKind,
    Purpose,
    hash_of,
)

ELS, PARTY = UUID(int=11), UUID(int=12)


def give(cast: Cast, name: str = "amina", **changes: Any) -> Consent:
    """A consent of Amina to Els for care, given by whoever is named."""
    values: dict[str, Any] = {
        "actor": cast.actor(name),
        "person": (cast.amina.pk, cast.amina.uuid),
        "network_uuid": cast.linde.uuid,
        "purpose": PLAN_CARE,
        "party_kind": PartyKind.PERSON,
        "party_uuid": ELS,
        "parts": ["words"],
    }
    with scope.acting(SYSTEM):
        return services.give_consent(**{**values, **changes})


def in_force() -> set[int]:
    with scope.acting(SYSTEM):
        return set(selectors.of_a_plan().values_list("pk", flat=True))


def test_a_line_holds_what_was_said(cast: Cast) -> None:
    with translation.override("en"):
        made = give(
            cast,
            "joost",
            ground=Ground.PUBLIC_TASK,
            ground_note="Wmo 2015",
            deeds=(Deed.READ, Deed.DISCUSS),
            how=Given.SPOKEN,
            lasts=timedelta(days=30),
            given_by=cast.bas.pk,
            parts=["words", "needs"],
            text="Els sees this.",
        )
    with scope.acting(SYSTEM):
        row = Consent.objects.select_related("text").get(pk=made.pk)
    assert (row.network_uuid, row.person_id) == (cast.linde.uuid, cast.amina.pk)
    assert (row.party_kind, row.party_uuid, row.purpose) == ("person", ELS, "plan_care")
    assert (row.ground, row.ground_note, row.how) == ("public_task", "Wmo 2015", "spoken")
    assert (row.parts, row.deeds) == (["words", "needs"], ["read", "discuss"])
    assert (row.valid_from, row.valid_until) == (NOW, NOW + timedelta(days=30))
    assert (row.given_by_id, row.recorded_by_id) == (cast.bas.pk, cast.joost.pk)
    assert (row.text.text, row.text.language) == ("Els sees this.", "en")
    assert (row.text.text_hash, row.text.first_shown_at) == (hash_of("Els sees this."), NOW)


def test_what_is_not_said_is_the_least(cast: Cast) -> None:
    """To read, on consent, here by themselves, for a year; parts and words of the purpose."""
    made = give(cast, actor=SYSTEM, purpose=PLAN_WATCH, parts=None)
    assert (made.ground, made.ground_note, made.how) == ("consent", "", "in_app")
    assert (made.parts, made.deeds) == (["watch"], ["read"])
    assert made.valid_until - made.valid_from == services.LONGEST == timedelta(days=366)
    assert (made.given_by_id, made.recorded_by_id) == (cast.amina.pk, cast.amina.pk)
    assert made.text.text == PLAN_WATCH.shown("nl") != PLAN_WATCH.shown("en")
    assert made.text.language == "nl"
    again = give(cast, actor=SYSTEM, purpose=PLAN_WATCH, parts=None)
    assert again.text_id == made.text_id
    assert ConsentText.objects.count() == 1


def test_without_a_language_it_is_dutch(cast: Cast) -> None:
    with translation.override(None):
        made = give(cast, purpose=PUBLIC_PAGE, party_kind=PartyKind.PUBLIC, party_uuid=None)
    assert made.text.language == "nl"
    assert made.text.text == PUBLIC_PAGE.shown("nl")


def test_giving_and_ending_are_on_record_with_purpose_and_whose(cast: Cast) -> None:
    made = give(cast)
    with scope.acting(SYSTEM):
        services.withdraw_consent(actor=cast.actor("amina"), consent=made.uuid)
        lines = LogEntry.objects.filter(consent_uuid=made.uuid).order_by("seq")
        assert [(line.event, line.action, line.purpose_code) for line in lines] == [
            ("privacy.consent_given", "C", "plan_care"),
            ("privacy.consent_withdrawn", "U", "plan_care"),
        ]
        assert {line.client_uuid for line in lines} == {cast.amina.uuid}
        assert {line.object_uuid for line in lines} == {str(made.uuid)}
        row = Withdrawal.objects.get()
    assert (row.consent_id, row.person_id) == (made.pk, cast.amina.pk)
    assert (row.network_uuid, row.withdrawn_at) == (cast.linde.uuid, NOW)
    assert row.withdrawn_by_id == cast.amina.pk


def test_what_the_platform_ends_stands_on_the_name_of_whose_it_is(cast: Cast) -> None:
    give(cast)
    amina = (cast.amina.pk, cast.amina.uuid)
    with scope.acting(SYSTEM):
        ended = services.end_decided(
            actor=SYSTEM, person=amina, network_uuid=cast.linde.uuid, purposes=OF_A_PLAN
        )
        assert ended == 1
        assert Withdrawal.objects.get().withdrawn_by_id == cast.amina.pk


def test_an_end_counts_from_its_instant_and_not_before(cast: Cast) -> None:
    made = give(cast)
    later = NOW + timedelta(hours=1)
    with clock.frozen(later), scope.acting(SYSTEM):
        services.withdraw_consent(actor=cast.actor("amina"), consent=made.uuid)
        assert in_force() == set()
    assert in_force() == {made.pk}
    with clock.frozen(NOW - timedelta(microseconds=1)):
        assert in_force() == set()


def _ends(cast: Cast, **which: Any) -> int:
    amina = (cast.amina.pk, cast.amina.uuid)
    with scope.acting(SYSTEM):
        return services.end_decided(
            actor=SYSTEM,
            **{
                "person": amina,
                "network_uuid": cast.linde.uuid,
                "purposes": OF_A_PLAN,
                **which,
            },
        )


def test_ending_ends_what_was_meant_and_nothing_beside_it(cast: Cast) -> None:
    meant = give(cast)
    beside = {
        give(cast, person=(cast.bas.pk, cast.bas.uuid)).pk,
        give(cast, network_uuid=cast.oosterpoort.uuid).pk,
        give(cast, purpose=PLAN_WATCH).pk,
        give(cast, party_kind=PartyKind.ORGANISATION, party_uuid=PARTY).pk,
    }
    second = give(cast)
    assert _ends(cast, consent=meant.uuid) == 1
    assert in_force() == beside | {second.pk}
    assert _ends(cast, consent=meant.uuid) == 0
    assert _ends(cast, of_party=ELS, purposes=(PLAN_CARE,), event="plans.closed_to_them") == 1
    assert in_force() == beside
    with scope.acting(SYSTEM):
        assert LogEntry.objects.get(event="plans.closed_to_them").consent_uuid == second.uuid
    assert _ends(cast, purposes=(PLAN_OWN_PEOPLE, PLAN_ONE_THING)) == 0
    assert _ends(cast) == 2
    assert len(in_force()) == 2


@pytest.mark.parametrize("purpose", [None, PHONE_AS_CONNECTOR])
def test_an_ended_membership_ends_all_or_the_one_purpose(
    cast: Cast, purpose: Purpose | None
) -> None:
    give(cast, purpose=PHONE_AS_CONNECTOR)
    give(cast)
    give(cast, network_uuid=cast.oosterpoort.uuid, purpose=PHONE_AS_CONNECTOR)
    give(cast, person=(cast.bas.pk, cast.bas.uuid), purpose=PHONE_AS_CONNECTOR)
    amina = (cast.amina.pk, cast.amina.uuid)
    ends = {"actor": SYSTEM, "person": amina, "network_uuid": cast.linde.uuid, "purpose": purpose}
    with scope.acting(SYSTEM):
        assert services.end_with_membership(**ends) == (1 if purpose else 2)  # type: ignore[arg-type]
        assert services.end_with_membership(**ends) == 0  # type: ignore[arg-type]
        assert len(in_force()) == (1 if purpose else 0)
        ended = LogEntry.objects.filter(event="privacy.consent_ended_with_membership")
        assert {line.client_uuid for line in ended} == {cast.amina.uuid}
        assert ended.count() == Withdrawal.objects.count() == (1 if purpose else 2)


def test_ending_a_purpose_ends_ones_own_in_that_network(cast: Cast) -> None:
    ends = {"actor": cast.actor("amina"), "network_uuid": cast.linde.uuid}
    for _each in range(2):
        give(cast, purpose=PHONE_FOR_MEMBERS)
    give(cast, purpose=PHONE_FOR_MEMBERS, network_uuid=cast.oosterpoort.uuid)
    give(cast, purpose=PUBLIC_PAGE)
    give(cast, purpose=PHONE_FOR_MEMBERS, person=(cast.bas.pk, cast.bas.uuid))
    with scope.acting(SYSTEM):
        assert services.withdraw_for_purpose(purpose=PHONE_FOR_MEMBERS, **ends) == 2
        assert services.withdraw_for_purpose(purpose=PHONE_FOR_MEMBERS, **ends) == 0
        assert Withdrawal.objects.count() == 2


def test_what_hangs_on_a_consent_ends_with_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[Actor, UUID, str]] = []
    for purpose in (PLAN_CARE, PLAN_WATCH):
        monkeypatch.setitem(
            services.when_withdrawn,
            purpose.code,
            lambda actor, network, what: heard.append((actor, network, what.code)),
        )
    amina = cast.actor("amina")
    for purpose in (PLAN_CARE, PLAN_ONE_THING):
        made = give(cast, purpose=purpose)
        with scope.acting(SYSTEM):
            services.withdraw_consent(actor=amina, consent=made.uuid)
    assert heard == [(amina, cast.linde.uuid, "plan_care")]


def test_ones_own_lines_are_seen_and_ended_by_oneself(cast: Cast) -> None:
    made = give(cast)
    amina = cast.actor("amina")
    with scope.acting(SYSTEM):
        assert access.own_consent_for(amina, made.uuid) == made
        assert not access.own_consents(SYSTEM).exists()
        assert not access.own_consents(cast.actor("bas")).exists()
        with pytest.raises(NotFound):
            access.own_consent_for(amina, UUID(int=0))
        with pytest.raises(NotFound):
            access.own_consent_for(cast.actor("bas"), made.uuid)
        with pytest.raises(NotAllowed):
            access.own_consents(replace(amina, noting_for=cast.bakker.uuid))


def test_a_yes_to_one_party_is_no_yes_to_another_and_one_to_all_counts_for_each(
    cast: Cast,
) -> None:
    def allows(**which: Any) -> bool:
        asked = {"person_id": cast.amina.pk, "network_uuid": cast.linde.uuid, "purpose": PLAN_CARE}
        with scope.acting(SYSTEM):
            return selectors.is_allowed(**{**asked, **which})

    give(cast)
    assert allows(party_uuid=ELS)
    assert not allows(party_uuid=PARTY)
    assert not allows()
    assert not allows(party_uuid=ELS, person_id=cast.bas.pk)
    assert not allows(party_uuid=ELS, network_uuid=cast.oosterpoort.uuid)
    assert not allows(party_uuid=ELS, purpose=PLAN_WATCH)
    give(cast, purpose=PUBLIC_PAGE, party_kind=PartyKind.PUBLIC, party_uuid=None)
    assert allows(purpose=PUBLIC_PAGE, party_uuid=PARTY)
    with scope.acting(SYSTEM):
        assert selectors.consents_in_force(PUBLIC_PAGE).count() == 1


def test_my_own_page_says_what_holds_newest_first(cast: Cast) -> None:
    first = give(cast, lasts=timedelta(days=1))
    with clock.frozen(NOW + timedelta(hours=1)):
        second = give(cast, purpose=PLAN_WATCH)
        with scope.acting(SYSTEM):
            services.withdraw_consent(actor=cast.actor("amina"), consent=second.uuid)
    last = NOW + timedelta(days=1)
    for at, holds in ((last - timedelta(microseconds=1), True), (last, False)):
        with clock.frozen(at), scope.acting(SYSTEM):
            shown = selectors.consents_of(actor=cast.actor("amina"))
        assert [(one.uuid, one.holds) for one in shown] == [
            (second.uuid, False),
            (first.uuid, holds),
        ]
    assert [one.ended_at for one in shown] == [NOW + timedelta(hours=1), None]
    assert shown[1].title == PLAN_CARE.title
    with clock.frozen(NOW - timedelta(seconds=1)), scope.acting(SYSTEM):
        assert not any(one.holds for one in selectors.consents_of(actor=cast.actor("amina")))


@pytest.mark.once
def test_purposes_are_a_closed_list() -> None:
    assert [one.code for one in OF_A_PLAN] == [
        "plan_own_people",
        "plan_care",
        "plan_one_thing",
        "plan_watch",
    ]
    beside = ["public_page", "phone_for_members", "phone_as_connector"]
    assert list(PURPOSES) == [*beside, *(one.code for one in OF_A_PLAN)]
    assert all(PURPOSES[code].code == code for code in PURPOSES)
    assert PUBLIC_PAGE.parts == ("name", "role", "introduction")
    assert PHONE_FOR_MEMBERS.parts == PHONE_AS_CONNECTOR.parts == ("phone",)
    assert PLAN_OWN_PEOPLE.parts == PLAN_CARE.parts == PLAN_ONE_THING.parts == ()
    assert Deed.values == ["read", "write", "discuss"]
    assert Given.values == ["in_app", "on_paper", "spoken"]
    assert PartyKind.values == ["person", "organisation", "team", "network", "public"]
    grounds = ["consent", "contract", "legal_duty", "vital_interest", "public_task"]
    assert Ground.values == [*grounds, "legitimate_interest"]
    assert PLAN_WATCH.text_hash("nl") == hash_of(PLAN_WATCH.shown("nl"))
    assert PLAN_WATCH.text_hash("nl") != PLAN_WATCH.text_hash("en")
