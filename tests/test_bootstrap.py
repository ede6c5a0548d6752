"""`tools/bootstrap.sh` on machines where something is missing: one sentence each, and exit code 1.

Every test runs the real script in a folder of its own, with a PATH that has only what the machine
of that test has.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("awk", "cat", "cksum", "df", "dirname", "grep", "mkdir", "rm", "sh", "tail")


class Machine:
    """A folder with the project's installing part, and a PATH of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "clone"
        self.path = folder / "bin"
        self.path.mkdir()
        for name in NEEDED:
            found = shutil.which(name)
            assert found, name
            (self.path / name).symlink_to(found)
        (self.folder / "tools").mkdir(parents=True)
        for name in ("tools/bootstrap.sh", "requirements.txt", "requirements-dev.txt"):
            shutil.copy(ROOT / name, self.folder / name)
        (self.folder / "pyproject.toml").touch()

    def has(self, name: str, script: str) -> None:
        """Put a program on the PATH."""
        program = self.path / name
        program.unlink(missing_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def has_real_python(self, name: str = "python3") -> None:
        """The Python that runs these tests."""
        self.has(name, f'exec "{sys.executable}" "$@"')

    def bootstrap(self, want: str = "run", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["tools/bootstrap.sh", want],
            cwd=self.folder,
            env={"PATH": str(self.path), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def refuses(self, **environment: str) -> str:
        """The one sentence on the error stream."""
        done = self.bootstrap(**environment)
        assert done.returncode == 1, done
        lines = done.stderr.splitlines()
        assert len(lines) == 1, done.stderr
        return lines[0]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def python_that_says(version: str, *, can_make_venv: bool) -> str:
    return (
        f'case "$2" in *version_info*) echo {version} ;; *) exit {int(not can_make_venv)} ;; esac'
    )


def test_a_machine_without_python(machine: Machine) -> None:
    said = machine.refuses()
    assert "3.11, 3.12 or 3.13, and found none" in said
    assert "apt-get install python3" in said


def test_an_old_python(machine: Machine) -> None:
    machine.has("python3", python_that_says("3.9", can_make_venv=True))
    assert "here is Python 3.9" in machine.refuses()


def test_a_python_that_is_too_new(machine: Machine) -> None:
    machine.has("python3", python_that_says("3.14", can_make_venv=True))
    assert "here is Python 3.14" in machine.refuses()


def test_a_shim_that_does_not_run(machine: Machine) -> None:
    machine.has("python3.13", "echo 'command not found' >&2; exit 127")
    machine.has("python3", python_that_says("3.9", can_make_venv=True))
    assert "here is Python 3.9" in machine.refuses()


def test_a_debian_python_without_venv(machine: Machine) -> None:
    machine.has("python3", python_that_says("3.11", can_make_venv=False))
    assert "apt-get install python3.11-venv" in machine.refuses()


def test_a_chosen_python_that_is_not_there(machine: Machine) -> None:
    machine.has_real_python()
    assert "/no/such/python does not run" in machine.refuses(PYTHON="/no/such/python")


def test_a_disk_that_is_too_full(machine: Machine) -> None:
    machine.has_real_python()
    machine.has("df", "echo header; echo /dev/x 1000000 900000 102400 90% /")
    assert "needs 900 MB here and 100 MB is free" in machine.refuses()
    assert not (machine.folder / ".venv").exists()


def test_a_disk_that_fills_up_meanwhile(machine: Machine) -> None:
    full = "[Errno 28] No space left on device"
    machine.has("python3", f'case "$1" in -c) echo 3.11 ;; *) echo "{full}"; exit 1 ;; esac')
    assert "became full while installing" in machine.refuses()


@pytest.fixture(scope="module")
def with_venv(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine whose .venv is a real one, made once, because that takes seconds."""
    machine = Machine(tmp_path_factory.mktemp("machine"))
    machine.has_real_python()
    machine.refuses(PIP_NO_INDEX="1")
    return machine


def test_no_network(with_venv: Machine) -> None:
    nowhere = "http://127.0.0.1:9/simple"
    said = with_venv.refuses(
        PIP_INDEX_URL=nowhere, PIP_CONFIG_FILE="/dev/null", PIP_NO_CACHE_DIR="1"
    )
    assert "connection to the package index" in said


def test_a_package_that_is_not_the_locked_one(with_venv: Machine) -> None:
    (with_venv.folder / "requirements.txt").write_text("wijknetwerk-nothing==1 --hash=sha256:00\n")
    said = with_venv.refuses(PIP_NO_INDEX="1")
    assert said.startswith("Installing failed; all of it stands in .venv/install.log.")


VENV_PYTHON = """#!/bin/sh
case "$2" in *version_info*) echo 3.11 ;; *) echo "$@" >>calls ;; esac
"""


@pytest.fixture
def recorded(machine: Machine) -> Machine:
    """A machine whose Python makes a .venv that only notes what it was asked to install."""
    (machine.folder / "venv-python").write_text(VENV_PYTHON)
    (machine.folder / "venv-python").chmod(0o755)
    machine.has("cp", 'exec /bin/cp "$@"')
    machine.has(
        "python3",
        'case "$2" in *version_info*) echo 3.11 ;; venv) mkdir -p .venv/bin && '
        "cp venv-python .venv/bin/python ;; esac",
    )
    return machine


def installed(machine: Machine, want: str = "run") -> list[str]:
    """The locks that were installed by one more run of the script."""
    calls = machine.folder / "calls"
    calls.unlink(missing_ok=True)
    done = machine.bootstrap(want)
    assert done.returncode == 0, done
    lines = calls.read_text().splitlines() if calls.exists() else []
    assert all("--require-hashes" in line or "--no-deps" in line for line in lines)
    return [line.rpartition(" ")[2] for line in lines]


def test_the_second_time_installs_nothing(recorded: Machine) -> None:
    assert installed(recorded) == ["requirements.txt", "."]
    assert installed(recorded) == []


def test_a_changed_lock_is_installed(recorded: Machine) -> None:
    installed(recorded)
    with (recorded.folder / "requirements.txt").open("a") as lock:
        lock.write("# newer")
    assert installed(recorded) == ["requirements.txt", "."]


def test_what_tests_need_includes_what_runs(recorded: Machine) -> None:
    assert installed(recorded, "dev") == ["requirements-dev.txt", "."]
    assert installed(recorded, "run") == []


def test_a_venv_whose_python_is_gone_is_made_anew(recorded: Machine) -> None:
    installed(recorded)
    (recorded.folder / ".venv" / "bin" / "python").unlink()
    assert installed(recorded) == ["requirements.txt", "."]


def test_an_install_that_broke_off_is_done_again(recorded: Machine) -> None:
    broken = VENV_PYTHON.replace('echo "$@" >>calls', "exit 1")
    (recorded.folder / "venv-python").write_text(broken)
    assert recorded.bootstrap().returncode == 1
    (recorded.folder / ".venv" / "bin" / "python").write_text(VENV_PYTHON)
    assert installed(recorded) == ["requirements.txt", "."]


def test_translations_are_compiled_once(recorded: Machine) -> None:
    installed(recorded)
    folder = recorded.folder / "src" / "wijknetwerk" / "locale" / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text("one")
    recorded.bootstrap()
    assert "compile" in (recorded.folder / "calls").read_text()
    (folder / "django.mo").touch()
    assert installed(recorded) == []
