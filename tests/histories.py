"""How many histories a property test tries when one history is long: a stop, a year of a team."""

from hypothesis import HealthCheck, settings

FIXTURES_ARE_SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def long_histories(few: int) -> settings:
    """`few` in `make test`, which has ten minutes in all; in `make test-long` as many as others.

    The test itself takes back what a history did: all of them share one cast.
    """
    if settings.get_current_profile_name() == "long":
        return settings(suppress_health_check=FIXTURES_ARE_SHARED)
    return settings(max_examples=few, suppress_health_check=FIXTURES_ARE_SHARED)
