"""Whatever happened before: after a stop nobody has any scope there, and no mail goes out (N6)."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.histories import steps
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.jobs import run_waiting
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.networks import access, jobs
from wijknetwerk.networks.models import (
    Handover,
    Invitation,
    JoinRequest,
    Membership,
    MembershipRole,
    Network,
    Partner,
    RoleCode,
    Stop,
    StopState,
    StopVoice,
)
from wijknetwerk.networks.services import (
    exit_talk,
    handover,
    invitations,
    joining,
    leaving,
    pausing,
    people,
    roles,
    stopping,
)
from wijknetwerk.notices.models import Waiting
from wijknetwerk.privacy.models import Consent

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
EVERYBODY = ("dewi", "ad", "amina", "bas", "bakker", "otto", "sam", "farid", "vera")
LENGTH = steps(6)
OF_A_NETWORK: tuple[Any, ...] = (Invitation, Handover, Partner, Stop)


class Story:
    """Random people try random things in De Linde, day after day; many are refused."""

    def __init__(self, cast: Cast, chance: random.Random) -> None:
        self.cast, self.chance, self.day = cast, chance, TODAY

    def step(self) -> None:
        """One try of somebody."""
        name = self.chance.choice(EVERYBODY)
        tries = [
            self.stop,
            self.answer,
            self.answer,
            self.invite,
            self.ask_in,
            self.let_in,
            self.leave,
            self.hand_over,
            self.give_role,
            self.share,
            self.talk,
            self.pause,
            self.call_off,
        ]
        act = self.chance.choice(tries)
        with clock.frozen(NOW + (self.day - TODAY)):
            actor = self.cast.actor(name)
            try:
                with transaction.atomic(), scope.acting(actor):
                    act(actor)
            except DomainError:
                return

    def sleep(self) -> None:
        """Some days pass, and the worker's night with them."""
        self.day += timedelta(days=self.chance.choice((1, 3, 8)))
        self.night()

    def night(self) -> None:
        """What the worker does."""
        with clock.frozen(NOW + (self.day - TODAY)):
            with scope.acting(SYSTEM):
                jobs.stop_networks(actor=SYSTEM)
            run_waiting()

    def somebody(self) -> Any:
        """A member of the cast, perhaps one who left."""
        return self.cast.members[self.chance.choice(("dewi", "ad", "amina", "bas", "bakker"))]

    def stop(self, actor: Any) -> None:
        day = self.day + timedelta(days=14)
        stopping.start_stop(actor=actor, slug="de-linde", stops_on=day, why="Te weinig mensen.")

    def answer(self, actor: Any) -> None:
        said = self.chance.choice(("agrees", "agrees", "disagrees", "read"))
        stopping.answer(actor=actor, slug="de-linde", said=said)

    def call_off(self, actor: Any) -> None:
        if self.chance.random() < 0.3:
            stopping.call_off(actor=actor, slug="de-linde")

    def invite(self, actor: Any) -> None:
        address = f"nel{self.chance.randrange(9**9)}@voorbeeld.example"
        wish = invitations.Wish(name="Nel Bos", email=address)
        invitations.invite(actor=actor, network=linde(), wish=wish)

    def ask_in(self, actor: Any) -> None:
        with access.network_to_join(actor, "de-linde") as network:
            joining.ask_to_join(actor=actor, network=network, words="Graag")

    def let_in(self, actor: Any) -> None:
        for asked in JoinRequest.objects.filter(answered_at=None):
            joining.answer_join_request(actor=actor, network=linde(), request=asked, accepted=True)

    def leave(self, actor: Any) -> None:
        leaving.leave(actor=actor, network=linde())

    def hand_over(self, actor: Any) -> None:
        mine = MembershipRole.objects.filter(person_id=actor.person_id, until_on=None).first()
        if mine is not None and mine.network_id == self.cast.linde.pk:
            to = self.somebody().uuid
            handover.ask(actor=actor, network=linde(), role=mine.uuid, to=to, note="")

    def give_role(self, actor: Any) -> None:
        new = roles.NewRole(RoleCode.COORDINATOR, from_on=self.day)
        roles.give_role(actor=actor, network=linde(), member=self.somebody().uuid, new=new)

    def share(self, actor: Any) -> None:
        people.describe_myself(
            actor=actor,
            network=linde(),
            energies=[],
            introduction="Hallo",
            phone_shown=True,
            shown_publicly=True,
        )

    def talk(self, actor: Any) -> None:
        named = self.chance.random() < 0.5
        exit_talk.answer(actor=actor, slug="de-linde", question="goal", text="Ja", named=named)

    def pause(self, actor: Any) -> None:
        pausing.pause(actor=actor, slug="de-linde", rest=pausing.Rest(self.day, "Even rust."))


def linde() -> Network:
    return Network.objects.get(slug="de-linde")


@pytest.fixture
def few(cast: Cast) -> Cast:
    """Without those of whom no step speaks: what ends for five, ends for all."""
    with scope.acting(SYSTEM):
        others = [cast.lena, cast.ben, cast.priya, cast.joost, cast.els]
        rows = Membership.objects.filter(person__in=others)
        MembershipRole.objects.filter(membership__in=rows).delete()
        rows.delete()
    return cast


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=SEEDS)
def test_after_a_stop_nobody_has_scope_and_no_mail_goes_out(few: Cast, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    with transaction.atomic():
        Network.objects.update(open_for_joining=True)
        story = Story(few, chance)
        for _each in range(LENGTH):
            story.step()
            if chance.random() < 0.2:
                story.sleep()
        a_stop_comes_to_its_day(story)
        check(story)
        transaction.set_rollback(True)


def a_stop_comes_to_its_day(story: Story) -> None:
    """Unless it stopped already: somebody leads, begins a stop, and it is agreed."""
    with scope.acting(SYSTEM):
        if linde().stopped_on is None:
            stop = Stop.objects.filter(state=StopState.OPEN).first()
            if stop is None:
                stop = Stop.objects.create(
                    network=linde(),
                    stops_on=story.day + timedelta(days=14),
                    why="Op.",
                    started_by=story.cast.dewi,
                    started_at=clock.now(),
                    others_at_start=0,
                )
            StopVoice.objects.filter(stop=stop).delete()
            Stop.objects.filter(pk=stop.pk).update(second_roles=[], others_at_start=0)
            story.day = max(story.day, stop.stops_on)
    story.night()


def check(story: Story) -> None:
    """Nobody is in it, sees a row of others, or hears of it; whatever they try is refused."""
    with clock.frozen(NOW + (story.day - TODAY)):
        sent = len(mail.outbox)
        for name in EVERYBODY:
            actor = story.cast.actor(name)
            assert actor.standing_in(story.cast.linde.pk) is None
            with scope.acting(actor):
                assert no_rows_of_others(story.cast.linde.pk, actor.own_id)
        for _each in range(3):
            story.step()
        story.day += timedelta(days=1)
        story.night()
        assert len(mail.outbox) == sent
        with scope.acting(SYSTEM):
            ended(story.cast.linde, story.day)


def no_rows_of_others(network_id: int, person_id: int) -> bool:
    mine = [model.objects.filter(network_id=network_id) for model in OF_A_NETWORK]
    mine.append(Membership.objects.filter(network_id=network_id).exclude(person_id=person_id))
    first, *others = [rows.order_by().values_list("pk") for rows in mine]
    return not list(first.union(*others))


def ended(network: Network, day: date) -> None:
    """Nothing runs or waits any more."""
    assert linde().stopped_on is not None
    for model in (Membership, MembershipRole, Partner):
        runs = model.objects.filter(network=network)
        assert not runs.filter(until_on=None).exists()
        assert not runs.filter(until_on__gt=day).exists()
    assert not Waiting.objects.filter(network_uuid=network.uuid, done_at=None).exists()
    assert not OutgoingMail.objects.filter(network_uuid=network.uuid, sent_at=None).exists()
    assert not Consent.objects.filter(network_uuid=network.uuid, withdrawal=None).exists()
    assert not Invitation.objects.filter(network=network, state="open").exists()
    assert not JoinRequest.objects.filter(network=network, answered_at=None).exists()


@pytest.fixture(autouse=True)
def _no_mail_left() -> None:
    mail.outbox.clear()
