"""The ledger about plans, whole and per plan; what holds at which instant; and what an end leaves
on record (standards A2)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.models.once import UsedForm
from wijknetwerk.privacy import selectors, services
from wijknetwerk.privacy.models import Withdrawal
from wijknetwerk.privacy.purposes import (
    OF_A_PLAN,
    PLAN_CARE,
    PLAN_WATCH,
    PUBLIC_PAGE,
    PartyKind,
)
from wijknetwerk.privacy.tests.test_ledger import ELS, give

TICK, HOUR = timedelta(microseconds=1), timedelta(hours=1)


def _end(cast: Cast, consent: UUID, at: Any = NOW) -> None:
    with clock.frozen(at), scope.acting(SYSTEM):
        services.withdraw_consent(actor=cast.actor("amina"), consent=consent)


def test_the_whole_ledger_about_plans_keeps_what_is_over(cast: Cast) -> None:
    kept = [give(cast), give(cast, purpose=PLAN_WATCH, lasts=TICK)]
    give(cast, purpose=PUBLIC_PAGE, party_kind=PartyKind.PUBLIC, party_uuid=None)
    _end(cast, kept[0].uuid)
    with clock.frozen(NOW + HOUR), scope.acting(SYSTEM):
        rows = list(selectors.ledger_of_a_plan().order_by("pk"))
    assert [row.pk for row in rows] == [one.pk for one in kept]
    assert (rows[0].given_by, rows[0].recorded_by) == (cast.amina, cast.amina)
    assert rows[0].withdrawal.withdrawn_at == NOW
    assert rows[0].text.text == kept[0].text.text


def test_what_lapsed_is_not_in_force_for_its_purpose(cast: Cast) -> None:
    give(cast, purpose=PLAN_WATCH, lasts=HOUR)
    for at, counts in ((NOW + HOUR - TICK, 1), (NOW + HOUR, 0)):
        with clock.frozen(at), scope.acting(SYSTEM):
            assert selectors.consents_in_force(PLAN_WATCH).count() == counts


def test_of_one_plan_what_was_allowed_since_it_began(cast: Cast, count_queries: Any) -> None:
    with clock.frozen(NOW - TICK):
        give(cast)  # of the plan before
    first = give(cast, text="Els reads this.")
    with clock.frozen(NOW + HOUR):
        second = give(cast, purpose=PLAN_WATCH, party_uuid=cast.ben.uuid)
        give(cast, person=(cast.bas.pk, cast.bas.uuid))
        give(cast, network_uuid=cast.oosterpoort.uuid)
        give(cast, purpose=PUBLIC_PAGE, party_kind=PartyKind.PUBLIC, party_uuid=None)
    _end(cast, first.uuid, NOW + HOUR)
    amina, linde = cast.amina.pk, cast.linde.uuid
    with clock.frozen(NOW + HOUR), scope.acting(SYSTEM), count_queries() as asked:
        shown = selectors.plan_consents(person_id=amina, network_uuid=linde, since=NOW)
    assert asked.count == 1
    assert [(one.party_kind, one.party, one.shown.uuid) for one in shown] == [
        ("person", ELS, first.uuid),
        ("person", cast.ben.uuid, second.uuid),
    ]
    assert [one.shown.holds for one in shown] == [False, True]
    assert (shown[0].shown.text, shown[0].shown.ended_at) == ("Els reads this.", NOW + HOUR)


def test_it_holds_from_its_first_instant_until_that_of_its_end(cast: Cast) -> None:
    made = give(cast)
    _end(cast, made.uuid, NOW + HOUR)
    for at, holds in (
        (NOW - TICK, False),
        (NOW, True),
        (NOW + HOUR - TICK, True),
        (NOW + HOUR, False),
    ):
        with clock.frozen(at), scope.acting(SYSTEM):
            (shown,) = selectors.consents_of(actor=cast.actor("amina"))
        assert (at, shown.holds) == (at, holds)


def test_who_ends_it_for_somebody_stands_in_the_end_and_whose_it_was_in_the_log(
    cast: Cast,
) -> None:
    made = give(cast)
    amina = (cast.amina.pk, cast.amina.uuid)
    which: dict[str, Any] = {"network_uuid": cast.linde.uuid, "purposes": OF_A_PLAN}
    with scope.acting(SYSTEM):
        services.end_decided(actor=cast.actor("bas"), person=amina, **which)
        row = Withdrawal.objects.get()
        line = LogEntry.objects.get(event="privacy.consent_withdrawn")
    assert (row.withdrawn_by_id, row.person_id) == (cast.bas.pk, cast.amina.pk)
    assert (line.client_uuid, line.user_uuid) == (cast.amina.uuid, cast.bas.uuid)
    assert line.consent_uuid == made.uuid


def test_where_what_hangs_on_it_cannot_end_it_does_not_end(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half: 'stopped' on the page while what was shared by it still stands."""

    def fails(*_said: Any) -> None:
        raise RuntimeError

    made = give(cast)
    monkeypatch.setitem(services.when_withdrawn, PLAN_CARE.code, fails)
    with pytest.raises(RuntimeError):
        _end(cast, made.uuid)
    with scope.acting(SYSTEM):
        assert not Withdrawal.objects.exists()
        assert [one.pk for one in selectors.of_a_plan()] == [made.pk]


def test_what_is_refused_says_which_rule(cast: Cast) -> None:
    with pytest.raises(services.ConsentTooLong) as long:
        give(cast, lasts=services.LONGEST + TICK)
    assert long.value.code == "consent_too_long"
    made = give(cast)
    _end(cast, made.uuid)
    with pytest.raises(services.AlreadyWithdrawn) as twice:
        _end(cast, made.uuid)
    assert twice.value.code == "already_withdrawn"


def test_what_was_kept_long_enough_is_on_record_as_an_end(cast: Cast) -> None:
    keep = registries.retention["core.used_forms"].keep
    with scope.acting(SYSTEM):
        UsedForm.objects.create(form_id="0" * 32, used_at=NOW - keep - TICK)
        services.expire_records(actor=SYSTEM)
        assert LogEntry.objects.get(event="privacy.expired").action == "D"
