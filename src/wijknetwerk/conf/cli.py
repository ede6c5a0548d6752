"""The console command `wijknetwerk`: a thin face on Django's commands."""

import os
import sys

from wijknetwerk import __version__

COMMANDS = {
    "demo": "an example network on this computer, with web and worker",
    "serve": "web and worker together",
    "worker": "only the worker",
    "migrate": "bring the database in line with this version",
    "load-content": "the route and the questions that come with this version",
    "load-library": "the toolbox and the answers to residents' questions",
    "load-areas": "areas of Statistics Netherlands: from CBS, or from FILE",
    "load-postcodes": "where postcode areas lie: the rough table that is shipped, or FILE",
    "verify-log": "check every line of the log against its chain and its anchors",
    "rebuild-waiting": "compare what waits for people with what should wait, and mend it",
    "rebuild-search": "compare what can be found by searching with what should be, and mend it",
    "rotate-keys": "a new key, and everything encrypted anew with it",
    "backup": "database and uploads into FILE; never the keys",
    "restore": "put a backup back",
    "create-admin": "make somebody administrator of the platform",
}
DEMO = "wijknetwerk.conf.dev"
PRODUCTION = "wijknetwerk.conf.production"

HELP = """\
wijknetwerk {version}: the home of a neighbourhood network for care and welfare.

  wijknetwerk [--demo] COMMAND [options]

{commands}

Settings come from the environment (docs/how-to/run-in-production.md). With --demo a command
works on the demo's own data in var/. `wijknetwerk COMMAND --help` says what a command takes.
"""


def main(arguments: list[str] | None = None) -> None:
    """Run one command; the exit code says whether it worked."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    demo = "--demo" in words[:1]
    words = words[1:] if demo else words
    if not words or words[0] in {"--help", "-h", "help"}:
        sys.stdout.write(_help())
        return
    if words[0] == "--version":
        sys.stdout.write(f"wijknetwerk {__version__}\n")
        return
    if words[0] not in COMMANDS:
        sys.stderr.write(f"There is no command '{words[0]}'. See: wijknetwerk --help\n")
        raise SystemExit(2)
    settings = DEMO if demo or words[0] == "demo" else PRODUCTION
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    _run(words)


def _run(words: list[str]) -> None:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError, execute_from_command_line

    from wijknetwerk.conf import faults

    command = words[0].replace("-", "_")
    try:
        # With --traceback Django hands its errors to us, so that the sentence stands by itself.
        execute_from_command_line(["wijknetwerk", command, *words[1:], "--traceback"])
    except CommandError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(error.returncode) from None
    except (ImproperlyConfigured, *faults.KNOWN) as error:
        sentence = faults.sentence(error)
        if sentence is None:
            raise
        sys.stderr.write(f"{sentence}\n")
        raise SystemExit(1) from None


def _help() -> str:
    width = max(len(name) for name in COMMANDS)
    lines = "\n".join(f"  {name:<{width}}  {what}" for name, what in COMMANDS.items())
    return HELP.format(version=__version__, commands=lines)


if __name__ == "__main__":
    main()
