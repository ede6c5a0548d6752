"""What was kept long enough ends by itself, each night, on record."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, registries
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.models.once import UsedForm
from wijknetwerk.privacy import services


@pytest.fixture
def _old_and_new(cast: Cast) -> None:
    keep = registries.retention["core.used_forms"].keep
    for number, age in enumerate((keep + timedelta(seconds=1), keep - timedelta(seconds=1))):
        UsedForm.objects.create(form_id=f"{number:032d}", used_at=clock.now() - age)


@pytest.mark.usefixtures("_old_and_new", "as_system")
def test_only_what_is_too_old_ends_and_the_count_is_logged() -> None:
    counts = services.expire_records(actor=SYSTEM)
    assert counts["core.used_forms"] == 1
    assert UsedForm.objects.count() == 1
    line = LogEntry.objects.get(event="privacy.expired")
    assert line.detail == {"kind": "core.used_forms", "n": 1}
    assert line.occurred_at == NOW


@pytest.mark.usefixtures("as_system")
def test_nothing_to_end_leaves_no_line(cast: Cast) -> None:
    services.expire_records(actor=SYSTEM)
    assert not LogEntry.objects.filter(event="privacy.expired").exists()
