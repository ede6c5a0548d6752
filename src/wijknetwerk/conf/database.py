"""The database connection: SQLite, tuned, by default; PostgreSQL by DATABASE_URL."""

import os
from pathlib import Path
from typing import Any

import dj_database_url

# Needed, not optional: without these, eight people at a time see 'database is locked'.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;"
        " PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON;"
    ),
}


def database(sqlite_file: Path) -> dict[str, Any]:
    """Django's settings for one database, whose connections are kept open."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return {
            "ENGINE": "wijknetwerk.core.sqlite",
            "NAME": str(sqlite_file),
            "OPTIONS": dict(SQLITE_OPTIONS),
            "CONN_MAX_AGE": None,
        }
    config: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600))
    config["ENGINE"] = "wijknetwerk.core.postgresql"
    config["CONN_HEALTH_CHECKS"] = True
    config.setdefault("OPTIONS", {}).setdefault("connect_timeout", 10)
    return config
