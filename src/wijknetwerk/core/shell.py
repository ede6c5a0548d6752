"""What the page shell shows: names, navigation, messages. Made without a query of its own."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.urls import NoReverseMatch
from django.utils.translation import get_language, gettext

from wijknetwerk.core import presence, registries
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.addresses import address
from wijknetwerk.core.pages import Looks, second_factor_url

BOTTOM_PLACES = 5
LINE_OF_LETTERS = 112
BETWEEN = 3
"""Room of a line of the menu at 1280 wide, and between two places, in letters."""
TEXT_SIZES = ("normal", "large", "largest")
TEXT_SIZE_COOKIE = "wn_text_size"


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the navigation, for this reader."""

    label: str
    url: str
    icon: str
    current: bool


@dataclass(frozen=True, slots=True)
class Lock:
    """Of a page that shuts by itself: in how many seconds, when it warns, where it asks whether
    somebody is still there, and where one shows who one is."""

    left: int
    warned: int
    ask_url: str
    back_url: str


Crumb = tuple[str, str | None]
_HEADING = "shell_heading"


@dataclass(slots=True)
class Heading:
    """What a view says to the shell about its page, beside what its address says already."""

    crumbs: list[Crumb] = field(default_factory=list)  # the path to this page: label, address
    network_name: str | None = None  # of a network in which the reader takes no part
    covers_itself: bool = False  # in counter mode this page hides names row by row


def heading(request: HttpRequest) -> Heading:
    """What is said about the page of this request; a view fills it in."""
    said = getattr(request, _HEADING, None)
    if not isinstance(said, Heading):
        said = Heading()
        setattr(request, _HEADING, said)
    return said


_COUNTER = "counter_mode"


def counter_mode(request: HttpRequest) -> bool:
    """Whether this browser stands on a counter, where others look along (design 6): names and
    reasons stay hidden until they are touched."""
    return bool(request.session.get(_COUNTER)) if hasattr(request, "session") else False


def set_counter_mode(request: HttpRequest, *, on: bool) -> None:
    """Begin or end that, for this session."""
    if on:
        request.session[_COUNTER] = True
    else:
        request.session.pop(_COUNTER, None)


class Shell:
    """The shell of one page: what its address, its reader and its view (`heading`) say."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.heading = heading(request)
        self.actor: Actor = getattr(request, "actor", None) or Actor.anonymous()
        self.site_name = settings.SITE_NAME
        self.home_url = "/"
        self.help_phone = settings.HELP_PHONE
        self.language = get_language() or settings.LANGUAGE_CODE

    @cached_property
    def standing(self) -> Standing | None:
        """The network within which this page is shown, or the only one the reader has."""
        match = self.request.resolver_match
        slug = match.kwargs.get("slug") if match else None
        if slug is not None:
            return next((s for s in self.actor.standings if s.slug == slug), None)
        return self.actor.standings[0] if len(self.actor.standings) == 1 else None

    @property
    def network_name(self) -> str | None:
        """The name in the header: of this page's network, if it has one."""
        own = self.standing.network_name if self.standing else None
        return self.heading.network_name or own

    @property
    def network_url(self) -> str | None:
        """Where the name in the header leads: the network's own page."""
        return address("networks:home", slug=self.standing.slug) if self.standing else None

    @cached_property
    def places(self) -> list[tuple[registries.MenuItem, Link]]:
        """All places of the navigation that this reader has, in order."""
        return self._of({"network", "person"} if self.actor.is_person else {"public"})

    @cached_property
    def links(self) -> list[Link]:
        """The links below every page."""
        return [link for _, link in self._of({"footer"})]

    def _of(self, sections: set[str]) -> list[tuple[registries.MenuItem, Link]]:
        found = []
        for item in sorted(registries.menu, key=lambda entry: entry.order):
            if item.section in sections and (url := item.url(self.actor, self.standing)):
                found.append((item, url))
        within = [(self._length_within(item, url), url) for item, url in found]
        length, current = max(within, default=(0, ""))
        return [
            (item, Link(str(item.label), url, item.icon, bool(length) and url == current))
            for item, url in found
        ]

    @cached_property
    def menu(self) -> list[Link]:
        """The navigation at the top."""
        return [link for _, link in self.places]

    @cached_property
    def line(self) -> list[Link]:
        """What of it fits beside each other on a desk's screen; the rest is behind 'More'."""
        room = LINE_OF_LETTERS
        if sum(len(link.label) + BETWEEN for link in self.menu) <= room:
            return self.menu
        room -= BETWEEN + len(gettext("More"))
        shown = []
        for link in self.menu:
            room -= len(link.label) + BETWEEN
            if room < 0:
                break
            shown.append(link)
        return shown

    @property
    def more(self) -> list[Link]:
        """What stands behind 'More', at the end of that line."""
        return self.menu[len(self.line) :]

    @cached_property
    def bottom(self) -> list[Link]:
        """The bar at the bottom of a phone: at most five places."""
        return [link for item, link in self.places if item.bottom][:BOTTOM_PLACES]

    def _length_within(self, item: registries.MenuItem, url: str) -> int:
        """How much of this page's address lies within a place; 0 when it lies elsewhere."""
        urls = [url]
        if item.also and self.standing is not None:
            urls += [address(name, slug=self.standing.slug) for name in item.also]
        path = self.request.path
        lies = (one for one in urls if path == one or (one != "/" and path.startswith(one)))
        return max(map(len, lies), default=0)

    @property
    def person_label(self) -> str | None:
        """Who is signed in."""
        return self.actor.name if self.actor.is_person else None

    @property
    def account_url(self) -> str:
        return address("accounts:me")

    @property
    def login_url(self) -> str:
        return address("account_login")

    @property
    def logout_url(self) -> str:
        return address("account_logout")

    @property
    def set_language_url(self) -> str:
        return address("core:set_language")

    @property
    def search_url(self) -> str:
        """Where one searches; nothing on the searching page itself, which has a larger field."""
        try:
            url = address("front:search")
        except NoReverseMatch:  # a site without `front`, in tests
            return ""
        return "" if self.request.path == url else url

    @property
    def languages(self) -> list[dict[str, Any]]:
        """The languages to choose from, each named in itself."""
        names = {"nl": "Nederlands", "en": "English"}
        return [
            {"code": code, "label": names[code], "current": code == self.language}
            for code, _name in settings.LANGUAGES
        ]

    @property
    def covered(self) -> bool:
        """Whether what stands on this page is hidden until it is touched: it shows somebody's
        data, on a counter, and doesn't cover it by itself."""
        rule = getattr(self.request, "page_rule", None)
        shows = rule is not None and rule.looks is not Looks.NONE
        return shows and not self.heading.covers_itself and counter_mode(self.request)

    @property
    def lock(self) -> Lock | None:
        """How long this page may be read, when it shuts by itself (core.presence)."""
        if not getattr(self.request, "counts_as_deed", False):
            return None
        return Lock(
            left=int(presence.LASTS.total_seconds()),
            warned=int(presence.WARNED.total_seconds()),
            ask_url=address("core:still_there"),
            back_url=second_factor_url(self.request, at_once=True),
        )

    @property
    def text_size(self) -> str:
        """normal, large or largest."""
        user = getattr(self.request, "user", None)
        chosen = getattr(user, "text_size", "") or self.request.COOKIES.get(TEXT_SIZE_COOKIE, "")
        return chosen if chosen in TEXT_SIZES else "normal"

    @property
    def crumbs(self) -> list[Crumb]:
        """The path to this page, when its view said it."""
        return self.heading.crumbs

    @cached_property
    def messages(self) -> list[tuple[str, str]]:
        """What was just done, as (level, text)."""
        return [(m.level_tag, str(m.message)) for m in messages.get_messages(self.request)]


class FormToken:
    """The hidden field of forms: one token a page. Django would hide it anew in each form, which
    took a fifth of the time of a list with buttons; it differs from page to page as before."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def _field(self) -> str:
        return str(csrf_input(self.request))

    def __html__(self) -> str:
        return self._field

    __str__ = __html__


def context(request: HttpRequest) -> dict[str, Any]:
    """Jinja2 context processor."""
    return {"shell": Shell(request), "csrf_input": FormToken(request)}
