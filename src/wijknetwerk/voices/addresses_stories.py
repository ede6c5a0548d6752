"""Addresses of stories and themes."""

from django.urls import URLPattern, path

from wijknetwerk.voices.views import first, noting, reach, stories, themes, words

HERE = "n/<slug:slug>/meedenken/"
STORY = f"{HERE}verhalen/<uuid:uuid>/"
THEME = f"{HERE}themas/<uuid:uuid>/"

urlpatterns: list[URLPattern] = [
    path(HERE, first.first, name="first"),
    path(f"{HERE}vertellen/", stories.tell_something, name="tell"),
    path(f"{HERE}opschrijven/", noting.note, name="note"),
    path(f"{HERE}groepsgesprek/", noting.talk, name="talk"),
    path(f"{HERE}verhalen/", first.stories, name="stories"),
    path(STORY, stories.story, name="story"),
    path(f"{STORY}foto/", stories.story_photo, name="story_photo"),
    path(f"{STORY}geluid/", stories.story_sound, name="story_sound"),
    path(f"{STORY}antwoord/", stories.story_answer, name="story_answer"),
    path(f"{STORY}opgeschreven/", noting.noted, name="noted"),
    path(f"{HERE}themas/", themes.themes, name="themes"),
    path(f"{HERE}themas/nieuw/", themes.theme_new, name="theme_new"),
    path(THEME, themes.theme, name="theme"),
    path(f"{THEME}wijzigen/", themes.theme_change, name="theme_change"),
    path(f"{THEME}verhalen/", themes.theme_stories, name="theme_stories"),
    path(f"{THEME}sluiten/", themes.theme_end, name="theme_end"),
    path(f"{THEME}openen/", themes.theme_open, name="theme_open"),
    path("mijn-verhalen/", first.mine, name="mine"),
    path("mijn-verhalen/<uuid:uuid>/hoe-ver/", reach.story_reach, name="story_reach"),
    path("mijn-verhalen/<uuid:uuid>/woorden/", words.story_words, name="story_words"),
    path("mijn-verhalen/<uuid:uuid>/terugnemen/", reach.story_take_back, name="story_take_back"),
    path("verhaal-terugnemen/", reach.slip, name="slip"),
    path("verhaal-terugnemen/keuze/", reach.slip_choice, name="slip_choice"),
]
