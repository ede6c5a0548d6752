"""A plan in which much was agreed: twenty on a page, as many queries as for few, none lost."""

from datetime import timedelta
from typing import Any

from django.urls import reverse

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.plans.models import Agreement, ResidentPlan
from wijknetwerk.plans.tests.agreeing import worked_from


def _agreed(plan: ResidentPlan, numbers: range) -> None:
    """Of every three the last is done."""
    with scope.acting(SYSTEM):
        for number in numbers:
            done = number % 3 == 2
            row = Agreement.of(
                plan,
                owner="resident",
                due_on=TODAY + timedelta(days=number),
                state="done" if done else "agreed",
                done_on=TODAY if done else None,
            )
            row.what = f"Afspraak nummer {number}."
            row.save()


def test_what_was_agreed_stands_on_pages_of_twenty(
    cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    plan = worked_from(cast)
    amina, address = sign_in("amina"), reverse("plans:agreements", args=[plan.uuid])
    _agreed(plan, range(5))
    amina.get(address)
    with count_queries() as few:
        amina.get(address)
    _agreed(plan, range(5, 50))
    with count_queries() as many:
        first = amina.get(address).content.decode()
    assert many.count == few.count <= 15
    shown = [
        {number for number in range(50) if f"Afspraak nummer {number}." in page}
        for page in (
            first,
            *(amina.get(f"{address}?bladzijde={n}").content.decode() for n in (2, 3)),
        )
    ]
    assert [len(numbers) for numbers in shown] == [20, 20, 10]
    assert set.union(*shown) == set(range(50))
    assert max(shown[0]) < min(number for number in shown[1] if number % 3 != 2)
    assert all(number % 3 == 2 for number in shown[2])
