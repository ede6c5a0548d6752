"""Fold indexes and constraints of a first migration into the tables that they belong to.

    python -m tools.fold_migration networks agenda ...

`makemigrations` writes each index and constraint as a step of its own. Django draws the models anew
at every step, so that a hundred steps cost more than the tables themselves, at the first start and
for every test database. Folded, they come with their table; what needs a field that is added later
stays where it is. Only for migrations named 0001_initial: until 0.1 those are written anew.
"""

import importlib
import sys
from pathlib import Path
from typing import Any

import django
from django.db.migrations.operations import AddConstraint, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.writer import MigrationWriter
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.constraints import BaseConstraint


def fold(operations: list[Operation]) -> list[Operation]:
    """The operations, with indexes and constraints in the table that has all their fields."""
    tables = {one.name_lower: one for one in operations if isinstance(one, CreateModel)}
    kept: list[Operation] = []
    for one in operations:
        table = tables.get(getattr(one, "model_name_lower", ""))
        if isinstance(one, AddIndex) and table and _has(table, _fields_of_index(one.index)):
            table.options.setdefault("indexes", []).append(one.index)
        elif isinstance(one, AddConstraint) and table and _has(table, _fields_of(one.constraint)):
            table.options.setdefault("constraints", []).append(one.constraint)
        else:
            kept.append(one)
    return kept


def _has(table: CreateModel, fields: set[str] | None) -> bool:
    names = {name for name, _field in table.fields} | {"pk", "id"}
    return fields is not None and fields <= names


def _fields_of_index(index: Any) -> set[str] | None:
    if index.expressions:
        return None
    return {name.lstrip("-") for name in index.fields} | _fields_of_q(index.condition)


def _fields_of(constraint: BaseConstraint) -> set[str] | None:
    """The fields that it reads; None when they can't be told."""
    if isinstance(constraint, UniqueConstraint):
        if constraint.expressions:
            return None
        return set(constraint.fields) | _fields_of_q(constraint.condition)
    if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, Q):
        return _fields_of_q(constraint.condition)
    return None


def _fields_of_q(condition: Any) -> set[str]:
    if condition is None:
        return set()
    return {reference.split("__")[0] for reference in _references(condition)}


def _references(part: Any) -> set[str]:
    found: set[str] = set()
    if isinstance(part, Q):
        for child in part.children:
            found |= _references(child)
    elif isinstance(part, tuple):
        found.add(part[0])
        found |= _references(part[1])
    elif hasattr(part, "name") and not callable(part.name):
        found.add(str(part.name))
    for source in getattr(part, "get_source_expressions", list)():
        found |= _references(source)
    return found


def main(labels: list[str]) -> None:
    """Write the first migration of each app anew, folded."""
    django.setup()
    for label in labels:
        module = importlib.import_module(f"wijknetwerk.{label}.migrations.0001_initial")
        migration = module.Migration("0001_initial", label)
        before = len(migration.operations)
        migration.operations = fold(migration.operations)
        text = MigrationWriter(migration, include_header=False).as_string()
        Path(str(module.__file__)).write_text(text, encoding="utf-8")
        print(f"{label}: {before} steps, now {len(migration.operations)}")


if __name__ == "__main__":
    main(sys.argv[1:])
