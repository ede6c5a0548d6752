"""Addresses of library."""

from django.urls import URLPattern, path

from wijknetwerk.library.views import news, practice, questions, tools, writing

app_name = "library"
urlpatterns: list[URLPattern] = [
    path("kennis/voorbeelden/", practice.examples, name="practice_examples"),
    path("kennis/voorbeelden/vergelijken/", practice.compare, name="practice_compare"),
    path("kennis/voorbeelden/vergelijken/print/", practice.compare_print, name="practice_print"),
    path("kennis/voorbeelden/<slug:code>/", practice.example, name="practice_example"),
    path("kennis/hulpmiddelen/", tools.tools, name="tools"),
    path("kennis/hulpmiddelen/<slug:code>/", tools.tool, name="tool"),
    path("kennis/hulpmiddelen/<slug:code>/papier/", tools.tool_paper, name="tool_paper"),
    path("kennis/vragen/", questions.questions, name="questions"),
    path("kennis/vragen/<slug:code>/", questions.question, name="question"),
    path("kennis/foto/<uuid:uuid>/", news.picture, name="picture"),
    path("kennis/schrijven/", writing.texts, name="platform_texts"),
    path("kennis/schrijven/nieuw/<slug:kind>/", writing.text_new, name="platform_text_new"),
    path("kennis/schrijven/<uuid:uuid>/", writing.text, name="platform_text"),
    path("kennis/schrijven/<uuid:uuid>/wijzigen/", writing.text_edit, name="platform_text_edit"),
    path("n/<slug:slug>/nieuws/", news.news, name="news"),
    path("n/<slug:slug>/nieuws/<uuid:uuid>/", news.news_item, name="news_item"),
    path("n/<slug:slug>/foto/<uuid:uuid>/", news.own_picture, name="own_picture"),
    path("n/<slug:slug>/hulpmiddelen/", tools.own_tools, name="own_tools"),
    path("n/<slug:slug>/hulpmiddelen/<uuid:uuid>/", tools.own_tool, name="own_tool"),
    path(
        "n/<slug:slug>/hulpmiddelen/<uuid:uuid>/papier/",
        tools.own_tool_paper,
        name="own_tool_paper",
    ),
    path("n/<slug:slug>/schrijven/", writing.texts, name="texts"),
    path("n/<slug:slug>/schrijven/nieuw/<slug:kind>/", writing.text_new, name="text_new"),
    path("n/<slug:slug>/schrijven/<uuid:uuid>/", writing.text, name="text"),
    path("n/<slug:slug>/schrijven/<uuid:uuid>/wijzigen/", writing.text_edit, name="text_edit"),
]
