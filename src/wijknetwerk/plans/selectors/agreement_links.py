"""What a link to one agreement shows, without signing in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log
from wijknetwerk.plans.access_agreements import LinkHand


@dataclass(frozen=True, slots=True)
class LinkCard:
    """All that a link shows."""

    what: str
    due_on: date
    is_late: bool
    network: Any
    block: str
    """The same as plain text, for an own file."""


def note_link(link: LinkHand) -> None:
    """A look by a link, on record before it is shown."""
    row = link.agreement
    log.look(
        link.actor,
        "plans.agreement_opened",
        row,
        client=row.plan.resident.uuid,
        consent=link.consent,
        purpose=link.purpose,
        checks=link.checks,
    )


def behind_link(link: LinkHand) -> LinkCard:
    """What a link shows: the words of this one agreement and its day. Not whose it is."""
    row = link.agreement
    what = row.what.read()
    lines = [
        _("Agreement: %(what)s") % {"what": what},
        _("Before or on: %(day)s") % {"day": row.due_on.strftime("%d-%m-%Y")},
    ]
    late = row.is_late_on(clock.today())
    return LinkCard(what, row.due_on, late, row.plan.network, "\n".join(lines))
