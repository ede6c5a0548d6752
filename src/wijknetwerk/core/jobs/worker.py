"""The worker process: it asks for what is due by the clock, takes jobs one by one, and beats."""

import os
import signal
import threading
import time
from types import FrameType

import structlog
from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from wijknetwerk.core import scope
from wijknetwerk.core.jobs import queue, registry, runner
from wijknetwerk.core.jobs.conf import pace
from wijknetwerk.core.jobs.schedule import Timetable

logger = structlog.get_logger(__name__)


class Worker:
    """One process, one job at a time. Any number of them may run, on any number of machines."""

    def __init__(self) -> None:
        self.code = queue.new_worker_code()
        self._timetable = Timetable()
        self._asked_to_stop: float | None = None
        self._ended = threading.Event()

    def run(self) -> None:
        """Work until SIGTERM or SIGINT; then finish the job at hand and return."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask_to_stop)
        registry.load()
        keeper = threading.Thread(target=self._keep_alive, daemon=True)
        keeper.start()
        logger.info("worker started", worker=self.code)
        while self._asked_to_stop is None:
            if not self._one_round():
                time.sleep(pace().poll)
        self._ended.set()
        keeper.join()
        self._leave()
        logger.info("worker ended", worker=self.code)

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        # A signal interrupts the loop anywhere, so this only leaves a note.
        if self._asked_to_stop is None:
            self._asked_to_stop = time.monotonic()

    def _one_round(self) -> bool:
        """Do one job if there is one. A database that is away is waited for."""
        try:
            close_old_connections()
            with scope.acting(runner.WORKER):
                self._timetable.ask()
                job = queue.take(self.code) if queue.anything_for(self.code) else None
            if job is None:
                return False
            runner.run(job)
        except (DatabaseError, InterfaceError) as error:
            logger.error("database not usable", error=type(error).__name__)
            connection.close()
            return False
        return True

    def _keep_alive(self) -> None:
        """In a thread: beat, and end a worker that takes too long to stop."""
        beaten = float("-inf")
        while not self._ended.wait(min(pace().poll, pace().beat)):
            if time.monotonic() - beaten >= pace().beat:
                self._beat()
                beaten = time.monotonic()
            since = self._asked_to_stop
            if since is not None and time.monotonic() - since > pace().stop:
                logger.warning("worker gave up on the job at hand", worker=self.code)
                os._exit(1)  # another worker takes the job when the lease of this one ends
        connection.close()

    def _beat(self) -> None:
        try:
            close_old_connections()
            if connection.vendor == "sqlite":
                # While a job of ours writes, a beat can't; never wait for it so long that the
                # time to stop passes by.
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA busy_timeout = 1000")
            with scope.acting(runner.WORKER):
                queue.beat(self.code)
        except (DatabaseError, InterfaceError) as error:
            logger.warning("no heartbeat", error=type(error).__name__)
            connection.close()

    def _leave(self) -> None:
        try:
            with scope.acting(runner.WORKER):
                queue.leave(self.code)
        except (DatabaseError, InterfaceError):
            connection.close()
