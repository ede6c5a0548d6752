"""Codes that more than one room of this app uses."""

import re

WHO_CAME = "agenda.who_came"
PAGE_WAITS = "agenda.page_waits"
PAGE_READY = "agenda.page_ready"
EVENT = "agenda.event"
PLACE = "agenda.place"
SERIES = "agenda.series"


def greeted(name: str) -> str:
    """A name that a stranger typed, as it stands in a mail: nothing in it can become a link, so
    that nobody lets us send theirs to somebody else's address."""
    apart = re.sub(r"\.(?=\w)", ". ", name)
    return " ".join(re.sub(r"[:/\\@<>]+", " ", apart).split())


def where_of(place: str, address: str, elsewhere: str) -> str:
    """Where it is, on one line."""
    return ", ".join(part for part in (place, address, elsewhere) if part)
