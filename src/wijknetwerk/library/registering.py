"""What pages and news hand over to other apps: links, search, panels, personal data, endings."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import (
    ExampleData,
    HomePanel,
    LinkKind,
    PublicPanel,
    Retention,
    SearchSource,
    ThingPanel,
    event_words,
    example_data,
    home_panels,
    links,
    personal_data,
    public_panels,
    retention,
    search_sources,
    thing_panels,
)
from wijknetwerk.library import ending
from wijknetwerk.library.selectors import finding, goal_news, news

if TYPE_CHECKING:
    from wijknetwerk.core.actor import Actor
    from wijknetwerk.networks.models import Network

YEAR = timedelta(days=365)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.library import example
    from wijknetwerk.library import personal_data as kept

    words = {finding.PAGE: _("From the toolbox"), finding.NEWS: _("News")}
    for kind, word in words.items():
        links.register(kind, LinkKind(word, finding.resolve))
        search_sources.register(
            kind, SearchSource(word, partial(finding.entries, kind), finding.STANDS)
        )
    public_panels.register(
        "library.news", PublicPanel(40, "library/_news_public.html", _public, (news.public_rows,))
    )
    home_panels.register("library.news", HomePanel("library/_news_home.html", _home))
    thing_panels.register(
        "library.goal_news", ThingPanel("library/_news_of_goal.html", goal_news.panel)
    )
    personal_data.register("library", kept.TextsData())
    retention.register(
        "library.drafts",
        Retention(
            _("Texts that were never published"),
            YEAR,
            _("Whoever began it may go on for a year."),
            kept.forget_drafts,
        ),
    )
    example_data.register("library", ExampleData(40, example.load_all))
    event_words[kept.EVENT] = _("Your name was taken out of texts that you wrote")
    ending.register()


def _public(network: Any, rows: list[Any]) -> Mapping[str, Any]:
    """The latest news, on the public page of a network."""
    return {"library_news": news.items_of(network, rows)} if rows else {}


def _home(actor: "Actor", network: "Network") -> Mapping[str, Any]:
    """The latest news, beside a network's first page; members write the next."""
    return {"library_news": news.latest(network, news.SHORT_LIST)}
