"""Several processes that write the log at once: `python -m tests.core.log_writer NAME HOW_MANY N`.

They are forked from one in which Django is ready, so that they begin together.
"""

import os
import sys
import traceback
from uuid import UUID

import django

django.setup()

from django.db import connection  # noqa: E402

from wijknetwerk.core import log, scope  # noqa: E402
from wijknetwerk.core.actor import Actor  # noqa: E402

CLIENT = UUID(int=5)


def write(database: str, count: int) -> None:
    """Write so many lines into one chain, each in a transaction of its own."""
    connection.settings_dict["NAME"] = database
    actor = Actor.system("tests.writer")
    with scope.acting(actor):
        for number in range(count):
            log.look(actor, "tests.look", log.Subject(client_uuid=CLIENT), number=number)


def main(database: str, writers: int, count: int) -> int:
    """Let so many processes write, and count those that didn't end well."""
    pids = []
    for _ in range(writers):
        if not (pid := os.fork()):
            try:
                write(database, count)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        pids.append(pid)
    return sum(os.waitpid(pid, 0)[1] != 0 for pid in pids)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
