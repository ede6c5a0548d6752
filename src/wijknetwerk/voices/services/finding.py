"""What of stories and themes can be found by searching. What is narrowed goes at once."""

from wijknetwerk.networks.services import search
from wijknetwerk.voices.models import Story, Theme
from wijknetwerk.voices.selectors.finding import STORY, THEME, text_of_story, text_of_theme


def keep_story(story: Story) -> None:
    """As it stands now: found by who may read it, or by nobody."""
    text = text_of_story(story)
    if text is None:
        forget_story(story)
    else:
        search.keep(text)


def forget_story(story: Story) -> None:
    """Found by nobody."""
    search.forget(STORY, story.uuid)


def keep_theme(theme: Theme) -> None:
    """As it stands now."""
    text = text_of_theme(theme)
    if text is None:
        search.forget(THEME, theme.uuid)
    else:
        search.keep(text)


def forget_theme(theme: Theme) -> None:
    """Found by nobody."""
    search.forget(THEME, theme.uuid)
