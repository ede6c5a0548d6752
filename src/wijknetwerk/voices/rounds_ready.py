"""What rounds, initiatives and experiments register."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import (
    ExampleData,
    LinkKind,
    PublicPanel,
    Retention,
    SearchSource,
    WaitingKind,
    event_words,
    example_data,
    links,
    member_ended,
    network_facts,
    personal_data,
    public_panels,
    retention,
    search_sources,
    suggestions,
    waiting_kinds,
)

MONTH = timedelta(days=30)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.voices import (
        ending_rounds,
        example_rounds,
        first_rounds,
        initiative_facts,
        personal_data_rounds,
        public_initiatives,
    )
    from wijknetwerk.voices.selectors import initiative_texts
    from wijknetwerk.voices.services import initiative_leaving

    _waiting()
    first_rounds.register()
    links.register(
        "voices.initiative", LinkKind(_("initiative"), initiative_texts.linked_initiatives)
    )
    links.register("voices.round", LinkKind(_("round of dots"), initiative_texts.linked_rounds))
    search_sources.register(
        initiative_texts.KIND,
        SearchSource(_("initiative"), initiative_texts.entries, initiative_texts.STANDS),
    )
    public_panels.register(
        "voices.initiatives",
        PublicPanel(
            30,
            "voices/_public_initiatives.html",
            public_initiatives.fill,
            (public_initiatives.rows,),
        ),
    )
    network_facts.register("voices.initiatives", initiative_facts.count)
    for code, suggestion in initiative_facts.SUGGESTIONS.items():
        suggestions.register(code, suggestion)
    member_ended.register("voices.initiatives", initiative_leaving.member_left)
    ending_rounds.register()
    personal_data.register("voices.rounds", personal_data_rounds.RoundsData())
    retention.register(
        "voices.round_voters",
        Retention(
            _("That you voted in a round of dots"),
            MONTH,
            _("So that nobody votes twice. What you voted is kept nowhere."),
            personal_data_rounds.forget_voters,
        ),
    )
    event_words.update(_EVENTS)
    example_data.register("voices.rounds", ExampleData(45, example_rounds.load_all))


_EVENTS = {
    "voices.initiative_joined": _("Took part in an initiative"),
    "voices.initiative_left": _("Stopped taking part in an initiative"),
    "voices.need_promised": _("Promised something to an initiative"),
    "voices.rounds_erased": _("Erased what rounds and initiatives kept of you"),
}


def _waiting() -> None:
    from wijknetwerk.voices.selectors import initiative_waits, round_waits

    kinds = {
        round_waits.ASKED: WaitingKind(
            title=_("Put your dots: %(question)s"),
            outside=_("A network asks what matters most to you"),
            button=_("Put my dots"),
            icon="list-check",
            url="voices:round",
            still_true=round_waits.still_asked,
            wanted=round_waits.asked,
            duty=False,
        ),
        round_waits.READY: WaitingKind(
            title=_("The result is there: %(question)s"),
            outside=_("A result of your network is there"),
            button=_("See the result"),
            icon="chart-bar",
            url="voices:round",
            still_true=round_waits.still_ready,
            wanted=round_waits.ready,
            duty=False,
        ),
        initiative_waits.NEED_ASKED: WaitingKind(
            title=_("%(initiative)s needs: %(what)s"),
            outside=_("An initiative in your network needs something"),
            button=_("Look who can see to it"),
            icon="hand-stop",
            url="voices:initiative",
            still_true=initiative_waits.still_asked,
            wanted=initiative_waits.needs,
        ),
        initiative_waits.EXPERIMENT_OVER: WaitingKind(
            title=_("What did you learn? %(question)s"),
            outside=_("Something you tried has come to its last day"),
            button=_("Write what we learned"),
            icon="bulb",
            url="voices:experiment_finish",
            still_true=initiative_waits.still_over,
            wanted=initiative_waits.experiments,
        ),
    }
    for code, kind in kinds.items():
        waiting_kinds.register(code, kind)
