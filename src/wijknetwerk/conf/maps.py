"""The background of the map of networks; our own outline of the country, unless tiles are set up.

WIJKNETWERK_MAP_TILES=https://tiles.example/{z}/{x}/{y}.png
WIJKNETWERK_MAP_TILES_BY=Who made them, as their licence asks
"""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from wijknetwerk.conf import env


def tiles() -> tuple[str, str]:
    """The address of a tile, and the one host that the page may then ask. Both may be empty."""
    address = env.text("MAP_TILES", "")
    if not address:
        return "", ""
    parts = urlsplit(address)
    holes = all(hole in parts.path + parts.query for hole in ("{z}", "{x}", "{y}"))
    if parts.scheme != "https" or not holes or set(parts.netloc) & set("{}*; "):
        raise ImproperlyConfigured(
            f"{env.PREFIX}MAP_TILES must be one https address, with {{z}}, {{x}} and {{y}} in it."
        )
    if not env.text("MAP_TILES_BY", ""):
        raise ImproperlyConfigured(f"Set {env.PREFIX}MAP_TILES_BY: who made the map, on the page.")
    return address, f"https://{parts.netloc}"
