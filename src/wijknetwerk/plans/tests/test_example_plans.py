"""The six plans of the example, and K1: not one of their words stands open in the database, in a
dump of it or in the log."""

import io
import tomllib
from collections.abc import Iterator
from typing import Any

from django.core.management import call_command

from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid.tests.test_concerns import traces_of
from wijknetwerk.networks import example_network
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans import example
from wijknetwerk.plans.models import (
    Agreement,
    AgreementState,
    Conference,
    EmergencyLook,
    Referral,
    ResidentPlan,
)


def _sentences(told: Any) -> Iterator[str]:
    """Every sentence of the file: all that has a space in it."""
    if isinstance(told, str):
        if " " in told:
            yield told
    elif isinstance(told, dict):
        for value in told.values():
            yield from _sentences(value)
    elif isinstance(told, list):
        for value in told:
            yield from _sentences(value)


def test_the_example_shows_six_plans_and_no_word_of_them_stands_open(as_system: None) -> None:
    example_network.load_all()
    example.load_all()
    example.load_all()  # twice is once
    assert ResidentPlan.objects.count() == 6
    states = set(Agreement.objects.values_list("state", flat=True))
    assert states == set(AgreementState.values)
    assert Referral.objects.get().state == "refused"
    assert Conference.objects.get().state == "sent"
    assert EmergencyLook.objects.get().reviewed_at is None
    assert LogEntry.objects.filter(event="privacy.consent_withdrawn").count() == 1
    assert Waiting.objects.filter(kind="plans.review", done_at=None).count() == 1
    path = example.FOLDER / "presikhaaf.toml"
    said = set(_sentences(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert len(said) > 50
    assert traces_of(*said) == []
    dump = io.StringIO()
    call_command("dumpdata", "plans", "core.logentry", "notices", "privacy", stdout=dump)
    assert [one for one in said if one in dump.getvalue()] == []
