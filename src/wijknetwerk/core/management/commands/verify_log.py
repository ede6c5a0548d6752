"""`wijknetwerk verify-log`: is the log what was written?"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.log.verify import Report, Wrong, verify


class Command(BaseCommand):
    """Ends with 1 when a line was changed, removed, moved or added."""

    help = "Checks every line of the log against its chain and against the anchors."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One option."""
        parser.add_argument("--anchors", type=Path, help="The file of anchors, if it is a copy.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check and tell."""
        command = Actor.system("command.verify_log")
        with scope.acting(command):
            report = verify(options["anchors"])
            log.look(command, "core.log_verified", None, lines=report.lines)
        if report.wrong is None:
            self.stdout.write(_good(report))
            return
        self.stderr.write(_bad(report.wrong))
        if report.wrong_chains > 1:
            self.stderr.write(f"In all, {report.wrong_chains} chains are wrong.")
        raise SystemExit(1)


def _good(report: Report) -> str:
    lines = [
        f"The log is whole: {report.lines} lines in {report.chains} chains,"
        f" {report.anchors} anchors."
    ]
    if report.last_anchor_at:
        lines.append(f"Last anchor: {report.last_anchor_at}.")
    else:
        lines.append("There are no anchors yet: the worker writes them every minute.")
    if report.lost:
        lines.append(
            f"{report.lost} lines that were written after a backup were lost when it was restored."
        )
    return "\n".join(lines)


def _bad(wrong: Wrong) -> str:
    if wrong.what == "anchors":
        return f"The file of anchors is not what we wrote: see line {wrong.seq}."
    event = f" ({wrong.event})" if wrong.event else ""
    return (
        f"Line {wrong.seq} of chain {wrong.chain}, {wrong.at}{event}, is {wrong.what}:"
        f" {wrong.explanation}."
    )
