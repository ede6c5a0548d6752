"""Models of agenda."""

from wijknetwerk.agenda.models.event import Activity, Event, Happening, Kind, Rhythm
from wijknetwerk.agenda.models.people import Attendee, SignUp
from wijknetwerk.agenda.models.place import Place
from wijknetwerk.agenda.models.said import EventPage, TableNote

__all__ = [
    "Activity",
    "Attendee",
    "Event",
    "EventPage",
    "Happening",
    "Kind",
    "Place",
    "Rhythm",
    "SignUp",
    "TableNote",
]
