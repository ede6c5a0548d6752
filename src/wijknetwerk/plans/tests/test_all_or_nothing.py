"""If the log can't be written nothing was done; what was decided is not changed afterwards (A2).

A fault of the database is made where the line of the log is stored; what came before it in the act
is gone as well.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import is_dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import LogUnavailable
from wijknetwerk.networks.models import Organisation
from wijknetwerk.plans import access, decision
from wijknetwerk.plans.models import (
    DecidedFor,
    EmergencyLook,
    PlanSettings,
    Representative,
    ResidentPlan,
)
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.presets import sharing as preset
from wijknetwerk.plans.services import emergency, representatives, sharing
from wijknetwerk.plans.services.emergency import Why
from wijknetwerk.plans.services.representatives import Claim
from wijknetwerk.plans.tests.acting import begun, do, place, shares
from wijknetwerk.privacy import purposes, selectors, services
from wijknetwerk.privacy.models import Consent, Withdrawal
from wijknetwerk.privacy.purposes import PartyKind

STORED = (Consent, Withdrawal, Representative, DecidedFor, EmergencyLook, PlanSettings)
ALL = preset(Preset.EVERYTHING)


@contextmanager
def _no_log() -> Iterator[None]:
    def refuses(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("INSERT") and "core_logentry" in sql:
            raise DatabaseError("the log can't be written")
        return execute(sql, *rest)

    with connection.execute_wrapper(refuses):
        yield


def _rows() -> list[Any]:
    with scope.acting(SYSTEM):
        return [list(model.objects.order_by("pk").values_list()) for model in STORED]


def _representative(cast: Cast, **fields: Any) -> Representative:
    with scope.acting(SYSTEM):
        return Representative.objects.create(
            network=cast.linde,
            resident=cast.amina,
            membership=cast.members["bas"],
            kind="child",
            parts=["words"],
            from_on=TODAY,
            noted_by=cast.amina,
            **fields,
        )


def _look(cast: Cast, plan: ResidentPlan) -> EmergencyLook:
    with scope.acting(SYSTEM):
        made = EmergencyLook.of(
            plan,
            membership=cast.members["els"],
            organisation=Organisation.objects.get(),
            reason="danger",
            opened_at=NOW,
            review_by=TODAY,
        )
        made.words = "Zij doet niet open."
        made.save()
    return made


def _by(cast: Cast, name: str, act: Callable[..., Any], **fields: Any) -> Callable[[], Any]:
    def acts() -> Any:
        actor = cast.actor(name)
        with scope.acting(actor):
            return act(actor=actor, network=cast.linde, **fields)

    return acts


def test_no_line_in_the_log_no_deed(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "joost", "carer")
    given = shares(cast, plan, at)
    claimed = _representative(cast)
    _representative(cast, seen_by=cast.priya, seen_at=NOW)
    court = Claim(cast.members["ben"].uuid, "curator")
    named = {"resident": cast.members["amina"].uuid, "claim": court}
    said = {"words": "Zij gaat naar de dagopvang."}
    party = {"kind": PartyKind.PERSON, "place": at.uuid}

    def amina(act: Callable[..., Any], **fields: Any) -> Callable[[], Any]:
        return lambda: do(cast, plan, "amina", act, **fields)

    def withdraws() -> None:
        actor = cast.actor("amina")
        with scope.acting(actor):
            services.withdraw_consent(actor=actor, consent=given)

    def writes() -> None:
        with scope.acting(SYSTEM):
            services.give_consent(
                actor=SYSTEM,
                person=(cast.amina.pk, cast.amina.uuid),
                network_uuid=cast.linde.uuid,
                purpose=purposes.PLAN_CARE,
                party_kind=PartyKind.PERSON,
                party_uuid=cast.els.uuid,
            )

    acts = {
        "a line of the ledger": writes,
        "give": amina(sharing.give, chosen=ALL, **party),
        "stop": amina(sharing.stop, **party),
        "withdraw": amina(sharing.withdraw, consent=given),
        "withdraw one's own": withdraws,
        "note": amina(representatives.note, claim=Claim(cast.members["ben"].uuid, "child")),
        "note by officer": _by(cast, "priya", representatives.note_by_officer, **named),
        "decide": lambda: do(cast, plan, "bas", representatives.tell_decision, **said),
        "confirm": amina(representatives.confirm, uuid=claimed.uuid),
        "see the proof": _by(cast, "priya", representatives.see_proof, uuid=claimed.uuid),
        "end": amina(representatives.end, uuid=claimed.uuid),
        "end by officer": _by(cast, "priya", representatives.end_by_officer, uuid=claimed.uuid),
        "switch": _by(cast, "dewi", emergency.switch, on=False),
    }
    _refused(acts)


def test_no_line_in_the_log_no_look(cast: Cast) -> None:
    plan = begun(cast)
    with scope.acting(SYSTEM):
        PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    resident = cast.members["amina"].uuid
    why = Why("danger", "Zij doet niet open en het licht brandt.")
    _refused({"look": _by(cast, "els", emergency.open_look, resident=resident, why=why)})
    look = _look(cast, plan)
    review = {"look": look.uuid, "verdict": "right", "findings": "Terecht."}
    ends = {
        "end a look": _by(cast, "els", emergency.end_look, look=look.uuid),
        "review": _by(cast, "priya", emergency.review, **review),
    }
    _refused(ends)


def _refused(acts: dict[str, Callable[[], Any]]) -> None:
    before = _rows()
    for name, act in acts.items():
        with clock.frozen(NOW + timedelta(seconds=1)), _no_log(), pytest.raises(LogUnavailable):
            act()
        assert (name, _rows()) == (name, before)


@pytest.mark.once
def test_what_is_decided_is_not_changed_afterwards() -> None:
    modules = (access, decision, purposes, selectors, services, sharing, representatives, emergency)
    classes = {
        one
        for module in modules
        for one in vars(module).values()
        if inspect.isclass(one) and is_dataclass(one) and one.__module__ == module.__name__
    }
    assert {access.Hand, decision.Known, decision.Verdict, purposes.Purpose} < classes
    assert [one for one in classes if not one.__dataclass_params__.frozen] == []
