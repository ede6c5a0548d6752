"""Every act in every state of agreements and referrals: what the tables say, and nothing else."""

from itertools import product

import pytest

from wijknetwerk.plans.models import (
    AgreementAct,
    AgreementState,
    ReferralAct,
    ReferralState,
    agreement_after,
    referral_after,
)

pytestmark = pytest.mark.once

AGREEMENTS = {
    "made": "agree>agreed wrong>sent_back change>made move>made done>done drop>dropped",
    "agreed": "wrong>sent_back change>made move>made done>done drop>dropped",
    "sent_back": "agree>agreed change>made move>made drop>dropped",
    "done": "wrong>sent_back",
    "dropped": "wrong>sent_back",
}
REFERRALS = {
    "proposed": "yes>asked stop>stopped",
    "asked": "accept>accepted refuse>refused stop>stopped",
    "accepted": "finish>done refuse>refused stop>stopped",
    "refused": "",
    "done": "",
    "stopped": "",
}


def _table(rows: dict[str, str]) -> dict[tuple[str, str], str]:
    steps = [(state, *one.split(">")) for state, line in rows.items() for one in line.split()]
    return {(state, act): to for state, act, to in steps}


def test_every_act_in_every_state_of_an_agreement() -> None:
    expected = _table(AGREEMENTS)
    for state, act in product(AgreementState, AgreementAct):
        assert agreement_after(state, act) == expected.get((state.value, act.value)), (state, act)


def test_every_act_in_every_state_of_a_referral() -> None:
    expected = _table(REFERRALS)
    for state, act in product(ReferralState, ReferralAct):
        assert referral_after(state, act) == expected.get((state.value, act.value)), (state, act)
