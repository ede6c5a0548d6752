"""A process in which Django stands ready, so that each worker of a test begins at once.

`python -m tests.core.jobs_app.nursery`: every line that it reads is a worker to fork, with the
environment that is its own and the file that it writes into. It answers with the process's id, and
beside that file another appears when the worker has ended, with how it ended.
"""

import gc
import json
import os
import sys
import threading
import traceback
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command, load_command_class  # noqa: E402
from django.db import connections  # noqa: E402

from wijknetwerk.core.jobs import registry  # noqa: E402

ENDED = ".ended"


def main() -> None:
    """Load what a worker loads, open nothing, and fork until nobody asks any more."""
    registry.load()
    load_command_class("wijknetwerk.core", "worker")
    connections.close_all()
    gc.freeze()
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if not pid:
            _be_worker(order["environment"], order["log"])
        threading.Thread(target=_tell_when_ended, args=[pid, order["log"]], daemon=True).start()
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


def _be_worker(environment: dict[str, str], log: str) -> None:
    os.environ.update(environment)
    if "JOBS_STOP" in environment:
        settings.JOBS = {**settings.JOBS, "stop": float(environment["JOBS_STOP"])}
    into = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for ours, theirs in enumerate((nothing, into, into)):
        os.dup2(theirs, ours)
    code = 0
    try:
        call_command("worker")
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _tell_when_ended(pid: int, log: str) -> None:
    _, status = os.waitpid(pid, 0)
    written = Path(f"{log}.ending")
    written.write_text(str(os.waitstatus_to_exitcode(status)))
    written.rename(f"{log}{ENDED}")


if __name__ == "__main__":
    main()
