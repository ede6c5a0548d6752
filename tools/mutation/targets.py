"""What is broken, and the tests that must notice."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src"
APPS = "src/wijknetwerk"

TARGETS = tuple(
    f"{APPS}/{name}.py"
    for name in (
        "plans/decision",
        "plans/access",
        "plans/access_facts",
        "plans/access_lists",
        "plans/access_sharing",
        "plans/access_noting",
        "plans/access_representing",
        "plans/access_emergency",
        "privacy/access",
        "privacy/purposes",
        "privacy/selectors",
        "privacy/services",
        "plans/services/sharing",
        "plans/services/representatives",
        "plans/services/emergency",
    )
)

TESTS = tuple(
    f"{APPS}/{name}.py"
    for name in (
        "plans/tests/test_decision",
        "plans/tests/test_hand",
        "plans/tests/test_gates_stored",
        "plans/tests/test_all_or_nothing",
        "plans/tests/test_gate_edges",
        "plans/tests/test_gate_kept",
        "plans/tests/test_kept_statements",
        "plans/tests/test_gate_sharing",
        "plans/tests/test_gate_noting",
        "plans/tests/test_gate_representing",
        "plans/tests/test_gate_emergency",
        "plans/tests/test_consent_acts",
        "plans/tests/test_consent_edges",
        "plans/tests/test_claims",
        "privacy/tests/test_consent",
        "privacy/tests/test_ledger",
        "privacy/tests/test_ledger_of_plans",
        "privacy/tests/test_retention",
        "plans/tests/test_plans",
        "plans/tests/test_emergency",
        "plans/tests/test_emergency_edges",
        "plans/tests/test_looks",
        "plans/tests/test_noting",
        "plans/tests/test_representing",
        "plans/tests/test_representing_edges",
    )
)
"""Fast ones, without random histories; what a line needs is found by running them once."""

_GATES = (
    "test_decision",
    "test_gate_edges",
    "test_hand",
    "test_gates_stored",
    "test_all_or_nothing",
)
_SHARING = ("test_consent_acts", "test_consent_edges", "test_all_or_nothing")
FIRST = {
    "plans/access_sharing": ("test_gate_sharing", "test_noting"),
    "plans/access_noting": ("test_gate_noting", "test_gate_sharing", "test_noting"),
    "plans/access_representing": ("test_gate_representing", "test_representing_edges"),
    "plans/access_emergency": ("test_gate_emergency", "test_looks", "test_emergency_edges"),
    "plans/access": (
        *_GATES,
        "test_gate_kept",
        "test_kept_statements",
        "test_looks",
        "test_consent_acts",
    ),
    "plans/decision": ("test_decision", "test_all_or_nothing"),
    "plans/services/sharing": _SHARING,
    "plans/services/representatives": (
        "test_claims",
        "test_representing_edges",
        "test_representing",
        "test_all_or_nothing",
    ),
    "plans/services/emergency": (
        "test_looks",
        "test_emergency_edges",
        "test_emergency",
        "test_all_or_nothing",
    ),
    "privacy": (
        "test_ledger",
        "test_ledger_of_plans",
        "test_consent",
        "test_all_or_nothing",
        "test_retention",
        "test_gates_stored",
    ),
}
"""The tests that were written for a file: all of them are asked, the others for a while."""
OTHERS = 8.0
"""Seconds of processor time for these others, as measured in the first run."""


def is_first(path: str, nodeid: str) -> bool:
    """Whether this test was written for this file."""
    names = next(names for start, names in FIRST.items() if path.startswith(f"{APPS}/{start}"))
    return nodeid.split("::")[0].rsplit("/", 1)[-1].removesuffix(".py") in names


WITHIN = {
    f"{APPS}/privacy/selectors.py": (
        "in_force",
        "is_allowed",
        "consents_in_force",
        "of_a_plan",
        "ledger_of_a_plan",
        "ConsentShown",
        "consents_of",
        "_shown",
        "PlanConsent",
        "plan_consents",
    )
}
"""Of a file that does more, what is about consent."""

LEAST = 90
"""Percent of the breaks that a test has to notice."""


def module_name(path: str) -> str:
    """As Python imports it."""
    return ".".join(Path(path).relative_to("src").with_suffix("").parts)
