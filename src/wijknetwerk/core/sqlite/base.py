"""Django's own backend with our compiler."""

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.operations import DatabaseOperations as DjangoOperations


class DatabaseOperations(DjangoOperations):
    """What makes statements is ours."""

    compiler_module = "wijknetwerk.core.sqlite.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to SQLite."""

    ops_class = DatabaseOperations
