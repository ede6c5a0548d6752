"""Faults of the surroundings, each as one sentence that says what to do."""

import errno

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

KNOWN = (OSError, DatabaseError)

FULL = "The disk is full. Make some room (half a gigabyte is enough), and try again."
BROKEN = (
    "The database file is damaged. Put a backup back with `wijknetwerk restore FILE`; for the demo,"
    " `make demo-reset` begins anew."
)
BUSY = "The database is busy with another program. Wait until that is done, and try again."
AWAY = "The database does not answer. Is it running, and is DATABASE_URL right?"
NOT_MIGRATED = "The database is of another version. Run `wijknetwerk migrate` first."
NO_RIGHT = "We may not write in '{path}'. Give this user the right to, or choose another folder."


def sentence(error: BaseException) -> str | None:
    """The sentence for a fault that its reader can mend; None when it is a fault of ours."""
    if isinstance(error, ImproperlyConfigured):
        return str(error)
    if isinstance(error, PermissionError):
        return NO_RIGHT.format(path=error.filename)
    if isinstance(error, OSError):
        return FULL if error.errno in {errno.ENOSPC, errno.EDQUOT} else None
    words = str(error).lower()
    for sign, answer in _SIGNS:
        if sign in words:
            return answer
    return None


_SIGNS = (
    ("disk is full", FULL),
    ("no space left", FULL),
    ("not a database", BROKEN),
    ("malformed", BROKEN),
    ("database is locked", BUSY),
    ("connection refused", AWAY),
    ("connection failed", AWAY),
    ("could not translate host", AWAY),
    ("unable to open database", NO_RIGHT.format(path="the folder of the database")),
    ("no such table", NOT_MIGRATED),
    ("no such column", NOT_MIGRATED),
    ("does not exist", NOT_MIGRATED),
)
