"""The kernteam talk: beginning, writing down what was agreed, finishing, looking again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks import access_talk, team_talk
from wijknetwerk.networks.models import (
    Membership,
    Network,
    TalkPresence,
    TalkState,
    Team,
    TeamTalk,
    TeamTalkAnswer,
    within,
)
from wijknetwerk.networks.selectors.leading import leads_of
from wijknetwerk.networks.services import versions
from wijknetwerk.notices.services import waiting

LOOK_AGAIN = "networks.talk_look_again"
HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class There:
    """Who was there: members by reference, and others in words."""

    members: Sequence[UUID] = ()
    others: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a team says on one question."""

    agreed: str = ""
    differ: str = ""


@transaction.atomic
def begin_talk(*, actor: Actor, network: Network, team: Team, there: There) -> TeamTalk:
    """Begin a talk. When one is going on already, that one is given and nothing changes."""
    ground = access_talk.check_inner(actor, network, team)
    if not ground.may_write:
        raise InvalidInput(_("This team has ended. Its talk can only be read."))
    going_on = TeamTalk.objects.filter(team=team, state=TalkState.BUSY)
    found: TeamTalk | None = going_on.first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            made = TeamTalk.objects.create(
                network=network,
                team=team,
                begun_on=clock.today(),
                begun_by_id=actor.person_id,
                others_there=there.others.strip(),
            )
    except IntegrityError:
        return going_on.get()
    _note_presence(made, there.members)
    for before in TeamTalk.objects.filter(team=team, state=TalkState.HELD):
        waiting.done(kind=LOOK_AGAIN, subject=before.uuid)
    log.record(actor, "networks.talk_begun", made, action=Action.CREATE)
    return made


@transaction.atomic
def say_answer(
    *, actor: Actor, network: Network, talk: TeamTalk, question: str, read_number: int, said: Answer
) -> TeamTalkAnswer:
    """Write down what was agreed on a question. Stale when somebody wrote meanwhile."""
    _check_busy(actor, network, talk)
    if team_talk.content().question(question) is None:
        raise NotFound
    answer, fields = versions.write(
        TeamTalkAnswer,
        actor=actor,
        of={"network": network, "talk": talk, "question": question},
        said={"agreed": said.agreed.strip(), "differ": said.differ.strip()},
        read_number=read_number,
    )
    if fields:
        log.record(actor, "networks.talk_answered", answer, question=question, fields=fields)
    return answer


@transaction.atomic
def finish_talk(
    *, actor: Actor, network: Network, talk: TeamTalk, there: There, look_again_on: date
) -> TeamTalk:
    """End the talk: who was there, and when the team looks again."""
    _check_busy(actor, network, talk)
    today = clock.today()
    if look_again_on <= today:
        raise InvalidInput(_("Choose a day after today on which you look again."))
    locked: TeamTalk = TeamTalk.objects.select_for_update(of=("self",)).get(pk=talk.pk)
    if not locked.busy:
        return locked
    locked.network = network
    locked.state = TalkState.HELD
    locked.held_on = today
    locked.look_again_on = look_again_on
    locked.others_there = there.others.strip()
    locked.save(update_fields=["state", "held_on", "look_again_on", "others_there"])
    _note_presence(locked, there.members)
    log.record(actor, "networks.talk_held", locked, fields=["state", "look_again_on"])
    return locked


def _check_busy(actor: Actor, network: Network, talk: TeamTalk) -> None:
    if not access_talk.check_inner(actor, network, talk.team).may_write:
        raise InvalidInput(_("This team has ended. Its talk can only be read."))
    if not talk.busy:
        raise InvalidInput(_("This talk is finished. Begin a new one to look again."))


def _note_presence(talk: TeamTalk, members: Iterable[UUID]) -> None:
    """Set who was there; only members of today's network count."""
    rows = Membership.objects.filter(
        within(clock.today()), network_id=talk.network_id, uuid__in=list(members)
    )
    wanted = {row.pk for row in rows}
    noted = TalkPresence.objects.filter(talk=talk)
    noted.exclude(membership_id__in=wanted).delete()
    known = set(noted.values_list("membership_id", flat=True))
    for pk in sorted(wanted - known):
        TalkPresence.objects.create(network_id=talk.network_id, talk=talk, membership_id=pk)


def ask_to_look_again(actor: Actor) -> None:
    """Tell who leads each team that it is time to look again. Run each night."""
    for one in wanted():
        waiting.wait(actor=actor, kind=LOOK_AGAIN, wanted=one)


def wanted() -> Iterable[Wanted]:
    """Everybody who should look again now."""
    for talk in _due().select_related("team", "network"):
        for person_id in leads_of(talk.network, talk.team):
            yield Wanted(
                person_id=person_id,
                subject=talk.uuid,
                network=talk.network.uuid,
                place={"slug": talk.network.slug, "team": str(talk.team.uuid)},
                words={"team": talk.team.name},
                due_on=talk.look_again_on,
            )


def still_true(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these talks still wait for a second look."""
    return set(_due().filter(uuid__in=subjects).values_list("uuid", flat=True))


def _due() -> models.QuerySet[TeamTalk]:
    """The newest talk of a living team, when its day has come."""
    later = TeamTalk.objects.filter(team=OuterRef("team"), pk__gt=OuterRef("pk"))
    rows = TeamTalk.objects.filter(
        ~Exists(later), state=TalkState.HELD, team__until_on=None, network__stopped_on=None
    )
    return rows.filter(look_again_on__lte=clock.today())
