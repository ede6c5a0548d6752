"""What pages and news hand over to other apps: links, search."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import LinkKind, SearchSource, links, search_sources
from wijknetwerk.library.selectors import finding


def register() -> None:
    """Called once, when the app is ready."""
    words = {finding.PAGE: _("From the toolbox"), finding.NEWS: _("News")}
    for kind, word in words.items():
        links.register(kind, LinkKind(word, finding.resolve))
        search_sources.register(kind, SearchSource(word, partial(finding.entries, kind)))
