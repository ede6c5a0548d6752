"""What stands on Vandaag besides what waits (notices.selectors)."""

from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.roadmap.selectors.suggestions import Help, first_for


def greeting() -> str | Promise:
    """Good morning, afternoon or evening, by the clock in the Netherlands."""
    hour = clock.now().astimezone(clock.AMSTERDAM).hour
    if hour < 6 or hour >= 18:
        return _("Good evening")
    return _("Good morning") if hour < 12 else _("Good afternoon")


def first_name(actor: Actor) -> str:
    """How one says hello; nothing when there is only an address."""
    return "" if "@" in actor.name else actor.name.split(" ")[0]


def helps(actor: Actor) -> list[Help]:
    """What would help most in the networks that I lead: one card, of the first that has any.

    Two queries for who leads something, none for others.
    """
    return first_for([one for one in actor.standings if "coordinator" in one.roles])[:1]


def in_a_year() -> str:
    """The moment until which security.txt holds, at midnight in UTC."""
    day = clock.today() + timedelta(days=365)
    return f"{day.isoformat()}T00:00:00Z"
