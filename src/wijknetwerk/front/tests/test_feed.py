"""The Atom feed: what strangers may see of a public network, valid, under ids that stay."""

from xml.etree import ElementTree

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from wijknetwerk.agenda.tests.planning import plan
from wijknetwerk.library.tests.texting import begin, publish
from wijknetwerk.networks.models import Network, Visibility

ATOM = "{http://www.w3.org/2005/Atom}"


def _entries(client: Client) -> dict[str, tuple[str, str]]:
    response = client.get(reverse("front:feed", kwargs={"slug": "de-linde"}))
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)  # noqa: S314 - our own feed
    assert root.tag == f"{ATOM}feed"
    for needed in ("id", "title", "updated", "author"):
        assert root.find(f"{ATOM}{needed}") is not None, needed
    found = {}
    for entry in root.iter(f"{ATOM}entry"):
        said = {child.tag.removeprefix(ATOM): child.text or "" for child in entry}
        assert {"id", "title", "updated"} <= said.keys()
        found[said["id"]] = (said["title"], said["updated"])
    return found


def test_public_news_and_events_stand_in_the_feed_and_nothing_of_members(cast: Cast) -> None:
    told = publish(cast, begin(cast, title="De moestuin is open & groen", audience="everybody"))
    publish(cast, begin(cast, title="Alleen voor ons", audience="members"))
    open_day = plan(cast, title="Open dag <b>nu</b>", is_public=True)
    plan(cast, title="Overleg van het kernteam", is_public=False)

    found = _entries(Client())
    assert found.keys() == {told.page.uuid.urn, open_day.uuid.urn}
    assert found[told.page.uuid.urn][0] == "De moestuin is open & groen"
    assert found[open_day.uuid.urn][0].startswith("Open dag <b>nu</b>, ")
    assert _entries(Client()) == found


def test_a_network_that_is_not_public_has_no_feed(cast: Cast) -> None:
    Network.objects.filter(pk=cast.linde.pk).update(visibility=Visibility.MEMBERS)
    assert Client().get(reverse("front:feed", kwargs={"slug": "de-linde"})).status_code == 404
    assert Client().get(reverse("front:feed", kwargs={"slug": "bestaat-niet"})).status_code == 404
