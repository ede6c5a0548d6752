"""Addresses of voices."""

from django.urls import URLPattern

from wijknetwerk.voices import addresses_diaries, addresses_rounds, addresses_stories

app_name = "voices"
urlpatterns: list[URLPattern] = [
    *addresses_stories.urlpatterns,
    *addresses_diaries.urlpatterns,
    *addresses_rounds.urlpatterns,
]
