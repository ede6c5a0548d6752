"""Giving and ending a mandate: the desk may note down for somebody (decision 0013)."""

import hashlib
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access, access_desk
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.models import Mandate, MandateAct, Membership, Network, SaidHow
from wijknetwerk.networks.services import noted_told

LASTS = timedelta(days=365)
SENTENCE = _(
    "May we write down what you tell us, and change your phone number or what you like to do when"
    " you ask? Only our desk does this, for one year. You can stop it at any moment."
)


@transaction.atomic
def give(*, actor: Actor, member: Membership, ground: str) -> Mandate:
    """Write down that a member said yes to the sentence, which was read aloud just now.

    `member` comes from `access_desk.member_of_desk`. One that ran or lapsed ends.
    """
    access.require(actor, Act.NOTE_FOR, member.network)
    if ground not in SaidHow.values:
        raise InvalidInput(_("Choose how it was said."))
    Membership.objects.select_for_update(of=("self",)).get(pk=member.pk)  # one at a time
    now = clock.now()
    for old in _open(member.network, member.person_id):
        noted_told.over(old)
    _open(member.network, member.person_id).update(ended_at=now, ended_by=actor.own_id)
    sentence = str(SENTENCE)
    mandate = Mandate.objects.create(
        network=member.network,
        person_id=member.person_id,
        membership=member,
        acts=MandateAct.values,
        ground=ground,
        sentence=sentence,
        sentence_hash=hashlib.sha256(sentence.encode()).hexdigest(),
        language=get_language() or "nl",
        given_at=now,
        noted_by_id=actor.own_id,
        from_on=clock.today(),
        until_on=clock.today() + LASTS,
    )
    log.record(
        access_desk.as_noting(actor, member),
        "networks.mandate_given",
        mandate,
        client=member.person.uuid,
        action=Action.CREATE,
        ground=ground,
    )
    noted_told.tell(actor, member, mandate, "mandate")
    return mandate


@transaction.atomic
def end_for(*, actor: Actor, member: Membership) -> None:
    """The desk ends it at the word of the person. It counts from the next entry."""
    access.require(actor, Act.NOTE_FOR, member.network)
    end(actor, member.network, member)


@transaction.atomic
def end_own(*, actor: Actor, network: Network) -> None:
    """The person ends it themselves."""
    access.require(actor, Act.SEE, network)
    member = access.own_membership(actor, network)
    member.network = network
    end(actor, network, member)


def end(actor: Actor, network: Network, member: Membership) -> None:
    """End the open mandate of a member. NotFound when there is none."""
    found = _open(network, member.person_id).select_for_update().first()
    if found is None:
        raise NotFound
    found.ended_at = clock.now()
    found.ended_by_id = actor.own_id
    found.save(update_fields=["ended_at", "ended_by"])
    noted_told.over(found)
    log.record(actor, "networks.mandate_ended", found, client=member.person.uuid)


def _open(network: Network, person_id: int) -> "QuerySet[Mandate]":
    return Mandate.objects.filter(network=network, person_id=person_id, ended_at=None)
