"""What talks and rounds let wait for a team's people: not for who left, or leads it no more.

Who leads it now is asked by the worker, each night (`talk`, `round_clock`).
"""

from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.models import ExpectationRound, Team, TeamTalk
from wijknetwerk.networks.services import round_clock, talk
from wijknetwerk.notices.services import waiting


def left(team_id: int, person_id: int) -> None:
    """Somebody is not in the team any more: no words are asked of them, and nothing of a lead."""
    newest = _newest_round(team_id)
    if newest is not None:
        for kind in (round_clock.ASKED, round_clock.REMINDED):
            waiting.done(kind=kind, subject=newest.uuid, person_id=person_id)
    leads_no_more(team_id, person_id)


def leads_no_more(team_id: int, person_id: int | None = None) -> None:
    """Looking again and asking again wait for this person no longer; without one, for nobody."""
    last = TeamTalk.objects.filter(team=team_id).order_by("-pk").first()
    if last is not None:
        waiting.done(kind=talk.LOOK_AGAIN, subject=last.uuid, person_id=person_id)
    newest = _newest_round(team_id)
    if newest is not None:
        waiting.done(kind=round_clock.PROPOSED, subject=newest.uuid, person_id=person_id)


def team_over(actor: Actor, team: Team) -> None:
    """A team ended: its open round closes, and nobody is asked anything of it."""
    for one in ExpectationRound.objects.filter(team=team, closed_on=None):
        round_clock.close(actor, one)
    leads_no_more(team.pk)


def _newest_round(team_id: int) -> ExpectationRound | None:
    """Only of the newest one something waits: opening the next closes what waited before."""
    return ExpectationRound.objects.filter(team=team_id).order_by("-pk").first()
