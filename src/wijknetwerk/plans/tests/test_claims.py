"""What is written down of who may decide for a resident, and what is refused (design 3)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core import clock
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.plans.parts import ALL
from wijknetwerk.plans.services import representatives
from wijknetwerk.plans.tests.acting import begun, do
from wijknetwerk.plans.tests.test_noting import bakkers


def test_a_claim_that_is_none(cast: Cast) -> None:
    plan = begun(cast)
    day = timedelta(days=1)
    wrong: list[dict[str, Any]] = [
        {"kind": "neighbour"},
        {"parts": ()},
        {"parts": ("everything",)},
        {"from_on": TODAY, "until_on": TODAY},
        {"from_on": TODAY, "until_on": TODAY - day},
        {"member": cast.members["amina"].uuid},
    ]
    right: dict[str, Any] = {"member": cast.members["bas"].uuid, "kind": "child"}
    for fields in wrong:
        with pytest.raises(InvalidInput):
            do(cast, plan, "amina", representatives.note, claim=_claim(right, fields))
    claim = _claim(right, {"from_on": TODAY, "until_on": TODAY + day, "proof": " Brief. "})
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    assert (made.kind, made.from_on, made.until_on) == ("child", TODAY, TODAY + day)
    assert (made.parts, str(made.proof.read())) == ([part.value for part in ALL], "Brief.")
    assert (made.resident_id, made.noted_by_id) == (cast.amina.pk, cast.amina.pk)
    assert (made.membership_id, made.seen_at) == (cast.members["bas"].pk, None)
    money = do(
        cast, plan, "amina", representatives.note, claim=_claim(right, {"kind": "bewindvoerder"})
    )
    assert (money.parts, money.from_on, money.until_on) == (["money"], TODAY, None)


def _claim(right: dict[str, Any], fields: dict[str, Any]) -> representatives.Claim:
    return representatives.Claim(**{**right, **fields})


@pytest.mark.parametrize("kind", ["mentor", "authorised", "partner", "child", "sibling"])
def test_who_decides_one_thing_says_which(cast: Cast, kind: str) -> None:
    """Noted by another than the resident: for which decisions, else they decide all themselves."""
    plan = bakkers(cast)
    right: dict[str, Any] = {"member": cast.members["dewi"].uuid, "kind": kind}
    for said in ("", "  "):
        claim = _claim(right, {"decisions": said})
        with pytest.raises(InvalidInput):
            do(cast, plan, "bas", representatives.note, claim=claim)
    claim = _claim(right, {"decisions": "Waar zij woont."})
    made = do(cast, plan, "bas", representatives.note, claim=claim)
    assert made.decisions.read() == "Waar zij woont."
    with clock.frozen(NOW + timedelta(days=1)):
        curator = _claim(right, {"kind": "curator"})
        do(cast, plan, "bas", representatives.note, claim=curator)
