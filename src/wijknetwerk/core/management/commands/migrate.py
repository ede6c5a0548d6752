"""Django's `migrate`; an empty database is filled in a quarter of the time."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from wijknetwerk.core.quick_states import new_models_alone


class Command(migrate.Command):
    """As Django's own in what it does."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate; see `core.quick_states` for what differs in an empty database."""
        with states_for(options["database"]):
            super().handle(*args, **options)


def states_for(database: str) -> AbstractContextManager[None]:
    """How models are made while this database is migrated: quickly only when it is empty."""
    in_use = MigrationRecorder(connections[database]).has_table()
    return nullcontext() if in_use else new_models_alone()
