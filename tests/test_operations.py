"""The pages for whoever runs a platform, the Dockerfile and compose.yaml say what the code has."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from wijknetwerk.conf.cli import COMMANDS

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent
READ = re.compile(r'env\.(?:text|flag|number|listing|folder)\(\s*"([A-Z_]+)"')
NAMED = re.compile(r"WIJKNETWERK_([A-Z_]+)")
READ_ELSEWHERE = {"KEYS"}  # by core.crypto.keyring, before there are settings
IMAGE_ONLY = {"VERSION"}
PASSWORDS = {"OWNER_PASSWORD", "WEB_PASSWORD", "WORKER_PASSWORD"}


def settings_of_the_code() -> set[str]:
    files = (ROOT / "src").rglob("*.py")
    read = {name for file in files for name in READ.findall(file.read_text(encoding="utf-8"))}
    return read | READ_ELSEWHERE


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(text("compose.yaml"))
    return loaded


def test_every_setting_is_documented_and_none_that_is_gone() -> None:
    table = re.findall(r"^\| (`.*?`) \|", text("docs/how-to/run-in-production.md"), re.MULTILINE)
    assert set(NAMED.findall(" ".join(table))) == settings_of_the_code()


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml"])
def test_docker_sets_only_what_the_code_reads(name: str) -> None:
    named = set(NAMED.findall(text(name)))
    assert named - IMAGE_ONLY - PASSWORDS <= settings_of_the_code()


def test_compose_gives_each_process_its_own_user_of_the_database(compose: dict[str, Any]) -> None:
    users = {
        name: service["environment"]["DATABASE_URL"].partition("//")[2].partition(":")[0]
        for name, service in compose["services"].items()
        if name != "database"
    }
    assert users == {
        "migrate": "wijknetwerk_owner_login",
        "web": "wijknetwerk_web_login",
        "worker": "wijknetwerk_worker_login",
    }
    made = set(re.findall(r"CREATE ROLE (\w+_login)", text("tools/postgres-roles.sql")))
    assert made == set(users.values())


def test_compose_has_no_default_secret(compose: dict[str, Any]) -> None:
    secrets = [name for name in NAMED.findall(text("compose.yaml")) if "PASSWORD" in name]
    for name in {*secrets, "SECRET_KEY"} - {"SMTP_PASSWORD"}:
        uses = re.findall(rf"\$\{{WIJKNETWERK_{name}([^}}]*)", text("compose.yaml"))
        assert all(use.startswith(":?") for use in uses), name


def test_compose_runs_commands_that_exist(compose: dict[str, Any]) -> None:
    commands = [s["command"] for s in compose["services"].values() if "command" in s]
    assert {command[1] for command in commands} <= set(COMMANDS)


def test_the_dockerfile_copies_what_exists_and_is_not_ignored() -> None:
    kept = {line[1:] for line in text(".dockerignore").splitlines() if line.startswith("!")}
    lines = re.findall(r"^COPY (?!--from)(.+)$", text("Dockerfile"), re.MULTILINE)
    copied = {name for line in lines for name in shlex.split(line)[:-1]}
    assert copied == kept
    assert all((ROOT / name).exists() for name in copied)


def test_the_image_runs_as_nobody_special() -> None:
    last = text("Dockerfile").rpartition("FROM")[2]
    assert re.search(r"^USER wijknetwerk$", last, re.MULTILINE)
    command = json.loads(last.rpartition("CMD")[2].replace("\\\n", ""))
    assert command[0] == "granian"
    assert command[-1] == "wijknetwerk.conf.wsgi:application"


def test_every_command_of_the_pages_exists() -> None:
    pages = " ".join(page.read_text() for page in (ROOT / "docs" / "how-to").glob("*.md"))
    used = set(re.findall(r"wijknetwerk ([a-z-]+)", pages))
    assert {word for word in used if "-" in word} <= set(COMMANDS)


def test_publiccode_says_what_its_standard_asks() -> None:
    said = yaml.safe_load(text("publiccode.yml"))
    assert (
        set(said["description"]) == {"nl", "en"} == set(said["localisation"]["availableLanguages"])
    )
    for description in said["description"].values():
        assert len(description["shortDescription"]) <= 150
        assert 150 <= len(description["longDescription"]) <= 10_000
        assert description["features"]
    assert said["legal"]["license"] == "EUPL-1.2"
