"""Who leads is asked to name who hears worries and complaints, while nobody does (rule H6)."""

from typing import Any

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.mutual_aid.selectors.vacancy_waits import COMPLAINTS, WORRIES
from wijknetwerk.mutual_aid.services import help_settings
from wijknetwerk.mutual_aid.tests import acting
from wijknetwerk.networks.services import leaving, roles
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services import rebuild


def waits(cast: Cast) -> dict[str, list[str]]:
    """For whom each of both waits; the same when it is rebuilt, and by the question before mail."""
    with scope.acting(SYSTEM):
        assert not [
            one for one in rebuild.rebuild(actor=SYSTEM) if one.kind in (WORRIES, COMPLAINTS)
        ]
        rows = Waiting.objects.filter(kind__in=(WORRIES, COMPLAINTS), done_at=None)
        found: dict[str, list[str]] = {}
        for row in rows.select_related("person").order_by("person__given_name"):
            found.setdefault(row.kind, []).append(row.person.given_name)
        for kind in (WORRIES, COMPLAINTS):
            still = waiting_kinds[kind].still_true([cast.linde.uuid, cast.oosterpoort.uuid])
            assert set(still) == ({cast.linde.uuid} if kind in found else set())
    return found


def settle(cast: Cast, **changes: Any) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        help_settings.change(
            actor=actor,
            network=cast.linde,
            changes={name: (was, to) for name, (was, to) in changes.items()},
        )


def test_naming_closes_what_waits_and_leaving_opens_it(cast: Cast) -> None:
    assert waits(cast) == {}  # nobody asks or helps yet
    acting.neighbour(cast)
    assert waits(cast) == {WORRIES: ["Dewi"], COMPLAINTS: ["Dewi"]}  # Joost alone hears worries
    els, ad = cast.members["els"], cast.actor("ad")
    settle(cast, concerns_else=(None, els.uuid))
    assert waits(cast) == {COMPLAINTS: ["Dewi"]}
    settle(cast, independent_name=("", "Wim de Groot"), independent_phone=("", "0597 123456"))
    assert waits(cast) == {}
    with scope.acting(ad):
        leaving.remove(actor=ad, network=cast.linde, member=els.uuid, reason="moved")
    assert waits(cast) == {WORRIES: ["Dewi"]}
    with scope.acting(ad):
        bas, role = cast.members["bas"].uuid, roles.NewRole("village_supporter", TODAY)
        roles.give_role(actor=ad, network=cast.linde, member=bas, new=role)
    assert waits(cast) == {}
