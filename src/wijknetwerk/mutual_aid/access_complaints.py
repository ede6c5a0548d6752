"""Who reads a complaint: who made it, and the independent person named on the day it came in.

Nobody else: not the desk, not a leader, not who noted it down for somebody.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from wijknetwerk.accounts.confirmed import has_confirmed_address
from wijknetwerk.core import scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.together import together
from wijknetwerk.mutual_aid.access import LinkOver
from wijknetwerk.mutual_aid.models import Complaint, ComplaintAct
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

OWN = "mutual_aid.complaint"
"""The purpose of links and codes of who complains."""
INDEPENDENT = "mutual_aid.complaint_to"
"""The purpose of the link of the independent person; a code by mail goes with it."""
DO: Mapping[str, ComplaintAct] = {act.value: act for act in ComplaintAct}


@dataclass(frozen=True, slots=True)
class ComplaintHand:
    """A complaint in the hand of one of both. Got from this module only."""

    actor: Actor
    complaint: Complaint
    is_independent: bool


@contextmanager
def network_of_route(actor: Actor, slug: str) -> Iterator["Network"]:
    """The network whose route for complaints everybody may read: members, and strangers where the
    network is public. NotFound otherwise."""
    if any(standing.slug == slug for standing in actor.standings):
        yield access.network_for(actor, slug, to=Act.SEE)
        return
    with access.public_network_for(slug) as network:
        yield network


@contextmanager
def complaint_of_link(actor: Actor, secret: str, purpose: str) -> Iterator[ComplaintHand]:
    """The complaint behind a link or letter code. LinkOver otherwise. It works also after the
    network stopped: a complaint is answered then too."""
    try:
        opened = tokens.open_token(secret, purpose=purpose, address=actor.address)
    except NotFound as error:
        raise LinkOver from error
    with _opened(actor, opened, purpose) as hand:
        yield hand


@contextmanager
def opened_before(actor: Actor, token: UUID, purpose: str) -> Iterator[ComplaintHand]:
    """The same for a browser in which the code of a letter or mail was typed a moment ago."""
    try:
        opened = tokens.still_open(token, purpose=purpose)
    except NotFound as error:
        raise LinkOver from error
    with _opened(actor, opened, purpose) as hand:
        yield hand


def token_of(actor: Actor, secret: str, purpose: str) -> UUID:
    """The id of the token of a link or code, to be opened again without it. LinkOver otherwise."""
    try:
        return tokens.open_token(secret, purpose=purpose, address=actor.address).token.uuid
    except NotFound as error:
        raise LinkOver from error


@contextmanager
def _opened(actor: Actor, opened: tokens.Opened, purpose: str) -> Iterator[ComplaintHand]:
    if opened.network_id is None:
        raise LinkOver
    with scope.including(opened.network_id, opened.network_uuid):
        found = _rows().filter(uuid=opened.subject_uuid).first()
        if found is None:
            raise LinkOver
        yield ComplaintHand(actor.as_holder(purpose), found, purpose == INDEPENDENT)


def complaint_for(actor: Actor, network: "Network", uuid: UUID) -> ComplaintHand:
    """A complaint for a member: who made it, or the independent person by their own address of
    mail. NotFound for everybody else."""
    access.require(actor, Act.SEE, network)
    found = _rows().filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    if found.person_id is not None and found.person_id == actor.person_id:
        return ComplaintHand(actor, found, is_independent=False)
    if is_independent(actor, found.to_email):
        return ComplaintHand(actor, found, is_independent=True)
    raise NotFound


def is_independent(actor: Actor, email: str) -> bool:
    """Whether this person is the one behind the address, which they confirmed."""
    own = email_of(actor)
    return bool(own) and own.casefold() == email.casefold()


def email_of(actor: Actor) -> str:
    """The confirmed address of who is signed in; empty for who has none."""
    if actor.person_id is None or not has_confirmed_address(actor.person_id):
        return ""
    rows = get_user_model().objects.filter(pk=actor.person_id)
    return rows.values_list("email", flat=True).first() or ""


def own_and_to_answer(actor: Actor, network: "Network") -> tuple[list[Complaint], list[Complaint]]:
    """What the actor complained about here, and what they are to answer as the independent
    person. One query, besides who they are."""
    access.require(actor, Act.SEE, network)
    rows = _rows().filter(network=network)
    email = email_of(actor)
    theirs = rows.filter(to_email__iexact=email) if email else rows.none()
    own, to_answer = together(
        rows.filter(person_id=actor.own_id).order_by("-received_at"), theirs.order_by("answer_by")
    )
    return own, to_answer


def _rows() -> QuerySet[Complaint]:
    return Complaint.objects.select_related("network", "person")
