"""A2: without a line in the log the door stays shut; a refusal leaves its line and nothing else."""

import json

import pytest
from django.db import connection, transaction

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import log, scope
from wijknetwerk.core.errors import LogUnavailable
from wijknetwerk.core.models import LogEntry, UsedForm

pytestmark = pytest.mark.urls("tests.core.pages")


@pytest.fixture
def full_log(db: None) -> None:
    """Nobody can write the log."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "REVOKE INSERT ON core_logentry FROM wijknetwerk_web, wijknetwerk_worker"
            )
        else:
            cursor.execute(
                "CREATE TRIGGER full_log BEFORE INSERT ON core_logentry"
                " BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            )


def events(cast: Cast) -> list[tuple[str, int]]:
    with scope.acting(SYSTEM):
        found = LogEntry.objects.filter(user_uuid=cast.dewi.uuid).order_by("occurred_at")
        return [(line.event, line.outcome) for line in found]


def test_a_look_is_in_the_log_when_the_page_is_shown(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in("dewi").get("/tests/shows_a_person").status_code == 200
    assert events(cast) == [("tests.look", 0)]


def test_a_page_that_forgets_to_log_stays_shut(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in("dewi").get("/tests/forgets_to_log")
    assert answer.status_code == 503
    assert b"secret" not in answer.content


def test_a_page_without_a_rule_is_not_there(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in("dewi").get("/tests/without_a_rule")
    assert answer.status_code == 404
    assert b"secret" not in answer.content


def test_when_the_log_cannot_be_written_nothing_is_shown(
    cast: Cast, sign_in: SignIn, full_log: None
) -> None:
    answer = sign_in("dewi").get("/tests/shows_a_person")
    assert answer.status_code == 503
    assert b"secret" not in answer.content
    assert events(cast) == []


def test_when_the_log_cannot_be_written_nothing_is_stored(
    cast: Cast, sign_in: SignIn, full_log: None
) -> None:
    assert sign_in("dewi").post("/tests/acts").status_code == 503
    assert not UsedForm.objects.exists()


def test_a_service_gets_an_error_when_the_log_cannot_be_written(cast: Cast, full_log: None) -> None:
    @transaction.atomic
    def service() -> None:
        UsedForm.objects.create(form_id=cast.dewi.uuid, used_at=cast.dewi.created_at)
        log.record(SYSTEM, "tests.done", cast.linde)

    with scope.acting(SYSTEM), pytest.raises(LogUnavailable):
        service()
    assert not UsedForm.objects.exists()


def test_a_refused_act_leaves_its_line_in_the_log_and_nothing_else(
    cast: Cast, sign_in: SignIn
) -> None:
    assert sign_in("dewi").post("/tests/is_refused").status_code == 403
    assert events(cast) == [("core.refused.not_allowed", 8)]
    assert not UsedForm.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_refusals_and_looks_are_committed_by_themselves(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    browser.post("/tests/is_refused")
    browser.get("/tests/shows_a_person")
    assert not connection.in_atomic_block
    assert events(cast) == [("core.refused.not_allowed", 8), ("tests.look", 0)]
    assert not UsedForm.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_look_inside_a_transaction_that_could_be_undone_is_a_fault(
    cast: Cast, settings: object
) -> None:
    settings.TESTING = False  # type: ignore[attr-defined]
    actor = cast.actor("dewi")
    with scope.acting(actor), transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        log.look(actor, "tests.look", None)


def test_the_log_holds_ids_only(cast: Cast, sign_in: SignIn) -> None:
    sign_in("dewi").get("/tests/shows_a_person", REMOTE_ADDR="203.0.113.77")
    with scope.acting(SYSTEM):
        line = LogEntry.objects.filter(event="tests.look").values().get()
    told = json.dumps(line, default=str)
    for personal in (cast.dewi.email, cast.dewi.family_name, cast.dewi.given_name, "203.0.113.77"):
        assert str(personal) not in told
    assert line["access_point"] == "203.0.113.0/24"


def test_a_line_has_what_nen_7513_asks(cast: Cast, sign_in: SignIn) -> None:
    sign_in("dewi").get("/tests/shows_a_person")
    with scope.acting(SYSTEM):
        line = LogEntry.objects.get(event="tests.look")
        change = log.record(cast.actor("els"), "tests.changed", cast.linde, client=cast.amina.uuid)
    assert line.user_uuid == cast.dewi.uuid
    assert (line.action, line.outcome, line.is_requestor) == ("R", 0, True)
    assert line.client_uuid == cast.dewi.uuid
    assert line.site
    assert line.source
    assert line.policy_version
    assert line.traceparent.startswith("00-")
    assert change.role_codes == "professional"
    assert change.organisation_uuid is not None
    assert change.relation_uuid == cast.members["els"].uuid
    assert (change.network_uuid, change.client_uuid) == (cast.linde.uuid, cast.amina.uuid)
