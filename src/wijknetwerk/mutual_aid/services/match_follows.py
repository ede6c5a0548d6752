"""What follows from an act on a match: what waits for whom, and mail. Called by `match_steps` in
its transaction, after the new state was stored. Each side hears only what it may know (rule H1).
"""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from wijknetwerk.core import clock, outbox, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.access import Hand
from wijknetwerk.mutual_aid.models import (
    TOGETHER,
    Match,
    MatchAct,
    MatchState,
    Neighbour,
    ReachedBy,
    Side,
)
from wijknetwerk.mutual_aid.selectors import match_waits
from wijknetwerk.mutual_aid.selectors.neighbours import email_of, first_name_of, name_of
from wijknetwerk.mutual_aid.services import checks, desk_waits, next_ones
from wijknetwerk.notices.services import waiting

SYSTEM = Actor.system("mutual_aid.match")
AFTER = timedelta(days=1)
TOGETHER_LASTS = timedelta(days=60)  # until the first check, which brings a link of its own


def after_step(hand: Hand, match: Match, act: MatchAct, *, was_together: bool) -> None:
    """Let others know, open what waits for them and close what waited."""
    waits = (match_waits.ASKED, match_waits.WILLING, match_waits.MEET)
    waiting.all_done(kinds=waits, subject=match.uuid)
    if match.state == MatchState.AGREED and match.meet_with is not None:
        companion_waits(match)
    if act == MatchAct.ASK:
        _ask_helper(match)
    elif act == MatchAct.HELPER_YES:
        _ask_asker(match)
    elif act == MatchAct.ASKER_YES:
        _tell(match, Side.HELPER, "agreed")
        _tell(match, Side.ASKER, "agreed")
    elif was_together and match.state == MatchState.ENDED:
        for side in Side:
            if side != hand.side:  # who stopped it knows
                _tell(match, side, "ended")
    if act in (MatchAct.BEGIN, MatchAct.RAN):
        checks.plan_first(match)
    elif match.state == MatchState.ENDED:
        checks.drop_open(match)
    if match.state in (MatchState.CLOSED, MatchState.ENDED):
        next_ones.soon(match.request)
    desk_waits.refresh(match.network)


def companion_waits(match: Match) -> None:
    """The first meeting waits for who comes along, and for nobody else."""
    wanted = [match_waits.for_companion(match)] if match.meet_with else []
    waiting.only_for(actor=SYSTEM, kind=match_waits.MEET, subject=match.uuid, wanted=wanted)


def _ask_helper(match: Match) -> None:
    if match.offer.helper.person_id is not None:
        wanted = match_waits.for_helper(match)
        waiting.wait(actor=SYSTEM, kind=match_waits.ASKED, wanted=wanted)
    if match.asked_how == ReachedBy.MAIL:
        _mail(match, Side.HELPER, "asked", link_for(match, Side.HELPER))


def _ask_asker(match: Match) -> None:
    if match.request.asker.person_id is not None:
        wanted = match_waits.for_asker(match)
        waiting.wait(actor=SYSTEM, kind=match_waits.WILLING, wanted=wanted)
    if match.request.asker.reached_by == ReachedBy.MAIL:
        _mail(match, Side.ASKER, "willing", link_for(match, Side.ASKER))


def _tell(match: Match, side: Side, what: str) -> None:
    """By mail, to who likes that and to a helper who was asked by mail; others hear it by phone or
    letter from the desk."""
    asked_so = side == Side.HELPER and match.asked_how == ReachedBy.MAIL
    if asked_so or _row(match, side).reached_by == ReachedBy.MAIL:
        link = link_for(match, side) if match.state in TOGETHER else ""
        _mail(match, side, what, link)


def link_for(match: Match, side: Side) -> str:
    """A link by which this side answers, and later reads with whom, without signing in."""
    secret = tokens.issue_link(
        purpose=access.LINKS[side],
        subject=match.uuid,
        network=(match.network.pk, match.network.uuid),
        lasts=_lasts(match),
    )
    return settings.SITE_URL + reverse("mutual_aid:answer", args=[side.value, secret])


def code_for(match: Match, side: Side) -> str:
    """The same as a code for a letter."""
    return tokens.issue_code(
        purpose=access.LINKS[side],
        subject=match.uuid,
        network=(match.network.pk, match.network.uuid),
        lasts=_lasts(match),
    )


def _lasts(match: Match) -> timedelta:
    """A question answers until the day after it lapsed; what runs until the first check."""
    if match.state in TOGETHER:
        return TOGETHER_LASTS
    day = match.lapse_on or clock.today()
    return timedelta(days=max((day - clock.today()).days, 0)) + AFTER


def _row(match: Match, side: Side) -> Neighbour:
    return match.request.asker if side == Side.ASKER else match.offer.helper


def _mail(match: Match, side: Side, what: str, link: str) -> None:
    """A mail that says that there is something, and of whom only what this side may know."""
    row = _row(match, side)
    to = email_of(row)
    if not to:
        return
    language = (row.person.language if row.person else "") or "nl"
    outbox.queue(
        purpose="mutual_aid.match",
        to=to,
        template="mutual_aid/mail/match.txt",
        context={
            "what": what,
            "name": name_of(row),
            "side": side.value,
            "who": first_name_of(match.offer.helper) if side == Side.ASKER else "",
            "lapse_on": match.lapse_on,
            "link": link,
            "network": match.network.name,
            "phone": match.network.phone,
        },
        language=language,
        person=row.person.uuid if row.person else None,
        network=match.network.uuid,
    )
