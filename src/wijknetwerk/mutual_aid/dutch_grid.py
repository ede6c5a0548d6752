"""From latitude and longitude to metres of the Dutch grid (RD, EPSG:28992).

The published approximation of Schreutelkamp and Strang van Hees (2001): within the Netherlands
less than a metre off the exact transformation.
"""

_MIDDLE = (52.15517440, 5.38720621)  # the church tower of Amersfoort
_EAST = {
    (0, 1): 190094.945,
    (1, 1): -11832.228,
    (2, 1): -114.221,
    (0, 3): -32.391,
    (1, 0): -0.705,
    (3, 1): -2.340,
    (1, 3): -0.608,
    (0, 2): -0.008,
    (2, 3): 0.148,
}
_NORTH = {
    (1, 0): 309056.544,
    (0, 2): 3638.893,
    (2, 0): 73.077,
    (1, 2): -157.984,
    (3, 0): 59.788,
    (0, 1): 0.433,
    (2, 2): -6.439,
    (1, 1): -0.032,
    (0, 4): 0.092,
    (1, 4): -0.054,
}


def metres(latitude: float, longitude: float) -> tuple[float, float]:
    """Metres east and north."""
    up, right = 0.36 * (latitude - _MIDDLE[0]), 0.36 * (longitude - _MIDDLE[1])
    east = 155_000 + sum(part * up**p * right**q for (p, q), part in _EAST.items())
    north = 463_000 + sum(part * up**p * right**q for (p, q), part in _NORTH.items())
    return east, north


def is_in_the_netherlands(east: float, north: float) -> bool:
    """Whether metres can be of a place in the Netherlands at all."""
    return 0 <= east <= 300_000 and 300_000 <= north <= 625_000
