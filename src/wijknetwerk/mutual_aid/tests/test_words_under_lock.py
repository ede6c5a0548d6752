"""K1: nobody reads what neighbours said from the database or a copy of it: no table but the log has
their words, names or numbers as such, and the log none of them either."""

from datetime import timedelta

import pytest
from django.core.serializers import serialize

from tests.cast import TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid import access_checks
from wijknetwerk.mutual_aid.models import Against, FollowUp, HelpSettings, MatchAct
from wijknetwerk.mutual_aid.services import away, checks, choosing, complaints, details
from wijknetwerk.mutual_aid.tests import acting
from wijknetwerk.mutual_aid.tests.test_concerns import tell, traces_of

pytestmark = pytest.mark.django_db
SECRET = "ZQX"  # in each word that is said below


def _secret(what: str) -> str:
    return f"{what}{SECRET}"


def test_k1_no_word_of_neighbours_stands_open_in_any_table(cast: Cast) -> None:
    asker = acting.outsider(cast, _secret("Jopie"), "0611223344")
    helper = acting.outsider(cast, _secret("Geert"))
    asked = acting.request(
        cast,
        asker,
        told=_secret("told"),
        words=_secret("asks"),
        call_name=_secret("call"),
        call_phone="0611223344",
    )
    offered = acting.offer(cast, helper, words=_secret("offers"), not_words=_secret("not"))
    joost = cast.actor("joost")
    with scope.acting(joost):
        made = choosing.choose(
            actor=joost,
            network=cast.linde,
            request=asked.uuid,
            offer=offered.uuid,
            why=_secret("why"),
        )
        now = details.now(asker)
        changes = {name: (now[name], _secret(name)) for name in ("address", "handy")}
        details.change(actor=joost, network=cast.linde, neighbour=asker.uuid, changes=changes)
    acting.agreed(cast, made)
    acting.act(cast, "joost", made, MatchAct.BEGIN)
    with scope.acting(joost):
        check = FollowUp.objects.get(match=made, side="asker")
        hand = access_checks.check_at_desk(joost, cast.linde, check.uuid)
        checks.answer(hand=hand, said=checks.Answer("yes", "yes", need=_secret("need")))
        away.ask(
            actor=joost,
            network=cast.linde,
            to=cast.members["dewi"].uuid,
            from_on=TODAY,
            until_on=TODAY + timedelta(days=9),
            notes=_secret("notes"),
        )
    acting.act(cast, "joost", made, MatchAct.END, ended_how="done", outcome=_secret("outcome"))
    tell(cast, about=_secret("about"), words=_secret("worry"))
    _complain(cast)
    assert traces_of(SECRET, "0611223344") == []
    assert SECRET not in serialize("json", LogEntry.objects.all())


def _complain(cast: Cast) -> None:
    amina = cast.actor("amina")
    with scope.acting(amina):
        HelpSettings.objects.create(
            network=cast.linde, independent_name="Ina", independent_email="ina@voorbeeld.example"
        )
        told = complaints.Complained(
            against=Against.values[0],
            words=_secret("happened"),
            about=_secret("whom"),
            wish=_secret("wish"),
            name=_secret("who"),
            phone="0611223344",
            address=_secret("where"),
        )
        complaints.tell(actor=amina, network=cast.linde, told=told)
