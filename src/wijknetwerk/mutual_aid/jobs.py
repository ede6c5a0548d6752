"""Work by the clock."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.mutual_aid import jobs_concerns
from wijknetwerk.mutual_aid.services import (
    check_asking,
    checks,
    lapsing,
    matching_runs,
    next_ones,
    sheet_in,
)


@every(
    daily_at="00:20", name="mutual_aid.lapse", title=_("Let unanswered questions for help lapse")
)
def lapse(*, actor: Actor) -> None:
    """A question that nobody answered goes no further; the desk sees who is next."""
    lapsing.lapse_due()


@every(daily_at="00:30", name="mutual_aid.checks", title=_("Plan the next check of help that runs"))
def plan_checks(*, actor: Actor) -> None:
    """Who gave no answer to a check is asked again half a year later."""
    checks.skip_overdue()


@every(daily_at="07:30", name="mutual_aid.ask_checks", title=_("Ask how the help goes"))
def ask_checks(*, actor: Actor) -> None:
    """Whose day it is gets a mail with a link, or stands on the list of the desk."""
    check_asking.ask_due()


# Declared where they are asked for; named here so that the worker finds them.
bring_together = matching_runs.bring_together
find_next = next_ones.find_next
concerns_by_night = jobs_concerns.concerns_by_night


@every(daily_at="03:50", name="mutual_aid.forget_sheets", title=_("Forget spreadsheets"))
def forget_sheets(*, actor: Actor) -> None:
    """Files that nobody looked over within two weeks go."""
    sheet_in.forget_old()
