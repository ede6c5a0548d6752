"""What talks and expectations keep about a person, and how it goes (rule K3)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.networks.models import (
    Expectation,
    ExpectationRound,
    Network,
    Remit,
    TalkPresence,
    TeamTalk,
    TeamTalkAnswer,
)
from wijknetwerk.networks.personal_data import networks_of

OF_THE_TEAM = _("What a team agreed belongs to the team. Your name is taken off it.")


class TalkData:
    """Own words in rounds, being there at a talk, and what one wrote down for a team."""

    title: str | Promise = _("What you said in talks and rounds")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """Own words whole, also those that were changed; of a talk that one was there or wrote."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        for network in networks_of(person):
            yield from _expectations(network, person)
            yield from _presences(network, person)
            yield from _written(network, person)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Own words go; what was agreed stays without the name."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        counts = {"words": 0, "there": 0, "names": 0}
        for network in networks_of(person):
            own = Expectation.objects.filter(network=network, membership__person=person)
            counts["words"] += own.update(brings="", expects="", role="")
            there = TalkPresence.objects.filter(network=network, membership__person=person)
            counts["there"] += there.delete()[0]
            counts["names"] += _forget_writer(network, person)
            log.record(actor, "networks.talk_erased", network, client=person_uuid)
        return [
            Erasure(_("What you bring and expect"), counts["words"], "anonymised"),
            Erasure(_("That you were at a talk"), counts["there"], "deleted"),
            Erasure(_("Your name at what you wrote"), counts["names"], "anonymised", OF_THE_TEAM),
        ]


def forget_expectations(before: datetime) -> int:
    """Erase the words of rounds that were closed before this instant."""
    rows = Expectation.objects.filter(round__closed_on__lt=before.date())
    return rows.exclude(brings="", expects="", role="").update(brings="", expects="", role="")


def forget_who_was_there(before: datetime) -> int:
    """Forget who was at talks that were finished before this instant; what was agreed stays."""
    old = TeamTalk.objects.filter(held_on__lt=before.date())
    gone = TalkPresence.objects.filter(talk__in=old).delete()[0]
    return gone + old.exclude(others_there="").update(others_there="")


def _expectations(network: Network, person: Any) -> Iterator[Record]:
    rows = Expectation.objects.filter(network=network, membership__person=person)
    for row in rows.select_related("round", "written_by").order_by("round", "number"):
        noted = row.written_by.name if row.noted and row.written_by else ""
        yield Record(
            _("What you bring and expect"),
            (
                (_("Network"), network.name),
                (_("Round of"), row.round.opened_on),
                (_("What I bring"), row.brings),
                (_("What I expect"), row.expects),
                (_("My role"), row.role),
                (_("Noted down by"), noted),
                (_("Written"), row.written_at),
                (_("Changed after"), row.superseded_at),
            ),
        )


def _presences(network: Network, person: Any) -> Iterator[Record]:
    rows = TalkPresence.objects.filter(network=network, membership__person=person)
    for row in rows.select_related("talk__team").order_by("talk"):
        yield Record(
            _("You were at a talk of a team"),
            (
                (_("Network"), network.name),
                (_("Team"), row.talk.team.name),
                (_("Begun"), row.talk.begun_on),
            ),
        )


def _written(network: Network, person: Any) -> Iterator[Record]:
    answers = TeamTalkAnswer.objects.filter(network=network, written_by=person)
    for row in answers.select_related("talk__team").order_by("written_at"):
        yield Record(
            _("What you wrote for a team"),
            (
                (_("Network"), network.name),
                (_("Team"), row.talk.team.name),
                (_("What we agree"), row.agreed),
                (_("Where we differ"), row.differ),
                (_("Written"), row.written_at),
            ),
        )
    for remit in Remit.objects.filter(network=network, written_by=person).order_by("written_at"):
        yield Record(
            _("What you wrote about what we are for"),
            (
                (_("Network"), network.name),
                (_("Ours"), remit.ours),
                (_("Not ours"), [line["text"] for line in remit.others]),
                (_("Written"), remit.written_at),
            ),
        )


def _forget_writer(network: Network, person: Any) -> int:
    count = 0
    for model in (TeamTalkAnswer, Remit, Expectation):
        rows = model._default_manager.filter(network=network, written_by=person)
        count += rows.update(written_by=None)
    TeamTalk.objects.filter(network=network, begun_by=person).update(begun_by=None)
    ExpectationRound.objects.filter(network=network, opened_by=person).update(opened_by=None)
    return count
