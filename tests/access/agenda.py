"""Rows of the agenda. Bas sees to a public gathering; a stranger at the door sees it too."""

from datetime import timedelta
from typing import Any

from tests.access.row import (
    ALL_MEMBERS,
    ALL_SIGNED_IN,
    EVERYBODY_SEES,
    STRANGERS,
    Row,
    in_linde,
)
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.agenda import access
from wijknetwerk.agenda.models import (
    Activity,
    Attendee,
    Event,
    EventPage,
    Place,
    SignUp,
    TableNote,
)
from wijknetwerk.core import tokens
from wijknetwerk.core.pages import Looks

LEADERS = "joost ad dewi"
EDITORS = {302: "nobody", 404: STRANGERS, 403: "amina lena ben priya els", 200: LEADERS}
EDITORS_ACT = {302: f"nobody {LEADERS}", 404: STRANGERS, 403: "amina lena ben priya els"}


def _event(cast: Cast, *, over: bool = False, **more: Any) -> Event:
    begin = NOW + timedelta(days=-2 if over else 9)
    return Event.objects.create(
        network=cast.linde,
        kind="gathering",
        title="Eerste bijeenkomst",
        is_public=True,
        takes_sign_ups=True,
        organiser=cast.members["bas"],
        starts_at=begin,
        ends_at=begin + timedelta(hours=2),
        **more,
    )


def _coming(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _event(cast).uuid}


def _over(cast: Cast) -> dict[str, Any]:
    event = _event(cast, over=True)
    page = {"network": cast.linde, "event": event, "opening": "Het was goed."}
    EventPage.objects.create(number=1, changed_at=NOW, published_at=NOW, **page)
    return {"slug": "de-linde", "uuid": event.uuid}


def _note(cast: Cast) -> dict[str, Any]:
    found = _over(cast)
    event = Event.objects.get(uuid=found["uuid"])
    note = TableNote.objects.create(
        network=cast.linde, event=event, table="Tafel 1", said="Een bankje"
    )
    return {**found, "note": note.uuid}


def _series(cast: Cast) -> dict[str, Any]:
    made = Activity.objects.create(
        network=cast.linde,
        kind="walk_in",
        title="Inloop",
        organiser=cast.members["bas"],
        rhythm="weekly",
        from_on=TODAY,
        starts="10:00",
        ends="12:00",
    )
    return {"slug": "de-linde", "uuid": made.uuid}


def _place(cast: Cast) -> dict[str, Any]:
    return {
        "slug": "de-linde",
        "uuid": Place.objects.create(network=cast.linde, name="Ons Huis").uuid,
    }


def _secret(cast: Cast, purpose: str, subject: Any) -> dict[str, Any]:
    network = (cast.linde.pk, cast.linde.uuid)
    lasts = timedelta(days=20)
    secret = tokens.issue_link(purpose=purpose, subject=subject, network=network, lasts=lasts)
    return {"secret": secret}


def _sign_up(cast: Cast) -> dict[str, Any]:
    event = _event(cast)
    guest = SignUp.objects.create(
        network=cast.linde, event=event, name="Mevrouw Vos", phone="0265550123"
    )
    return _secret(cast, access.CANCEL, guest.uuid)


def _guest_page(cast: Cast) -> dict[str, Any]:
    event = Event.objects.get(uuid=_over(cast)["uuid"])
    guest = Attendee.objects.create(network=cast.linde, event=event, name="Mevrouw Vos")
    return _secret(cast, access.READ_PAGE, guest.uuid)


def _feed(cast: Cast) -> dict[str, Any]:
    return _secret(cast, access.FEED, cast.amina.uuid)


ROWS = [
    Row("agenda:agenda", EVERYBODY_SEES, in_linde),
    Row("agenda:network_feed", EVERYBODY_SEES, in_linde),
    Row("agenda:event", EVERYBODY_SEES, _coming),
    Row("agenda:event_file", EVERYBODY_SEES, _coming),
    Row("agenda:sign_up", EVERYBODY_SEES, _coming),
    Row(
        "agenda:take_back",
        {302: "nobody amina els lena ben priya joost ad dewi", 404: STRANGERS},
        _coming,
        method="POST",
    ),
    Row("agenda:sign_up_link", EVERYBODY_SEES, _sign_up),
    Row("agenda:event_new", ALL_MEMBERS, in_linde),
    Row("agenda:event_change", EDITORS, _coming),
    Row("agenda:event_cancel", EDITORS, _coming),
    Row("agenda:series", EDITORS, _series),
    Row("agenda:series_stop", EDITORS_ACT, _series, method="POST"),
    Row("agenda:who_comes", EDITORS, _coming, logs=Looks.LIST),
    Row(
        "agenda:take_off",
        {302: "nobody", 404: f"{STRANGERS} {LEADERS}", 403: "amina lena ben priya els"},
        _coming,
        method="POST",
    ),
    Row("agenda:list_paper", EDITORS, _coming, logs=Looks.LIST),
    Row("agenda:who_came", EDITORS, _over, logs=Looks.LIST),
    Row("agenda:notes", EDITORS, _over),
    Row("agenda:note_off", EDITORS_ACT, _note, method="POST"),
    Row("agenda:page_write", EDITORS, _over),
    Row("agenda:page", ALL_MEMBERS, _over),
    Row("agenda:page_letters", EDITORS, _over, logs=Looks.LIST),
    Row("agenda:page_letters_pdf", EDITORS, _over, logs=Looks.LIST),
    Row("agenda:page_link", EVERYBODY_SEES, _guest_page),
    Row("agenda:places", EVERYBODY_SEES, in_linde),
    Row("agenda:place", EVERYBODY_SEES, _place),
    Row("agenda:place_new", EDITORS, in_linde),
    Row("agenda:place_change", EDITORS, _place),
    Row("agenda:place_close", EDITORS_ACT, _place, method="POST"),
    Row("agenda:my_feed", ALL_SIGNED_IN),
    Row("agenda:feed", EVERYBODY_SEES, _feed),
]
