"""Addresses of directory."""

from django.urls import URLPattern, path

from wijknetwerk.directory.views import importing, reading, sharing, writing

app_name = "directory"
HERE = "n/<slug:slug>/wat-is-er-al/"
ONE = f"{HERE}<uuid:uuid>/"
urlpatterns: list[URLPattern] = [
    path(HERE, reading.list_all, name="list"),
    path(f"{HERE}nieuw/", writing.add, name="add"),
    path(f"{HERE}nakijken/", reading.to_check, name="to_check"),
    path(f"{HERE}verdwenen/", reading.gone, name="gone"),
    path(f"{HERE}meenemen/", sharing.share, name="share"),
    path(f"{HERE}voor-iedereen/", sharing.show_everybody, name="show_everybody"),
    path(f"{HERE}meenemen/boekje/", sharing.booklet, name="booklet"),
    path(f"{HERE}meenemen/vel/", sharing.sheet, name="sheet"),
    path(f"{HERE}meenemen/csv/", sharing.as_csv, name="as_csv"),
    path(f"{HERE}meenemen/xlsx/", sharing.as_xlsx, name="as_xlsx"),
    path(f"{HERE}meenemen/hsds/", sharing.as_hsds, name="as_hsds"),
    path(f"{HERE}inlezen/", importing.begin, name="import"),
    path(f"{HERE}inlezen/<uuid:uuid>/", importing.look_over, name="import_look"),
    path(f"{HERE}inlezen/<uuid:uuid>/kolommen/", importing.match, name="import_match"),
    path(f"{HERE}inlezen/<uuid:uuid>/toevoegen/", importing.add_all, name="import_add"),
    path(f"{HERE}inlezen/<uuid:uuid>/stoppen/", importing.stop, name="import_stop"),
    path(ONE, reading.entry, name="entry"),
    path(f"{ONE}veranderen/", writing.change, name="change"),
    path(f"{ONE}klopt-nog/", writing.still_right, name="still_right"),
    path(f"{ONE}stopt/", writing.end, name="end"),
    path(f"{ONE}is-er-weer/", writing.bring_back, name="bring_back"),
    path(f"{ONE}bijhouden/", writing.take_over, name="take_over"),
    path(f"{ONE}overnemen/", writing.copy, name="copy"),
    path(f"{ONE}geschiedenis/", reading.history, name="history"),
]
