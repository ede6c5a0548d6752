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


# The way back, from the same publication; seconds of arc.
_LATITUDE = {
    (0, 1): 3235.65389,
    (2, 0): -32.58297,
    (0, 2): -0.2475,
    (2, 1): -0.84978,
    (0, 3): -0.0655,
    (2, 2): -0.01709,
    (1, 0): -0.00738,
    (4, 0): 0.0053,
    (2, 3): -0.00039,
    (4, 1): 0.00033,
    (1, 1): -0.00012,
}
_LONGITUDE = {
    (1, 0): 5260.52916,
    (1, 1): 105.94684,
    (1, 2): 2.45656,
    (3, 0): -0.81885,
    (1, 3): 0.05594,
    (3, 1): -0.05607,
    (0, 1): 0.01199,
    (3, 2): -0.00256,
    (1, 4): 0.00128,
    (0, 2): 0.00022,
    (2, 0): -0.00022,
    (5, 0): 0.00026,
}


def degrees(east: float, north: float) -> tuple[float, float]:
    """Latitude and longitude, to a metre."""
    right, up = (east - 155_000) / 100_000, (north - 463_000) / 100_000
    latitude = sum(part * right**p * up**q for (p, q), part in _LATITUDE.items())
    longitude = sum(part * right**p * up**q for (p, q), part in _LONGITUDE.items())
    return round(_MIDDLE[0] + latitude / 3600, 5), round(_MIDDLE[1] + longitude / 3600, 5)


def is_in_the_netherlands(east: float, north: float) -> bool:
    """Whether metres can be of a place in the Netherlands at all."""
    return 0 <= east <= 300_000 and 300_000 <= north <= 625_000
