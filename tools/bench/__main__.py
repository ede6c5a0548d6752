"""`python -m tools.bench`: all of it, in one run, into docs/benchmarks.md. With names after it
(`desk`, `logbook`, `matching`, `newer`, `plans`, `searching`, `searching-postgres`, `writes`) only
those, printed, not kept."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.bench.table import Line


def main() -> None:
    """Measure everything and write the table; the exit code says whether all is within budget."""
    with tempfile.TemporaryDirectory(prefix="wn-bench-") as place:
        folder = Path(place)
        os.environ["WIJKNETWERK_DATA"] = str(folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "wijknetwerk.conf.dev"
        os.environ.pop("DATABASE_URL", None)
        good = _some(folder, sys.argv[1:]) if sys.argv[1:] else _measure(folder)
    sys.exit(0 if good else 1)


def _measure(folder: Path) -> bool:
    import django
    from django.core.management import call_command

    django.setup()
    _say("building the database")
    call_command("migrate", verbosity=0)
    call_command("load_content", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    return _all(folder)


def _some(folder: Path, names: list[str]) -> bool:
    import django

    django.setup()
    from tools.bench import (
        desk,
        logbook,
        matching,
        newer,
        pages,
        planning,
        searching,
        seed,
        writes,
    )

    def of_desk() -> "list[Line]":
        """With 90 open requests and with 900, measured twice."""
        desk.fill()
        first = pages.measure(folder, pages.help_pages())
        return pages.lines(first, pages.measure(folder, pages.help_pages()))

    def of_newer() -> "list[Line]":
        """The lists of newer apps, measured twice."""
        newer.fill()
        first = pages.measure(folder, pages.newer_pages())
        return pages.lines(first, pages.measure(folder, pages.newer_pages()))

    def of_plans() -> "list[Line]":
        """Among ten plans of others, and among a hundred."""
        planning.fill()
        first = pages.measure(folder, pages.plan_pages())
        planning.grow(range(planning.OF_OTHERS, planning.MANY))
        return pages.lines(first, pages.measure(folder, pages.plan_pages()))

    of = {
        "desk": of_desk,
        "logbook": logbook.lines,
        "newer": of_newer,
        "matching": matching.lines,
        "plans": of_plans,
        "searching": lambda: searching.lines(folder),
        "searching-postgres": searching.on_postgres,
        "writes": writes.lines,
    }
    if set(names) - of.keys():
        sys.exit(f"Known: {', '.join(of)}")
    if set(names) - {"searching-postgres"}:
        searching.fill()
        seed.steps()
    lines = [line for name in names for line in of[name]()]
    print("\n".join(map(str, lines)))
    return all(line.good is not False for line in lines)


def _all(folder: Path) -> bool:
    from django.urls import reverse

    from tools.bench import (
        crowd,
        desk,
        finding,
        fresh,
        logbook,
        mapping,
        matching,
        memory,
        newer,
        pages,
        planning,
        searching,
        seed,
        table,
        waiting,
        weight,
        writes,
    )

    _say(f"seed: {seed.SMALL.people} people in {seed.SMALL.networks} networks")
    seed.fill(seed.SMALL)
    seed.steps()
    waiting.fill(seed.SMALL)
    desk.fill()
    newer.fill()
    planning.fill()
    finding.fill(seed.SMALL)
    small = pages.measure(folder)
    _say(f"seed: {seed.LARGE.people} people in {seed.LARGE.networks} networks")
    seed.fill(seed.LARGE, already=seed.SMALL)
    seed.steps()
    waiting.fill(seed.LARGE, already=seed.SMALL)
    planning.grow(range(planning.OF_OTHERS, planning.MANY))
    finding.fill(seed.LARGE, already=seed.SMALL)
    lines = pages.lines(small, pages.measure(folder))
    _say("searching, on SQLite and on PostgreSQL; writes")
    lines += searching.lines(folder)
    lines += searching.on_postgres()
    lines += writes.lines()
    _say("weight, memory, areas")
    paths = [page.path for page in pages.pages() if page.member is None]
    lines += weight.lines(folder, paths)
    lines += weight.of_map(folder, reverse("front:map"), reverse("front:map_points"))
    lines += memory.lines(folder, pages.visits())
    lines += fresh.areas(folder)
    _say(f"{crowd.PEOPLE} people for {crowd.SECONDS:.0f} seconds")
    first = [number * seed.SMALL.members for number in range(crowd.PEOPLE)]
    lines += crowd.lines(folder, crowd.sessions(first), seed.step_paths(crowd.PEOPLE))
    _say(f"a map of {mapping.POINTS} points")
    lines += mapping.lines(folder)
    _say("who helps whom")
    lines += matching.lines()
    _say(f"verify-log over {logbook.LINES:,} lines")
    lines += logbook.lines()
    _say("fresh clone")
    lines += fresh.clone()
    table.write(lines, bare=pages.bare(small))
    return all(line.good is not False for line in lines)


def _say(words: str) -> None:
    print(f"... {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
