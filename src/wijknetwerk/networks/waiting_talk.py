"""What talks, expectations and learners bring to the registries."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, event_words, waiting_kinds
from wijknetwerk.networks import events_talk, keeping
from wijknetwerk.networks.services import learning, round_clock, talk


def register() -> None:
    """Called once, when the app is ready."""
    keeping.register_talk()
    event_words.update(events_talk.WORDS)
    waiting_kinds.register(
        talk.LOOK_AGAIN,
        WaitingKind(
            title=_("Look again at what %(team)s agreed"),
            outside=_("A team looks again at what it agreed"),
            button=_("Look again"),
            icon="refresh",
            url="networks:team_talk",
            still_true=talk.still_true,
            wanted=talk.wanted,
        ),
    )
    waiting_kinds.register(
        round_clock.ASKED,
        WaitingKind(
            title=_("Say what you bring and what you expect: %(where)s"),
            outside=_("You are asked what you bring and what you expect"),
            button=_("Say it"),
            icon="messages",
            url="networks:expectation_mine",
            still_true=round_clock.still_open,
            wanted=round_clock.asked,
        ),
    )
    waiting_kinds.register(
        round_clock.REMINDED,
        WaitingKind(
            title=_("Last days: say what you bring and what you expect: %(where)s"),
            outside=_("Last days to say what you bring and what you expect"),
            button=_("Say it"),
            icon="clock",
            url="networks:expectation_mine",
            still_true=round_clock.still_open,
            wanted=round_clock.reminded,
        ),
    )
    waiting_kinds.register(
        round_clock.PROPOSED,
        WaitingKind(
            title=_("Half a year is over: ask again what everybody expects of %(where)s"),
            outside=_("Half a year is over since the last round of expectations"),
            button=_("Look at it"),
            icon="messages",
            url="networks:expectations",
            still_true=round_clock.still_proposed,
            wanted=round_clock.proposals,
            duty=False,
        ),
    )
    waiting_kinds.register(
        learning.ENDS,
        WaitingKind(
            title=_("%(who)s stops learning here soon"),
            outside=_("Somebody stops learning here soon"),
            button=_("Look at it"),
            icon="clock",
            url="networks:learner",
            still_true=learning.still_ending,
            wanted=learning.ending_soon,
            duty=False,
        ),
    )
