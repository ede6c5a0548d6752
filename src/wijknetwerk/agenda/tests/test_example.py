"""The agenda of the example networks."""

from wijknetwerk.agenda import example
from wijknetwerk.agenda.models import Attendee, Event, EventPage, Place, TableNote
from wijknetwerk.networks import example_network


def test_the_example_holds_a_gathering_with_all_that_came_of_it(as_system: None) -> None:
    example_network.load_all()
    example.load_all()
    example.load_all()  # twice is once
    assert Place.objects.count() == 6
    page = EventPage.objects.get(network__slug="presikhaaf", published_at__isnull=False)
    assert len(page.tables) == 4
    assert TableNote.objects.filter(event=page.event, owner__isnull=False).count() == 3
    assert Attendee.objects.filter(event=page.event).count() == 13
    assert Event.objects.filter(network__slug="wedde", activity__isnull=False).count() > 20
