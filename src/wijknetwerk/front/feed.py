"""A network's news and public events as one Atom feed (RFC 4287), from what strangers may see."""

import re
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.agenda.calendar import Entry
from wijknetwerk.agenda.selectors.feeds import entries_of_public
from wijknetwerk.core import clock
from wijknetwerk.core.addresses import address
from wijknetwerk.core.templating import date_words, time_words
from wijknetwerk.library.selectors.news import public_news

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

NEWS, EVENTS = 30, 50
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _Feed(Atom1Feed):
    """With the moment of its newest part, or else the start of the network: no clock is asked."""

    def latest_post_date(self) -> datetime:
        """When the feed last changed."""
        found: list[datetime] = [item["updateddate"] for item in self.items]
        begun: datetime = self.feed["begun"]
        return max([begun, *found])


def atom_of(network: "Network") -> str:
    """The feed; the network is public and its rows are in scope. Ids stay the same for ever."""
    feed = _Feed(
        title=_plain(network.name),
        link=settings.SITE_URL + address("networks:home", slug=network.slug),
        description=_plain(network.summary),
        language=get_language() or "nl",
        author_name=_plain(network.name),
        feed_url=settings.SITE_URL + address("front:feed", slug=network.slug),
        feed_guid=network.uuid.urn,
        begun=network.started_at or network.created_at,
    )
    for item in public_news(network, NEWS):
        feed.add_item(
            title=_plain(item.title),
            link=settings.SITE_URL + item.url,
            description=_plain(item.summary),
            unique_id=item.uuid.urn,
            pubdate=item.published_at,
            updateddate=item.updated_at,
        )
    coming = [entry for entry in entries_of_public(network) if entry.ends_at > clock.now()]
    for entry in coming[:EVENTS]:
        feed.add_item(
            title=_plain(_title(entry)),
            link=entry.url,
            description=_plain(_about(entry)),
            unique_id=entry.uuid.urn,
            updateddate=entry.changed_at,
        )
    return feed.writeString("utf-8")


def _title(entry: Entry) -> str:
    day = date_words(clock.local_day(entry.starts_at))
    title = f"{entry.title}, {day}"
    return _("Cancelled: %(title)s") % {"title": title} if entry.is_cancelled else title


def _about(entry: Entry) -> str:
    times = _("%(from)s to %(until)s") % {
        "from": time_words(entry.starts_at),
        "until": time_words(entry.ends_at),
    }
    return " ".join(part for part in (f"{times}.", entry.where, entry.about) if part)


def _plain(text: str) -> str:
    """Without signs that XML can't hold."""
    return _NOT_IN_XML.sub("", text)
