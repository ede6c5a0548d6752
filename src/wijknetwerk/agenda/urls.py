"""Addresses of agenda."""

from django.urls import URLPattern, path

from wijknetwerk.agenda.views import after, agenda, feeds, people, places, planning

app_name = "agenda"
AGENDA = "n/<slug:slug>/agenda/"
EVENT = f"{AGENDA}<uuid:uuid>/"
PLACES = "n/<slug:slug>/plekken/"

urlpatterns: list[URLPattern] = [
    path(AGENDA, agenda.agenda, name="agenda"),
    path(f"{AGENDA}agenda.ics", agenda.network_feed, name="network_feed"),
    path(f"{AGENDA}nieuw/", planning.event_new, name="event_new"),
    path(f"{AGENDA}reeks/<uuid:uuid>/", planning.series_page, name="series"),
    path(f"{AGENDA}reeks/<uuid:uuid>/stoppen/", planning.series_stop, name="series_stop"),
    path(EVENT, agenda.event, name="event"),
    path(f"{EVENT}agenda.ics", agenda.event_file, name="event_file"),
    path(f"{EVENT}aanmelden/", agenda.sign_up, name="sign_up"),
    path(f"{EVENT}afmelden/", agenda.take_back, name="take_back"),
    path(f"{EVENT}wijzigen/", planning.event_change, name="event_change"),
    path(f"{EVENT}afzeggen/", planning.event_cancel, name="event_cancel"),
    path(f"{EVENT}wie-komt/", people.who_comes, name="who_comes"),
    path(f"{EVENT}wie-komt/eraf/", people.take_off, name="take_off"),
    path(f"{EVENT}lijst.pdf", people.list_paper, name="list_paper"),
    path(f"{EVENT}wie-kwam/", people.who_came, name="who_came"),
    path(f"{EVENT}notities/", after.notes, name="notes"),
    path(f"{EVENT}notities/<uuid:note>/eraf/", after.note_off, name="note_off"),
    path(f"{EVENT}gezegd/", after.page_read, name="page"),
    path(f"{EVENT}gezegd/schrijven/", after.page_write, name="page_write"),
    path(f"{EVENT}gezegd/brieven/", after.page_letters, name="page_letters"),
    path(f"{EVENT}gezegd/brieven.pdf", after.page_letters_pdf, name="page_letters_pdf"),
    path(PLACES, places.places, name="places"),
    path(f"{PLACES}nieuw/", places.place_new, name="place_new"),
    path(f"{PLACES}<uuid:uuid>/", places.place, name="place"),
    path(f"{PLACES}<uuid:uuid>/wijzigen/", places.place_change, name="place_change"),
    path(f"{PLACES}<uuid:uuid>/sluiten/", places.place_close, name="place_close"),
    path("agenda/aanmelding/<str:secret>/", agenda.sign_up_link, name="sign_up_link"),
    path("agenda/gezegd/<str:secret>/", after.page_link, name="page_link"),
    path("agenda/mijn/<str:secret>.ics", feeds.feed, name="feed"),
    path("mijn-agenda/", feeds.my_feed, name="my_feed"),
]
