"""Talks, expectations and remits of an example network, as its members would have made them."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.example_network import FOLDER, LOADER, loaded
from wijknetwerk.networks.models import Membership, Network, Remit, SaidHow, Team
from wijknetwerk.networks.services import expectations, mandates, remit, round_clock, talk

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person


def load_all() -> None:
    """The talks of every example network that stands in the database; once."""
    with scope.acting(LOADER):
        for network, people in loaded().values():
            load(network, people)


def load(network: Network, people: Mapping[str, "Person"]) -> int:
    """Do what `<slug>.talk.toml` tells, as its people; how many talks and rounds there are now.
    Nothing when there is no such file, or it was done before. Call it in system scope."""
    path = FOLDER / f"{network.slug}.talk.toml"
    if not path.exists() or Remit.objects.filter(network=network).exists():
        return 0
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    story = _Story(network, people)
    for row in told["remits"]:
        story.writes_remit(row)
    for row in told["talks"]:
        story.talks(row)
    for row in told["rounds"]:
        story.round(row)
    return len(told["talks"]) + len(told["rounds"])


@dataclass
class _Story:
    """What happened in one network, while it is being told."""

    network: Network
    people: Mapping[str, "Person"]
    today: date = field(default_factory=clock.today)

    def writes_remit(self, row: Mapping[str, Any]) -> None:
        """What the network or a team is for."""
        team = self._team(row["team"])
        before = Remit.objects.filter(network=self.network, team=team).count()
        with self._acting(row["by"], row["days_ago"]) as actor:
            remit.say_remit(
                actor=actor,
                network=self.network,
                team=team,
                said=remit.Lines(
                    row["ours"], [(a, b) for a, b in row["others"]], row["shown_publicly"]
                ),
                read_number=before,
            )

    def talks(self, row: Mapping[str, Any]) -> None:
        """A talk from the first question to the day to look again."""
        there = talk.There([self._member(key).uuid for key in row["there"]], row["others"])
        team = self._team(row["team"])
        assert team is not None  # noqa: S101  (the file names it)
        with self._acting(row["by"], row["days_ago"]) as actor:
            made = talk.begin_talk(actor=actor, network=self.network, team=team, there=there)
        for said in row["answers"]:
            with self._acting(said["by"], row["days_ago"]) as actor:
                talk.say_answer(
                    actor=actor,
                    network=self.network,
                    talk=made,
                    question=said["question"],
                    read_number=0,
                    said=talk.Answer(said["agreed"], said["differ"]),
                )
        with self._acting(row["by"], row["days_ago"]) as actor:
            talk.finish_talk(
                actor=actor,
                network=self.network,
                talk=made,
                there=there,
                look_again_on=clock.today() + timedelta(days=row["look_again_days"]),
            )

    def round(self, row: Mapping[str, Any]) -> None:
        """A round with what was said; closed when its days are over."""
        with self._acting(row["by"], row["days_ago"]) as actor:
            made = expectations.open_round(
                actor=actor,
                network=self.network,
                team=self._team(row["team"]),
                closes_on=clock.today() + timedelta(days=row["days_open"]),
            )
        for said in row["words"]:
            whose = self._member(said["who"])
            with self._acting(said.get("noted_by", said["who"]), row["days_ago"] - 1) as actor:
                if "noted_by" in said:
                    mandates.give(actor=actor, member=whose, ground=SaidHow.IN_PERSON)
                expectations.say(
                    actor=actor,
                    network=self.network,
                    round=made,
                    said=expectations.Said(said["brings"], said["expects"], said["role"]),
                    read_number=0,
                    for_member=whose.uuid,
                )
        if made.closes_on <= self.today:
            with clock.frozen(self._moment(row["days_ago"] - row["days_open"])):
                round_clock.close(LOADER, made)

    @contextmanager
    def _acting(self, key: str, days_ago: int) -> Iterator[Actor]:
        """Somebody of the example, on a day before today."""
        with clock.frozen(self._moment(days_ago)):
            actor = actor_of(self.people[key])
            with scope.acting(actor):
                yield actor

    def _moment(self, days_ago: int) -> datetime:
        return datetime.combine(self.today - timedelta(days=days_ago), time(13), tzinfo=UTC)

    def _member(self, key: str) -> Membership:
        return Membership.objects.get(network=self.network, person=self.people[key])

    def _team(self, name: str) -> Team | None:
        return Team.objects.get(network=self.network, name=name) if name else None
