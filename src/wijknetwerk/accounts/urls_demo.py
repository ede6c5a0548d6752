"""Addresses that exist in the demo only."""

from django.urls import path

from wijknetwerk.accounts.views import demo

app_name = "demo"
urlpatterns = [
    path("demo/post", demo.post, name="post"),
    path("demo/post/<uuid:mail>/", demo.letter, name="letter"),
]
