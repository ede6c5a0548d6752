"""Codes that more than one room of this app uses."""

WHO_CAME = "agenda.who_came"
PAGE_WAITS = "agenda.page_waits"
PAGE_READY = "agenda.page_ready"
EVENT = "agenda.event"
PLACE = "agenda.place"
SERIES = "agenda.series"


def where_of(place: str, address: str, elsewhere: str) -> str:
    """Where it is, on one line."""
    return ", ".join(part for part in (place, address, elsewhere) if part)
