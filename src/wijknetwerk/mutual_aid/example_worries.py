"""Worries, complaints and a holiday of the desk in the example, each through the services."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from wijknetwerk.core import clock, scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid import access_complaints, access_concerns
from wijknetwerk.mutual_aid.models import Complaint, Concern
from wijknetwerk.mutual_aid.selectors import concern_keepers
from wijknetwerk.mutual_aid.services import away, complaints, concerns

Told = Mapping[str, Any]
On = Callable[[int, str, Callable[[Actor], Any]], Any]
"""Let somebody, by their key, do something so many days ago."""


@dataclass(frozen=True)
class Worries:
    """Those of one network. `member`: the reference of a member by key."""

    network: Any
    people: Mapping[str, Any]
    member: Callable[[str], UUID]
    on: On

    def tell(self, told: Told) -> None:
        """Everything, each on its day."""
        for row in told.get("concerns", []):
            self._concern(row)
        for row in told.get("complaints", []):
            self._complaint(row)
        if "holiday" in told:
            self._holiday(told["holiday"])

    def _concern(self, row: Told) -> None:
        said = concerns.Told(row["about"], row["words"])

        def begins(actor: Actor) -> Concern:
            return concerns.tell(actor=actor, network=self.network, told=said)

        made = self.on(row["days_ago"], row["by"], begins)
        reader = concern_keepers.reader_of(made)
        hears = next(
            key for key, one in self.people.items() if reader and one.pk == reader.person_id
        )
        for name, ago in row.get("acts", []):
            self.on(ago, hears, partial(self._step, made.uuid, name, row))
        if "reply" in row:
            last = row["acts"][-1][1]
            self.on(last, hears, lambda actor: self._answers(actor, made.uuid, row["reply"]))

    def _step(self, concern: UUID, name: str, row: Told, actor: Actor) -> None:
        hand = access_concerns.concern_for(actor, self.network, concern)
        resident = self.member(row["resident"]) if "resident" in row else None
        spoken = concerns.Spoken(clock.today(), row.get("note", ""), resident)
        concerns.step(
            hand=hand,
            act=access_concerns.DO[name],
            spoken=spoken if name == "speak" else None,
        )

    def _answers(self, actor: Actor, concern: UUID, reply: str) -> None:
        hand = access_concerns.concern_for(actor, self.network, concern)
        concerns.answer(hand=hand, back=concerns.Back(reply))

    def _complaint(self, row: Told) -> None:
        words = {name: row[name] for name in ("against", "words", "about", "wish") if name in row}
        said = complaints.Complained(**words)

        def begins(actor: Actor) -> None:
            complaints.tell(actor=actor, network=self.network, told=said)

        self.on(row["days_ago"], row["by"], begins)
        made = Complaint.objects.filter(network=self.network).latest("pk")
        for name, ago in row.get("acts", []):
            answer = row.get("answer", "") if name == "answer" else ""
            self.on(ago, row["by"], partial(self._looks, made, name, answer))

    def _looks(self, made: Complaint, name: str, answer: str, _actor: Actor) -> None:
        """The independent person takes part in nothing: by their link."""
        purpose = access_complaints.INDEPENDENT
        network = (self.network.pk, self.network.uuid)
        secret = tokens.issue_link(
            purpose=purpose, subject=made.uuid, network=network, lasts=timedelta(days=1)
        )
        holder = Actor.anonymous().at(address="192.0.2.7", traceparent="")
        with (
            scope.acting(holder),
            access_complaints.complaint_of_link(holder, secret, purpose) as hand,
        ):
            complaints.step(hand=hand, act=access_complaints.DO[name], answer=answer)

    def _holiday(self, row: Told) -> None:
        def asks(actor: Actor) -> Any:
            first = clock.today() + timedelta(days=row["days_ago"] + row["in_days"])
            return away.ask(
                actor=actor,
                network=self.network,
                to=self.member(row["to"]),
                from_on=first,
                until_on=first + timedelta(days=row["days"]),
                notes=row["notes"],
            )

        made = self.on(row["days_ago"], row["by"], asks)
        self.on(
            row["days_ago"] - 1,
            row["to"],
            lambda actor: away.answer(actor=actor, network=self.network, away=made.uuid, yes=True),
        )
