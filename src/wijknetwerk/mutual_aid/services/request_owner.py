"""A request that was noted for somebody who takes part in nothing turns out to be a member's.

Somebody at the desk says so, never the platform by itself, and nothing else is joined: the name and
number that were written down stay as they are, so that it can be taken back as it was.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.access_checks import CHECK_LINK
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    FollowUp,
    HelpRequest,
    Match,
    Neighbour,
    Side,
)
from wijknetwerk.mutual_aid.selectors import check_waits, match_waits
from wijknetwerk.mutual_aid.services import neighbours
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network

_CONSENT = ("said_yes_at", "said_how", "sentence", "sentence_hash")


@transaction.atomic
def is_of_member(*, actor: Actor, network: "Network", request: UUID, member: UUID) -> HelpRequest:
    """The member asks this: they see it as theirs from now on, with the yes that is on record.
    NotNow for what is a member's already, and while a helper is asked or helps; NoMember."""
    row = _locked(actor, network, request)
    if row.asker.person_id is not None or _open(row).exists():
        raise NotNow(_("This can be said while nobody is asked and nobody helps yet."))
    before = row.asker
    theirs = _as_neighbour(actor, network, before, member)
    if Match.objects.filter(request=row, offer__helper=theirs).exists():
        raise InvalidInput(_("This member was thought of to help here. It is somebody else."))
    row.asker, row.asker_before = theirs, before
    _keep(actor, row, "mutual_aid.request_is_theirs", theirs)
    return row


@transaction.atomic
def is_not_of_member(*, actor: Actor, network: "Network", request: UUID) -> HelpRequest:
    """It was somebody else: the request is again as it was noted, and closed to that member."""
    row = _locked(actor, network, request)
    theirs, before = row.asker, row.asker_before
    if before is None or not before.name.read():
        raise NotNow
    _shut(row, theirs)
    row.asker, row.asker_before = before, None
    _keep(actor, row, "mutual_aid.request_is_not_theirs", theirs)
    return row


def _locked(actor: Actor, network: "Network", uuid: UUID) -> HelpRequest:
    access.require_desk(actor, network)
    found = access.request_for(actor, network, uuid)
    rows = HelpRequest.objects.select_for_update(of=("self",))
    row: HelpRequest = rows.select_related("asker__person", "asker_before").get(pk=found.pk)
    row.network = row.asker.network = network
    return row


def _as_neighbour(actor: Actor, network: "Network", before: Neighbour, member: UUID) -> Neighbour:
    """The member as somebody who asks; new here, with the yes that they gave to who brought it."""
    known = Neighbour.objects.filter(network=network, membership__uuid=member).exists()
    theirs = neighbours.of_member(
        actor=actor,
        network=network,
        member=member,
        said_how=before.said_how,
        reach=None if known else neighbours.reach_of(before),
    )
    if not known:
        for name in _CONSENT:
            setattr(theirs, name, getattr(before, name))
        theirs.save(update_fields=_CONSENT)
    return theirs


def _open(row: HelpRequest) -> "QuerySet[Match]":
    return Match.objects.filter(request=row, state__in=OPEN_MATCHES)


def _shut(row: HelpRequest, theirs: Neighbour) -> None:
    """What waits for that member because of it, and links to answer by, are theirs no longer."""
    matches = Match.objects.filter(request=row).values_list("uuid", flat=True)
    checks = FollowUp.objects.filter(match__request=row, side=Side.ASKER)
    of_matches = [(match_waits.WILLING, access.LINKS[Side.ASKER], uuid) for uuid in matches]
    of_checks = [
        (check_waits.CHECK, CHECK_LINK, uuid) for uuid in checks.values_list("uuid", flat=True)
    ]
    for kind, purpose, subject in (*of_matches, *of_checks):
        tokens.end_tokens(purpose=purpose, subject=subject)
        waiting.done(kind=kind, subject=subject, person_id=theirs.person_id)


def _keep(actor: Actor, row: HelpRequest, event: str, theirs: Neighbour) -> None:
    row.version += 1
    row.save(update_fields=["asker", "asker_before", "version"])
    client = theirs.person.uuid if theirs.person else None
    log.record(actor, event, row, client=client)
