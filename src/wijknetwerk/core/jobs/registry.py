"""Which functions are jobs, and which of them run by the clock."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import Any, TypeVar

from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

Argument = str | int | bool | None
"""What a job may be given: ids and codes. Never content, never personal data."""

JobFunction = Callable[..., None]
FunctionT = TypeVar("FunctionT", bound=JobFunction)

_NAME = re.compile(r"[a-z_]+\.[a-z_]+")
_LONGEST_TEXT = 100


class JobError(Exception):
    """A job is declared or asked for in a way that can't work: a fault in our code."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A function that is a job."""

    name: str
    function: JobFunction
    atomic: bool
    title: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a job runs by itself: every so many seconds, or at a time of day in the Netherlands."""

    name: str
    seconds: int = 0
    at: time | None = None


_jobs: dict[str, Entry] = {}
when_failed_change: list[Callable[[], None]] = []
"""Called in the transaction in which a job is given up or starts anew (higher apps add theirs)."""
_schedules: dict[str, Schedule] = {}


def job(
    name: str, *, atomic: bool = True, title: str | Promise = ""
) -> Callable[[FunctionT], FunctionT]:
    """Declare a function `(*, actor, ...) -> None` as the job `app.verb`.

    The name is stored with each job, so it outlives a move of the function: don't reuse it.
    `title` says in plain words what it does, for who looks at jobs that failed.
    `atomic=False` is for work that waits for something outside (mail, a web address). Such a job
    must bear being run twice, and keeps its own transactions short, because an open one holds the
    only writing place that SQLite has.
    """

    def register(function: FunctionT) -> FunctionT:
        known = _jobs.get(name)
        if known is not None and _place(known.function) != _place(function):
            raise JobError(f"Two jobs are called {name}.")
        if not _NAME.fullmatch(name):
            raise JobError(f"A job is called app.verb, not {name}.")
        if "actor" not in inspect.signature(function).parameters:
            raise JobError(f"The job {name} takes no actor.")
        _jobs[name] = Entry(name, function, atomic, title)
        return function

    return register


def every(
    *,
    name: str,
    seconds: int = 0,
    daily_at: str = "",
    atomic: bool = True,
    title: str | Promise = "",
) -> Callable[[FunctionT], FunctionT]:
    """Declare a job `(*, actor) -> None` that runs by itself, once a period however many workers.

    Give either `seconds` or `daily_at` ("03:10", time in the Netherlands). Periods that passed
    while no worker ran are made up for once, not once each. A daily job that is new waits for its
    first time.
    """
    if (seconds > 0) == bool(daily_at):
        raise JobError(f"Give {name} either seconds or daily_at.")
    at = time.fromisoformat(daily_at) if daily_at else None

    def register(function: FunctionT) -> FunctionT:
        registered = job(name, atomic=atomic, title=title)(function)
        _schedules[name] = Schedule(name, seconds, at)
        return registered

    return register


def load() -> None:
    """Import `jobs` of every app, so that all their jobs are known."""
    autodiscover_modules("jobs")


def entry_called(name: str) -> Entry:
    """The job of that name. Raises JobError when this version of the code has none."""
    if name not in _jobs:
        raise JobError(f"No job is called {name}.")
    return _jobs[name]


def entry_of(function: JobFunction) -> Entry:
    """The job that a function is. Raises JobError when it is none."""
    for entry in _jobs.values():
        if entry.function is function:
            return entry
    raise JobError(f"{_place(function)} is no job: declare it with @job.")


def entries() -> list[Entry]:
    """Every job that is known."""
    return list(_jobs.values())


def title_of(name: str) -> str | Promise:
    """What a job does in plain words; its name when nobody said it."""
    entry = _jobs.get(name)
    return (entry.title if entry else "") or name


def tell_failed_changed() -> None:
    """A job was given up, or one that was starts anew."""
    for tell in when_failed_change:
        tell()


def schedules() -> list[Schedule]:
    """Everything that runs by the clock."""
    return list(_schedules.values())


def check_arguments(entry: Entry, arguments: dict[str, Argument]) -> None:
    """Refuse what the function can't take or the queue may not hold. Raises JobError."""
    try:
        inspect.signature(entry.function).bind(actor=None, **arguments)
    except TypeError as error:
        raise JobError(f"{entry.name}: {error}") from error
    for name, value in arguments.items():
        if not isinstance(value, str | int | bool | None):
            raise JobError(f"{entry.name}: give an id for {name}, not {type(value).__name__}.")
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            raise JobError(f"{entry.name}: {name} is too long to be an id.")


def _place(function: Any) -> str:
    return f"{function.__module__}.{function.__qualname__}"
