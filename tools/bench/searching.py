"""Searching as it is served, by members and by strangers, on one database; the processor time of
PostgreSQL counts. `postgres` starts one and measures there, in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.urls import reverse
from django.utils.http import urlencode

from tools import postgres
from tools.bench import finding, pages, seed, waiting
from tools.bench.site import serving
from tools.bench.table import Line
from tools.bench.timing import Asked, Reader, beside
from tools.bench.visit import Visitor

_HERE = (
    "import django, sys; django.setup();"
    " from tools.bench import searching; searching.main(*sys.argv[1:])"
)
BUDGET, QUERIES, TIMES = 20, 8, 15
FEW = seed.Size(500, 10)
WHO = {"member": 10, "stranger": None}


def lines(folder: Path, database: int | None = None) -> list[Line]:
    """Each question, by each; `database` is the main process of a PostgreSQL."""
    on = "PostgreSQL" if database is not None else "SQLite"
    found = []
    with (
        serving(folder, pages.BARE, "/bare/") as (near, first),
        serving(folder) as (address, master),
    ):
        bare = Asked(Reader(near, {}), "/bare/", first)
        for who, number in WHO.items():
            cookies = {} if number is None else seed.signed_in(number)
            for question in finding.QUESTIONS:
                path = f"{reverse('front:search')}?{urlencode({'q': question})}"
                page = Asked(Reader(address, cookies), path, master, database)
                in_b, _bare = beside(page, bare, times=TIMES)
                queries, _again = pages.queries(Visitor(WSGIHandler(), path, cookies))
                found.append(
                    Line(
                        f"searching '{question}' in {finding.TEXTS:,} texts, {who}, {on}",
                        f"{in_b:.1f} B, {queries} queries",
                        f"{BUDGET} B, {QUERIES} queries",
                        in_b <= BUDGET and queries <= QUERIES,
                    )
                )
    return found


def on_postgres() -> list[Line]:
    """The same on a PostgreSQL of its own: settings are read once a process."""
    with _own() as (url, server), tempfile.TemporaryDirectory(prefix="wn-bench-") as place:
        done = subprocess.run(
            [sys.executable, "-c", _HERE, place, str(server)],
            env={**os.environ, "DATABASE_URL": url, "WIJKNETWERK_DATA": place},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return [Line(**row) for row in json.loads(done.stdout.splitlines()[-1])]


@contextmanager
def _own() -> Iterator[tuple[str, int]]:
    """A PostgreSQL that nobody else uses, so that its time is ours; and its main process."""
    server = postgres.start()
    try:
        first = (server.folder / "data" / "postmaster.pid").read_text().split()[0]
        yield server.url, int(first)
    finally:
        server.stop()


def fill() -> None:
    """An empty database with the texts, and few people."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0, stdout=sys.stderr)
    call_command("collectstatic", verbosity=0, interactive=False)
    seed.fill(FEW)
    waiting.fill(FEW)
    finding.fill(FEW)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as it does by itself, sooner or later


def main(place: str, server: str) -> None:
    """Measure in this process; the rows go out as one line of JSON."""
    fill()
    rows = [asdict(line) for line in lines(Path(place), int(server))]
    print(json.dumps(rows))
