"""What stories and themes register, once, when the app is ready."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.addresses import address
from wijknetwerk.core.log.noted import noted_events
from wijknetwerk.core.registries import (
    EndingPart,
    ExampleData,
    LinkKind,
    MenuItem,
    PublicPanel,
    Retention,
    ThingPanel,
    WaitingKind,
)


def register() -> None:
    """Menu, links, search, what waits, what the log says, personal data and how long it is kept."""
    from wijknetwerk.voices import events
    from wijknetwerk.voices.selectors import finding, stories

    registries.menu.register(
        "voices.first", MenuItem(_("Think along"), "message", _first, "network", 30, True)
    )
    registries.menu.register(
        "voices.mine", MenuItem(_("My stories"), "message", _mine, "person", 40)
    )
    registries.links.register(
        finding.STORY, LinkKind(_("something that was told"), stories.resolve_stories)
    )
    registries.links.register(finding.THEME, LinkKind(_("theme"), stories.resolve_themes))
    registries.search_sources.register(
        finding.STORY,
        registries.SearchSource(
            _("told in the neighbourhood"), finding.stories, finding.STORY_STANDS
        ),
    )
    registries.search_sources.register(
        finding.THEME,
        registries.SearchSource(_("theme"), finding.themes, finding.THEME_STANDS),
    )
    registries.event_words.update(events.WORDS)
    noted_events.update(events.NOTED)
    _register_waiting()
    _register_keeping()
    _register_around()


def _first(_actor: Actor, standing: Standing | None) -> str | None:
    return address("voices:first", standing.slug) if standing else None


def _mine(actor: Actor, _standing: Standing | None) -> str | None:
    """For who takes part nowhere: others find it on the first page of Meedenken."""
    return address("voices:mine") if actor.is_person and not actor.standings else None


def _register_waiting() -> None:
    from wijknetwerk.voices.selectors import waits
    from wijknetwerk.voices.services import questions

    registries.role_changed.register("voices.questions", questions.role_changed)

    registries.waiting_kinds.register(
        waits.ASKED,
        WaitingKind(
            title=_("A resident's question waits for an answer"),
            outside=_("A question waits for an answer"),
            button=_("Read and answer"),
            icon="message",
            url="voices:story",
            still_true=waits.still_asked,
            wanted=waits.all_asked,
        ),
    )


def _register_keeping() -> None:
    from wijknetwerk.voices import personal_data_stories as kept

    registries.personal_data.register("voices.stories", kept.StoriesData())
    ground = _("So that we can show what was said yes to.")
    registries.retention.register(
        "voices.yeses",
        Retention(
            _("Yeses to stories that were taken back"),
            timedelta(days=365),
            ground,
            kept.forget_yeses,
        ),
    )
    registries.retention.register(
        "voices.kept_stories",
        Retention(
            _("What was written down for who has no account, for them alone"),
            timedelta(days=365),
            _("Until then they can come back for it."),
            kept.forget_kept,
        ),
    )


def _register_around() -> None:
    from wijknetwerk.voices import example_stories, stories_around, stories_facts
    from wijknetwerk.voices.selectors import themes

    registries.public_panels.register(
        "voices.themes",
        PublicPanel(
            30,
            "voices/_public_themes.html",
            stories_around.public_themes,
            (themes.public_themes, themes.public_tellers),
        ),
    )
    registries.thing_panels.register(
        "voices.told_there", ThingPanel("voices/_told_there.html", stories_around.on_event)
    )
    registries.desk_asks.register("voices.stories", stories_around.at_the_desk)
    registries.network_facts.register("voices.stories", stories_facts.count)
    for code, suggestion in stories_facts.SUGGESTIONS.items():
        registries.suggestions.register(code, suggestion)
    registries.endings.register(
        "stories",
        EndingPart(
            _("Stories and themes"),
            42,
            stories_around.tell_ending,
            stories_around.act_ending,
            _("Who tells the tellers that their words are theirs again?"),
            stories_around.keep_ending,
        ),
    )
    registries.example_data.register("voices.stories", ExampleData(44, example_stories.load_all))
