"""One of several processes that write the log at once: `python -m tests.core.log_writer NAME N`."""

import sys
from uuid import UUID

import django

django.setup()

from django.db import connection  # noqa: E402

from wijknetwerk.core import log, scope  # noqa: E402
from wijknetwerk.core.actor import Actor  # noqa: E402

CLIENT = UUID(int=5)


def main(database: str, count: int) -> None:
    """Write so many lines into one chain, each in a transaction of its own."""
    connection.settings_dict["NAME"] = database
    actor = Actor.system("tests.writer")
    with scope.acting(actor):
        for number in range(count):
            log.look(actor, "tests.look", log.Subject(client_uuid=CLIENT), number=number)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
