"""Row-level security on PostgreSQL, derived from the models (rule A4, decision 0005).

After every migrate: the roles exist, each table with a `ScopedManager` has a forced policy that
reads the scope which `core.scope` wrote into the connection, and the log's lines can be added and
read but not changed by the roles that serve the web and the worker.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.core import checks
from django.db import connections, models

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.core.scope import DatabaseRole

APPEND_ONLY = ("core_logentry",)

_ROLE = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
    CREATE ROLE {role} NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
"""

# In plpgsql, because a function in sql is parsed anew and built into each statement, for each table
# with a policy: planning a statement about one table then takes half as long again.
_FUNCTIONS = """
CREATE OR REPLACE FUNCTION wn_networks() RETURNS bigint[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS
  $$ BEGIN RETURN coalesce(
    string_to_array(nullif(current_setting('wn.networks', true), ''), ','), '{}')::bigint[];
  END $$;
CREATE OR REPLACE FUNCTION wn_network_uuids() RETURNS uuid[]
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS
  $$ BEGIN RETURN coalesce(
    string_to_array(nullif(current_setting('wn.network_uuids', true), ''), ','), '{}')::uuid[];
  END $$;
CREATE OR REPLACE FUNCTION wn_person() RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE AS
  $$ BEGIN RETURN nullif(current_setting('wn.person', true), '')::bigint; END $$;
CREATE OR REPLACE FUNCTION wn_person_uuid() RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL SAFE AS
  $$ BEGIN RETURN nullif(current_setting('wn.person_uuid', true), '')::uuid; END $$;
CREATE OR REPLACE FUNCTION wn_every() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS
  $$ BEGIN RETURN current_setting('wn.every', true) = 'on'
    AND pg_has_role(current_user, 'wijknetwerk_worker', 'MEMBER');
  END $$;
CREATE OR REPLACE FUNCTION wn_log_head(wanted text, OUT seq bigint, OUT hash text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET wn.every = 'on' AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('wn_log:' || wanted, 0));
    SELECT l.seq, l.hash INTO seq, hash FROM core_logentry l
      WHERE l.chain = wanted ORDER BY l.seq DESC LIMIT 1;
  END $$;
"""


def scoped_models() -> Iterator[tuple[type[models.Model], ScopedManager[Any]]]:
    """Each model of a network's table, with the manager that says who sees its rows."""
    for model in apps.get_models():
        manager = model._default_manager
        if isinstance(manager, ScopedManager):
            yield model, manager


def apply(using: str) -> None:
    """Bring roles, functions, policies and grants in line with the models; safe to repeat."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    tables = set(connection.introspection.table_names())
    if "core_logentry" not in tables:
        return
    with connection.cursor() as cursor:
        for role in DatabaseRole:
            cursor.execute(_ROLE.format(role=role.value))
        cursor.execute(_FUNCTIONS)
        for statement in _statements(tables):
            cursor.execute(statement)


def unguarded_tables(using: str) -> list[str]:
    """Tables of networks, and the log, that have no forced policy in this database."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return []
    wanted = {model._meta.db_table for model, _manager in scoped_models()} | set(APPEND_ONLY)
    with connection.cursor() as cursor:
        cursor.execute(_UNGUARDED, [sorted(wanted)])
        return [table for (table,) in cursor.fetchall()]


_UNGUARDED = """
SELECT relname FROM pg_class c WHERE relname = ANY(%s) AND relkind = 'r'
  AND pg_table_is_visible(c.oid) AND NOT (relrowsecurity AND relforcerowsecurity
    AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)) ORDER BY relname
"""


def check_policies(databases: Sequence[str] | None, **_kwargs: Any) -> list[checks.CheckMessage]:
    """For `check --database`: an unguarded table is an error."""
    return [
        checks.Error(f"{table} has no row-level policy: run migrate.", id="core.E002")
        for using in databases or []
        for table in unguarded_tables(using)
    ]


def _statements(tables: set[str]) -> Iterator[str]:
    roles = ", ".join(role.value for role in DatabaseRole)
    yield f"GRANT USAGE ON SCHEMA public TO {roles}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {roles}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {roles}"
    for model, manager in scoped_models():
        if model._meta.db_table in tables:  # not so when migrating to an earlier state
            writes = _writes(manager)
            yield from _policy(model._meta.db_table, _sees(manager, writes), writes)
    for table in APPEND_ONLY:
        yield f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {roles}"
    yield from _log_policy()


def _writes(manager: ScopedManager[Any]) -> str:
    column = manager.network_field
    mine = "wn_network_uuids())::uuid[]" if column.endswith("uuid") else "wn_networks())::bigint[]"
    writes = f"{column} = ANY((SELECT {mine}) OR (SELECT wn_every())"
    return f"{writes} OR {column} IS NULL" if manager.networkless else writes


def _sees(manager: ScopedManager[Any], writes: str) -> str:
    own = manager.person_field
    return f"{writes} OR {own} = (SELECT wn_person())" if own else writes


def _policy(table: str, sees: str, writes: str) -> Iterator[str]:
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"DROP POLICY IF EXISTS wn_scope ON {table}"
    yield f"CREATE POLICY wn_scope ON {table} USING ({sees}) WITH CHECK ({writes})"


def _log_policy() -> Iterator[str]:
    yield "ALTER TABLE core_logentry ENABLE ROW LEVEL SECURITY"
    yield "ALTER TABLE core_logentry FORCE ROW LEVEL SECURITY"
    yield "DROP POLICY IF EXISTS wn_read ON core_logentry"
    yield "DROP POLICY IF EXISTS wn_add ON core_logentry"
    yield (
        "CREATE POLICY wn_read ON core_logentry FOR SELECT USING ("
        "client_uuid = (SELECT wn_person_uuid()) OR user_uuid = (SELECT wn_person_uuid())"
        " OR network_uuid = ANY((SELECT wn_network_uuids())::uuid[])"
        " OR (SELECT wn_every()))"
    )
    yield "CREATE POLICY wn_add ON core_logentry FOR INSERT WITH CHECK (true)"
