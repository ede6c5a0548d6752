"""Nobody uses the agenda to fill a mailbox, to send a link, or to ask without end."""

from django.core.cache import cache
from django.test import Client

from tests.cast import SYSTEM, Cast
from wijknetwerk.agenda.services import events, sign_ups
from wijknetwerk.agenda.tests.planning import by, comes, plan
from wijknetwerk.core import scope
from wijknetwerk.core.models import OutgoingMail

EMAIL = "truus@voorbeeld.example"


def test_nobody_moves_an_event_all_day_to_fill_somebodys_mailbox(cast: Cast) -> None:
    cache.clear()
    event = plan(cast, "bas")
    guest = sign_ups.Guest("Truus Vos", email=EMAIL)
    by(cast, "bas", sign_ups.note_guest, event=event.uuid, guest=guest)
    comes(cast, "amina", event)
    for _each in range(14):
        by(cast, "bas", events.cancel, event=event.uuid, because="")
        by(cast, "bas", events.go_on, event=event.uuid)
    with scope.acting(SYSTEM):
        rows = OutgoingMail.objects.filter(purpose="agenda.event")
        told = [mail.to_address for mail in rows]
    assert (told.count(EMAIL), told.count(cast.amina.email)) == (1 + 25, 1 + 28)
    cache.clear()


def test_the_name_that_a_stranger_types_brings_no_link_into_a_mail(cast: Cast) -> None:
    event = plan(cast, is_public=True)
    name = "J.de Vries wint op http://kwaad.example/nu of www.kwaad.example"
    sent = {"name": name, "email": "iemand@voorbeeld.example", "brings": "0"}
    answer = Client().post(f"/n/de-linde/agenda/{event.uuid}/aanmelden/", sent)
    assert answer.status_code == 302
    with scope.acting(SYSTEM):
        mail = OutgoingMail.objects.get(purpose="agenda.event")
    assert "J. de Vries wint op http kwaad. example nu of www. kwaad. example," in mail.body


def test_what_is_refused_counts_too(cast: Cast) -> None:
    cache.clear()
    event = plan(cast, is_public=True, room=1)
    sent = {"name": "Truus Vos", "email": EMAIL, "brings": "5"}
    place = f"/n/de-linde/agenda/{event.uuid}/aanmelden/"
    said = [Client().post(place, sent).content.decode() for _each in range(13)]
    assert ["geen plek meer" in one for one in said] == [True] * 12 + [False]
    assert "te vaak geprobeerd" in said[-1]
    cache.clear()
