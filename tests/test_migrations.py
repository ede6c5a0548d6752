"""First migrations hold indexes and constraints in their tables: half the time for a database."""

import importlib

import pytest
from django.apps import apps

from tools.fold_migration import fold

pytestmark = pytest.mark.once

OWN = [app.label for app in apps.get_app_configs() if app.name.startswith("wijknetwerk.")]


@pytest.mark.parametrize("label", [label for label in OWN if label != "front"])
def test_a_first_migration_is_folded(label: str) -> None:
    """If not: python -m tools.fold_migration <app>."""
    module = importlib.import_module(f"wijknetwerk.{label}.migrations.0001_initial")
    steps = module.Migration("0001_initial", label).operations
    assert len(fold(list(steps))) == len(steps)
