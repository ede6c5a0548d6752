"""Measure four ways to draw the parts of a page, for decision 0002.

    python tools/measure_components.py [rounds]      needs django, jinja2 and django-cotton

Prints the processor time of a page of 80 rows and a list of 20 cards as multiples of B: a bare
view with Django's standard middlewares and 2 KB of HTML, in the same run. All of it in this
process: the work of a web server, part of B in the budgets, is left out. Translation and
autoescaping are on in all of them, and all four must give the same HTML.
"""

import re
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

HERE = Path(__file__).parent / "measure_components"
BATCH = 20
WAYS = {
    "Jinja2 macros": ("jinja", ""),
    "Jinja2 macros, newstyle _": ("jinja-newstyle", ""),
    "flat Django templates": ("django", "flat/"),
    "Django, nested includes": ("django", "nested/"),
    "django-cotton": ("django", "by_cotton/"),
}
BARE = b"<!doctype html><title>B</title>" + b"<p>Samen zorgen voor elkaar</p>" * 65
ITEMS = [
    {
        "icon": "home",
        "title": f"Zaal regelen voor de <wijkavond> nummer {number}",
        "text": "Wie vraagt en wie helpt, met na zeven weken een belletje.",
        "meta": "14 mensen komen & de agenda is nog leeg",
        "state": "bezig",
        "kind": "sun",
        "url": f"/n/presikhaaf/{number}/",
    }
    for number in range(80)
]


def newstyle(**options: Any) -> Any:
    """Jinja2, autoescaping and translated, `_` as the extension makes it."""
    from django.utils.translation import gettext, ngettext
    from jinja2 import Environment

    made = Environment(extensions=["jinja2.ext.i18n"], **options)  # noqa: S701
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    return made


def environment(**options: Any) -> Any:
    """The same, but `_` is a plain function, as in core/templating.py."""
    from django.utils.translation import gettext

    def words(message: str, **values: Any) -> str:
        text = gettext(message)
        return text % values if values else text

    made = newstyle(**options)
    made.globals["_"] = words
    return made


def bare(_request: HttpRequest) -> HttpResponse:
    """What B is."""
    return HttpResponse(BARE)


def drawn(engine: str, template: str, count: int) -> Callable[[HttpRequest], HttpResponse]:
    """A view that draws `count` items with one of the ways."""

    def view(request: HttpRequest) -> HttpResponse:
        return render(request, template, {"items": ITEMS[:count]}, using=engine)

    return view


def address(way: str, page: str) -> str:
    """The path of a page in this measurement."""
    return re.sub(r"\W+", "-", f"{way} {page}".lower())


urlpatterns = [path("bare", bare)]
for _way, (_engine, _folder) in WAYS.items():
    for _page, _count in (("rows", 80), ("cards", 20)):
        _view = drawn(_engine, f"{_folder}{_page}.html", _count)
        urlpatterns.append(path(address(_way, _page), _view))


def configure() -> None:
    """A Django with the standard middlewares and both template backends."""
    apps = ["contenttypes", "auth", "sessions", "messages"]
    settings.configure(
        SECRET_KEY="only-for-measuring",  # noqa: S106
        ALLOWED_HOSTS=["localhost"],
        ROOT_URLCONF=__name__,
        USE_I18N=True,
        LANGUAGE_CODE="nl",
        INSTALLED_APPS=[*(f"django.contrib.{app}" for app in apps), "django_cotton"],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "NAME": "django",
                "DIRS": [HERE / "plain"],
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": ["django.template.context_processors.request"],
                },
            },
            *(
                {
                    "BACKEND": "django.template.backends.jinja2.Jinja2",
                    "NAME": name,
                    "DIRS": [HERE / "jinja"],
                    "OPTIONS": {"environment": f"{__name__}.{maker}"},
                }
                for name, maker in (("jinja", "environment"), ("jinja-newstyle", "newstyle"))
            ),
        ],
    )
    django.setup()


def start_response(_status: str, _headers: Any, _error: Any = None, /) -> Callable[[bytes], object]:
    """Nobody reads the status here; a fault would show in `same_html`."""
    return lambda _written: None


def get(handler: WSGIHandler, where: str) -> bytes:
    """One request through the whole of Django, without a server."""
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": f"/{where}",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "http",
    }
    return b"".join(handler(environ, start_response))


def cost(handler: WSGIHandler, where: str, batch: int) -> float:
    """Processor seconds of one request, over a batch."""
    start = time.process_time()
    for _ in range(batch):
        get(handler, where)
    return (time.process_time() - start) / batch


def same_html(handler: WSGIHandler, page: str) -> None:
    """All four ways draw the same page, apart from white space and how a quote is escaped."""
    drawings = {way: re.sub(rb"\s+", b"", get(handler, address(way, page))) for way in WAYS}
    first = next(iter(drawings.values()))
    for way, html in drawings.items():
        if html != first:
            sys.exit(f"{way} draws {page} differently")


def main(rounds: int) -> None:
    """Measure in turns, so that a slow moment of the machine hits all alike; print medians."""
    configure()
    handler = WSGIHandler()
    for page in ("rows", "cards"):
        same_html(handler, page)
    names = [address(way, page) for way in WAYS for page in ("rows", "cards")]
    ratios: dict[str, list[float]] = {name: [] for name in names}
    bares = []
    for _ in range(rounds):
        base = cost(handler, "bare", BATCH * 10)
        bares.append(base)
        for name in names:
            ratios[name].append(cost(handler, name, BATCH) / base)
    base_ms = statistics.median(bares) * 1000
    print(f"B = {base_ms:.2f} ms; Django {django.get_version()}, "
          f"Python {sys.version.split()[0]}, {rounds} rounds")  # fmt: skip
    print(f"{'':26}{'80 rows':>10}{'20 cards':>10}")
    for way in WAYS:
        rows, cards = (statistics.median(ratios[address(way, page)]) for page in ("rows", "cards"))
        print(
            f"{way:26}{rows:>8.1f} B{cards:>8.1f} B   "
            f"{rows * base_ms:.1f} and {cards * base_ms:.1f} ms"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25)
