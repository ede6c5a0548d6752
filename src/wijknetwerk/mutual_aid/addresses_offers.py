"""Addresses of offers, of who asks and helps, and of what a network settles for help."""

from django.urls import URLPattern, path

from wijknetwerk.mutual_aid.views import help_settings, offers, offers_desk, people

HELP = "n/<slug:slug>/hulp/"
OFFER = f"{HELP}aanbod/<uuid:uuid>/"
PERSON = f"{HELP}mensen/<uuid:uuid>/"
PATHS: list[URLPattern] = [
    path(f"{HELP}aanbod/nieuw/", offers.offer_new, name="offer_new"),
    path(f"{HELP}aanbod/noteren/", offers_desk.offer_note, name="offer_note"),
    path(f"{HELP}aanbod/papier/", offers_desk.offer_paper, name="offer_paper"),
    path(OFFER, offers.offer, name="offer"),
    path(f"{OFFER}wijzigen/", offers.offer_change, name="offer_change"),
    path(f"{OFFER}pauze/", offers.offer_pause, name="offer_pause"),
    path(f"{OFFER}weer-terug/", offers.offer_resume, name="offer_resume"),
    path(f"{OFFER}stoppen/", offers.offer_end, name="offer_end"),
    path(f"{HELP}mensen/", people.people_list, name="people"),
    path(PERSON, people.person, name="person"),
    path(f"{PERSON}bereiken/", people.person_change, name="person_change"),
    path(f"{PERSON}wissen/", people.person_erase, name="person_erase"),
    path(f"{PERSON}weten/", people.fact_note, name="fact_note"),
    path(f"{PERSON}weten/<uuid:fact>/weg/", people.fact_remove, name="fact_remove"),
    path(f"{HELP}instellingen/", help_settings.settings_show, name="settings"),
    path(f"{HELP}instellingen/wijzigen/", help_settings.settings_change, name="settings_change"),
    path(f"{HELP}gedragscode/", help_settings.code, name="code"),
    path(f"{HELP}gedragscode/papier/", help_settings.code_paper, name="code_paper"),
    path(f"{HELP}verzekering/", help_settings.insurance, name="insurance"),
]
