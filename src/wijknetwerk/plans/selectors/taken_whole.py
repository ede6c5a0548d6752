"""A whole plan to take along: all its records, then who might see what, and who looked. For the
resident, or who decides for them about every part; the gate is behind whoever calls this."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.registries import Record
from wijknetwerk.plans import access_rest
from wijknetwerk.plans.access import Hand, reach
from wijknetwerk.plans.models import CircleMember
from wijknetwerk.plans.selectors import conference_taken, taken, taken_rest
from wijknetwerk.privacy import selectors as privacy
from wijknetwerk.privacy import words
from wijknetwerk.privacy.selectors import Section

MOST = 2000
ALLOWED, LOOKED = _("Who might see what"), _("Who looked, and who changed something")


def sections(hand: Hand) -> list[Section]:
    """The plan, what was allowed, and who looked; with the names also for the resident who left."""
    with reach(hand.plan):
        return [
            Section(_("My plan"), list(_records(hand))),
            Section(ALLOWED, list(_allowed(hand))),
            Section(LOOKED, list(_looked(hand))),
        ]


def _records(hand: Hand) -> Iterator[Record]:
    """Everything; who decides for the resident reads no proof of somebody else's deciding, not how
    the resident found a talk, and no message from which they were left out."""
    if hand.is_resident:
        yield from taken.records(hand.plan)
        return
    own = (taken.DECIDES, conference_taken.FOUND, taken_rest.MESSAGE)
    hidden = {str(title) for title in own}
    yield from (one for one in taken.records(hand.plan) if str(one.title) not in hidden)
    yield from taken_rest.messages(access_rest.messages(hand))


def _allowed(hand: Hand) -> Iterator[Record]:
    plan = hand.plan
    given = privacy.plan_consents(
        person_id=plan.resident_id, network_uuid=plan.network.uuid, since=plan.begun_at
    )
    names = _parties(hand)
    for one in given:
        yield Record(
            ALLOWED,
            (
                (_("To whom"), names.get(one.party, words.SOMEONE_WHO_LEFT)),
                (_("What you said yes to"), one.shown.text),
                (_("From"), one.shown.valid_from),
                (_("Until"), one.shown.ended_at or one.shown.valid_until),
            ),
        )


def _parties(hand: Hand) -> dict[UUID | None, str | Promise]:
    """Who a consent was for: people and parties of the circle, now or before."""
    found: dict[UUID | None, str | Promise] = {hand.plan.uuid: _("the team that comes to my home")}
    rows = CircleMember.objects.filter(plan=hand.plan)
    for row in rows.select_related("membership__person", "organisation"):
        if row.membership is not None:
            found[row.membership.person.uuid] = row.membership.person.name
        if row.organisation is not None:
            found[row.organisation.uuid] = str(row.organisation)
    return found


def _looked(hand: Hand) -> Iterator[Record]:
    rows = LogEntry.objects.filter(
        client_uuid=hand.resident_uuid,
        network_uuid=hand.plan.network.uuid,
        event__startswith="plans.",
        occurred_at__gte=hand.plan.begun_at,
    )
    found = list(rows.exclude(user_uuid=hand.resident_uuid).order_by("-occurred_at")[:MOST])
    names = log.names_of({row.user_uuid for row in found if row.user_uuid})
    for row in found:
        who: Any = words.THE_PLATFORM
        if row.user_uuid is not None:
            who = names.get(row.user_uuid, words.SOMEONE_WHO_LEFT)
        fields = ((_("When"), row.occurred_at), (_("Who"), who))
        yield Record(LOOKED, (*fields, (_("What"), words.of_event(row.event))))
