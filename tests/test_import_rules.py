"""The rules of .importlinter, tried out: each planted breach is named, a clean house passes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent
HIGH = ("conf", "front", "plans", "mutual_aid", "roadmap")
APPS = (*HIGH, "networks", "notices", "privacy", "accounts", "core")
ROOMS = ("urls", "views", "forms", "personal_data", "services", "selectors", "access", "models")

BREACHES = {
    "an import upwards": (
        "networks/services.py",
        "from wijknetwerk.roadmap import selectors",
        "Floors",
    ),
    "the lowest floor looks up": (
        "core/actor.py",
        "from wijknetwerk.privacy import ledger",
        "Floors",
    ),
    "a neighbour on the same floor": (
        "partners/services.py",
        "from wijknetwerk.roadmap import selectors",
        "Floors",
    ),
    "an app that has no floor": ("extra/__init__.py", "", "Floors"),
    "a selector that acts": ("networks/selectors.py", "from . import services", "Rooms"),
    "a view that reads a table": ("networks/views.py", "from .models import Network", "Views"),
    "a view that reads a base table": (
        "networks/views/start.py",
        "from wijknetwerk.core.models import Thing",
        "Views",
    ),
    "tables of another app": (
        "roadmap/services.py",
        "from wijknetwerk.networks.models import Network",
        "Models, forms and views",
    ),
    "a form of another app": (
        "front/views.py",
        "from wijknetwerk.networks import forms",
        "Models, forms and views",
    ),
    "help knows of plans": (
        "mutual_aid/services.py",
        "from wijknetwerk.plans import access",
        "Floors",
    ),
    "the ledger knows of plans": (
        "privacy/services.py",
        "from wijknetwerk.plans import access",
        "Floors",
    ),
    "a neighbour reads a plan": (
        "evaluation/services.py",
        "from wijknetwerk.plans import access",
        "Floors",
    ),
    "the home page reads the table of plans": (
        "front/views.py",
        "from wijknetwerk.plans.models import ResidentPlan",
        "Models, forms and views",
    ),
    "a plan reads the table of requests": (
        "plans/services.py",
        "from wijknetwerk.mutual_aid.models import HelpRequest",
        "Models, forms and views",
    ),
    "who opens a plan asks the database": (
        "plans/decision.py",
        "from django.db import connection",
        "Who opens a plan",
    ),
    "who opens a plan reads a table": (
        "plans/decision.py",
        "from wijknetwerk.plans.models import ResidentPlan",
        "Who opens a plan",
    ),
    "who could help whom asks the database": (
        "mutual_aid/matching/flow.py",
        "from django.db import connection",
        "Who could help whom",
    ),
    "who could help whom reads a table": (
        "mutual_aid/matching/flow.py",
        "from wijknetwerk.networks.models import Network",
        "Who could help whom",
    ),
}

ALLOWED = {
    "a higher app reads a lower one": (
        "roadmap/services.py",
        "from wijknetwerk.networks import access, selectors, services",
    ),
    "base models are for everybody": (
        "networks/models.py",
        "from wijknetwerk.core.models import Thing",
    ),
    "tests look anywhere": (
        "core/tests/test_actor.py",
        "from wijknetwerk.networks.models import Network",
    ),
    "a type hint crosses": (
        "networks/views.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .models import Network",
    ),
    "a later app finds its floor": (
        "teamwork/services.py",
        "from wijknetwerk.roadmap import selectors",
    ),
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An empty house with the apps of today, under the real rules."""
    for app in APPS:
        folder = tmp_path / "src" / "wijknetwerk" / app
        folder.mkdir(parents=True)
        for room in ("__init__", *(ROOMS if app != "conf" else ("urls",))):
            (folder / f"{room}.py").touch()
    (tmp_path / "src" / "wijknetwerk" / "__init__.py").touch()
    (tmp_path / "src" / "wijknetwerk" / "privacy" / "ledger.py").touch()
    shutil.copy(ROOT / ".importlinter", tmp_path)
    shutil.copytree(
        ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def plant(house: Path, name: str, line: str) -> None:
    path = house / "src" / "wijknetwerk" / name
    for folder in reversed(path.relative_to(house / "src").parents[:-2]):
        (house / "src" / folder).mkdir(exist_ok=True)
        (house / "src" / folder / "__init__.py").touch()
    room = path.parent.with_suffix(".py")
    room.unlink(missing_ok=True)
    path.write_text(line + "\n")


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    environment = {**os.environ, "PYTHONPATH": str(house / "src"), "COLUMNS": "200"}
    return subprocess.run(
        [program, "--no-cache", "--config", ".importlinter"],
        cwd=house,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def broken(output: str) -> list[str]:
    return [line for line in output.splitlines() if line.endswith(" BROKEN")]


def test_a_clean_house_passes(house: Path) -> None:
    for name, line in ALLOWED.values():
        plant(house, name, line)
    done = lint(house)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("breach", BREACHES)
def test_a_planted_breach_is_named(house: Path, breach: str) -> None:
    name, line, contract = BREACHES[breach]
    plant(house, name, line)
    done = lint(house)
    assert done.returncode == 1, done.stdout + done.stderr
    assert [rule for rule in broken(done.stdout) if rule.startswith(contract)], done.stdout
