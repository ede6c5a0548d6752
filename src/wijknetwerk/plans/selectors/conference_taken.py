"""What a resident takes along of talks about their plan (K3)."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import Record
from wijknetwerk.plans.models import (
    Conference,
    ConferenceGuest,
    ConferenceLine,
    ConferenceView,
    LineKind,
    ResidentPlan,
)

FOUND = _("How I found the talk")
"""Of the resident alone."""


def records(plan: ResidentPlan) -> Iterator[Record]:
    """Each talk, who came, what was written, how oneself found it; not how others did."""
    for row in Conference.objects.filter(plan=plan).order_by("starts_at", "pk"):
        yield _conference(row)
        yield from _of(row, plan)


def kinds() -> set[str]:
    """What the lines of a talk are called here."""
    return {str(label) for label in LineKind.labels}


def _conference(row: Conference) -> Record:
    return Record(
        _("Talk"),
        (
            (_("What it is about"), row.why.read()),
            (_("Begins"), row.starts_at),
            (_("Until"), row.ends_at),
            (_("At my home"), row.at_home),
            (_("Where"), row.place.read()),
            (_("How far it is"), row.get_state_display()),
            (_("What was said and agreed"), row.report.read()),
            (_("Sent"), row.sent_at),
        ),
    )


def _of(row: Conference, plan: ResidentPlan) -> Iterator[Record]:
    guests = ConferenceGuest.objects.filter(conference=row).select_related(
        "place__membership__person"
    )
    for guest in guests.order_by("pk"):
        member = guest.place.membership
        who = member.person.name if member else guest.place.name.read()
        fields = ((_("Who"), who), (_("Comes"), guest.get_state_display()))
        yield Record(_("At the talk"), fields)
    for line in ConferenceLine.objects.filter(conference=row).order_by("pk"):
        words = ((_("Words"), line.text.read()), (_("Words beside it"), line.beside.read()))
        yield Record(line.get_kind_display(), (*words, (_("Written"), line.created_at)))
    for view in ConferenceView.objects.filter(conference=row, said_by=plan.resident_id):
        yield Record(
            FOUND,
            ((_("When"), view.get_moment_display()), (_("In your words"), view.words.read())),
        )
