"""The six plans of the example, and K1: not one of their words stands open in the database, in a
dump of it or in the log."""

import io
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.management import call_command

from tests.cast import TODAY
from wijknetwerk.core.models import LogEntry, OutgoingMail
from wijknetwerk.mutual_aid.tests.test_concerns import traces_of
from wijknetwerk.networks import example_network
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans import example
from wijknetwerk.plans.models import (
    Agreement,
    AgreementState,
    AgreementStep,
    Choice,
    CircleMember,
    Conference,
    ConferenceState,
    EmergencyLook,
    Message,
    Need,
    PlanDocument,
    Referral,
    Representative,
    ResidentPlan,
    WellbeingSnapshot,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.privacy.models import Consent


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
    for model, states in ((Agreement, AgreementState), (Conference, ConferenceState)):
        assert set(model.objects.values_list("state", flat=True)) == set(states.values)
    referred = Referral.objects.order_by("state").values_list("state", flat=True)
    assert list(referred) == ["asked", "asked", "done", "refused"]
    assert EmergencyLook.objects.get().reviewed_at is None
    deciding = Representative.objects.filter(seen_at__isnull=False, ended_at=None)
    kinds = sorted((one.kind, len(one.parts)) for one in deciding)
    assert kinds == [("bewindvoerder", 1), ("mentor", len(Part))]
    assert Message.objects.filter(left_out__isnull=False).count() == 1
    assert PlanDocument.objects.count() == 3
    assert WellbeingSnapshot.objects.order_by("on").first().on < TODAY - timedelta(days=365)
    assert set(Need.objects.values_list("choice", flat=True)) == {"", *Choice.values}
    assert AgreementStep.objects.filter(by_link=True).count() == 2
    carers = CircleMember.objects.filter(role="carer").values_list("membership__person", flat=True)
    assert sorted(Counter(carers).values()) == [1, 2]
    assert LogEntry.objects.filter(event="privacy.consent_withdrawn").count() == 1
    assert LogEntry.objects.filter(event="plans.watcher_named").count() == 1
    assert Waiting.objects.filter(kind="plans.review", done_at=None).count() == 1
    assert (
        Consent.objects.filter(how="spoken", purpose__startswith="plan", withdrawal=None).count()
        == 2
    )
    assert OutgoingMail.objects.filter(purpose="plans.agreement").count() == 1
    said = set(_sentences(example.told_of("presikhaaf")))
    assert len(said) > 50
    assert traces_of(*said) == []
    dump = io.StringIO()
    call_command("dumpdata", "plans", "core.logentry", "notices", "privacy", stdout=dump)
    assert [one for one in said if one in dump.getvalue()] == []
