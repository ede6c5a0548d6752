"""What the practice examples hand over to other apps: they can be found, and linked to."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import LinkKind, SearchSource, links, search_sources
from wijknetwerk.library.selectors import practice_found


def register() -> None:
    """Called once, when the app is ready."""
    word = _("Practice example")
    links.register(practice_found.PRACTICE, LinkKind(word, practice_found.resolve))
    search_sources.register(practice_found.PRACTICE, SearchSource(word, practice_found.entries))
