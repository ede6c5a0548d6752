"""Expectations and roles said aloud: a round is opened, members give their words, it closes."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access_desk, access_talk
from wijknetwerk.networks.models import Expectation, ExpectationRound, Network, Team
from wijknetwerk.networks.selectors.taking_part import Taker, takers
from wijknetwerk.networks.services import round_clock, versions
from wijknetwerk.notices.services import waiting

HALF_A_YEAR = timedelta(days=182)
THREE_WEEKS = timedelta(days=21)
LONGEST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Said:
    """What a member says: two sentences each, and the role in one line."""

    brings: str = ""
    expects: str = ""
    role: str = ""


@transaction.atomic
def open_round(
    *, actor: Actor, network: Network, team: Team | None, closes_on: date
) -> ExpectationRound:
    """Ask everybody. When a round is open already, that one is given and nobody is asked twice."""
    access_talk.check_leads(actor, network, team)
    today = clock.today()
    if not today < closes_on <= today + LONGEST:
        raise InvalidInput(_("Choose a last day within two months from now."))
    going_on = ExpectationRound.objects.filter(network=network, team=team, closed_on=None)
    found: ExpectationRound | None = going_on.first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            made = ExpectationRound.objects.create(
                network=network,
                team=team,
                opened_on=today,
                closes_on=closes_on,
                next_on=today + HALF_A_YEAR,
                opened_by_id=actor.person_id,
            )
    except IntegrityError:
        return going_on.get()
    for before in ExpectationRound.objects.filter(network=network, team=team).exclude(pk=made.pk):
        waiting.done(kind=round_clock.PROPOSED, subject=before.uuid)
    for wanted in round_clock.wanted_of(made):
        waiting.wait(actor=actor, kind=round_clock.ASKED, wanted=wanted)
    log.record(actor, "networks.round_opened", made, action=Action.CREATE)
    return made


@transaction.atomic
def say(
    *,
    actor: Actor,
    network: Network,
    round: ExpectationRound,
    said: Said,
    read_number: int,
    for_member: UUID | None = None,
) -> Expectation:
    """Give one's words, or change them while the round is open. Stale when they changed meanwhile.

    `for_member`: the desk notes them for somebody who gave a mandate.
    """
    access_talk.check_inner(actor, network, round.team)
    if not round.is_open:
        raise InvalidInput(_("This round is closed. You can read what everybody said."))
    whose, writer = _whose_and_writer(actor, network, round, for_member)
    words = {"brings": said.brings.strip(), "expects": said.expects.strip()}
    if not all(_is_answer(said) for said in words.values()):
        raise InvalidInput(
            _("Write a sentence to both. Nothing to add? Write: I have nothing to add.")
        )
    noted = whose.person_id != actor.person_id
    row, fields = versions.write(
        Expectation,
        actor=writer,
        of={"network": network, "round": round, "membership_id": whose.pk},
        said={**words, "role": said.role.strip(), "noted": noted},
        read_number=read_number,
    )
    for kind in (round_clock.ASKED, round_clock.REMINDED):
        waiting.done(kind=kind, subject=round.uuid, person_id=whose.person_id)
    if fields:
        client = row.membership.person.uuid
        event = "networks.expectation_noted" if noted else "networks.expectation_said"
        whom = client if noted else None
        log.record(writer, event, row, client=client, on_behalf_of=whom, fields=fields)
    return row


def _is_answer(said: str) -> bool:
    """Whoever answered reads what others said. So a letter or a word is no answer; 'I have nothing
    to add' is, and the others read that."""
    return len([word for word in said.split() if any(sign.isalnum() for sign in word)]) >= 2


def member_for(
    actor: Actor,
    network: Network,
    round: ExpectationRound,
    for_member: UUID | None,
) -> Taker:
    """Whose words these are: one's own, or of somebody for whom the desk writes.

    NotFound for who takes no part in the round, NotAllowed for who may not write for another.
    """
    return _whose_and_writer(actor, network, round, for_member)[0]


def _whose_and_writer(
    actor: Actor,
    network: Network,
    round: ExpectationRound,
    for_member: UUID | None,
) -> tuple[Taker, Actor]:
    standing = actor.standing_in(network.pk)
    own = standing.membership_uuid if standing else None
    writer = actor
    if for_member is not None and for_member != own:
        member = access_desk.member_of_desk(actor, network, for_member)
        writer, _mandate = access_desk.noting(actor, member, access_desk.TOLD)
    wanted = for_member or own
    for taker in takers(network, round.team):
        if taker.uuid == wanted:
            if writer.noting_for is not None:
                _check_not_their_own(round, taker)
            return taker, writer
    raise NotFound


def _check_not_their_own(round: ExpectationRound, taker: Taker) -> None:
    """The desk neither reads nor changes what a member said without help: NotAllowed."""
    said = Expectation.objects.filter(round=round, membership_id=taker.pk, superseded_at=None)
    if said.filter(noted=False).exclude(brings="", expects="").exists():
        raise NotAllowed


@transaction.atomic
def close_round(
    *,
    actor: Actor,
    network: Network,
    round: ExpectationRound,
) -> ExpectationRound:
    """End a round before its last day. Everybody in it sees what was said."""
    access_talk.check_leads(actor, network, round.team)
    round_clock.close(actor, round)
    return round
