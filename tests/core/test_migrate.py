"""An empty database is filled the quick way, and is what the models say."""

from contextlib import nullcontext

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.state import ProjectState

from wijknetwerk.core.management.commands.migrate import states_for
from wijknetwerk.core.quick_states import new_models_alone

MODELS = apps.get_models(include_auto_created=True)


def test_the_new_database_has_every_column_of_the_models(db: None) -> None:
    with connection.cursor() as cursor:
        for model in MODELS:
            told = connection.introspection.get_table_description(cursor, model._meta.db_table)
            wanted = {field.column for field in model._meta.local_concrete_fields}
            assert {column.name for column in told} == wanted


@pytest.mark.postgresql
def test_the_new_database_has_every_key_index_and_constraint_of_the_models(db: None) -> None:
    with connection.cursor() as cursor:
        for model in MODELS:
            meta = model._meta
            there = connection.introspection.get_constraints(cursor, meta.db_table)
            assert {each.name for each in (*meta.indexes, *meta.constraints)} <= set(there)
            pairs = ((kept["columns"], kept["foreign_key"]) for kept in there.values())
            keys = {(columns[0], to[0]) for columns, to in pairs if to}
            assert keys == {
                (field.column, field.related_model._meta.db_table)
                for field in meta.local_concrete_fields
                if field.remote_field and field.db_constraint
            }


def test_a_database_that_is_in_use_is_migrated_as_django_does(db: None) -> None:
    assert isinstance(states_for("default"), nullcontext)


@pytest.mark.once
def test_django_makes_models_its_own_way_again_afterwards() -> None:
    before = ProjectState.add_model
    with new_models_alone():
        assert ProjectState.add_model is not before
    assert ProjectState.add_model is before
