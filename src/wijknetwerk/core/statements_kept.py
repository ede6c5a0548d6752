"""SQL that is asked again and again."""


class Kept(str):
    """SQL of which the text is the same each time and only the values differ: what a database can
    plan once. PostgreSQL does (`core.postgresql.prepared`); SQLite keeps the last it was asked."""

    __slots__ = ()
