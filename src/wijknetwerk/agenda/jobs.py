"""Work by the clock."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.agenda.services import after, reminders
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every


@every(seconds=1800, name="agenda.remind", title=_("Remind people of what is on tomorrow"))
def remind(*, actor: Actor) -> None:
    """Mail who comes tomorrow, by day; and ask who came to what is over."""
    reminders.remind(actor=actor)
    after.ask_who_came(actor)


@every(daily_at="02:15", name="agenda.keep_dates", title=_("Put dates of series on the agenda"))
def keep_dates(*, actor: Actor) -> None:
    """Store the dates of all series half a year ahead, and take off who left."""
    reminders.fill_all()
    reminders.take_off_who_left(actor=actor)
