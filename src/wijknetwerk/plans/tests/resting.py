"""Amina's plan as the tests of messages, documents and the carer begin with it."""

from tests.cast import Cast
from wijknetwerk.plans.models import CircleMember, ResidentPlan
from wijknetwerk.plans.tests.acting import BUT_MONEY, EVERYTHING, begun, place, row, shares


def son_and_nurse(cast: Cast) -> ResidentPlan:
    """Amina's plan, with Bas (her son, who cares for her: all) and Els (nurse: all but money)."""
    made = begun(cast)
    shares(cast, made, place(cast, made, "bas", "carer"), EVERYTHING)
    shares(cast, made, place(cast, made, "els", "professional"), BUT_MONEY)
    return made


def place_of(cast: Cast, name: str) -> CircleMember:
    found: CircleMember = row(CircleMember, membership=cast.members[name], state="in")
    return found
