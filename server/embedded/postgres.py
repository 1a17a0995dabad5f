"""A PostgreSQL of the project's own: no installation, no port, no password, no other user's access.

It listens on a socket in a folder that only it and its owner can enter. It lives as long as somebody uses it:
a watcher stops it when the process that started it is gone without a word; the next start recovers.
"""

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from server.embedded import binaries, places, postmaster

NAME = "antesala"
PATIENCE = 60.0  # seconds; recovery after a crash of a large database takes its time
GRACE = 0.3  # seconds in which the watcher of a killed owner gets to work

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    "log_min_error_statement": "panic",
    "cluster_name": NAME,
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
CARELESS = {"fsync": "off", "full_page_writes": "off"}

# Reads from a pipe that only our process holds open: it ends when we end, and then stops the server quickly.
WATCHER = 'read -r _; kill -INT "$1" 2>/dev/null'

_used: set["EmbeddedPostgres"] = set()  # a server must not end because nobody kept the object


class EmbeddedPostgres:
    """A running server. `url` is for asyncpg, Tortoise, pgqueuer and psql alike.

    `url` reads `postgres://antesala@/antesala?host=%2F…`: no host before the path, the socket's folder in the query.
    `is_owner` is False where another process had started it already. It runs as long as anybody uses it: the last
    one to `stop` stops it.
    """

    def __init__(self, folder: Path, home: Path, socket_folder: Path, data: Path) -> None:
        self.folder = folder
        self.home = home
        self.socket_folder = socket_folder
        self.data = data
        self.log = home / "server.log"
        self.is_owner = False
        self._use: IO[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None  # None where an older server was taken over
        self._watcher: subprocess.Popen[bytes] | None = None

    @classmethod
    def start(cls, folder: Path, *, durable: bool = True) -> "EmbeddedPostgres":
        """Start, recover or join the server whose data is in the folder; returns when it answers. Blocking.

        Without `durable` nothing waits for the disk: right for tests, wrong for anything one wants to keep.
        """
        folder = folder.absolute()
        folder.mkdir(parents=True, exist_ok=True)
        with _one_at_a_time(folder):
            user = places.somebody(_data_folder(folder))
            home = places.home(folder, user, durable=durable)
            server = cls(folder, home, places.socket_folder(home, user), home / "data")
            server._use = (folder / "users.lock").open("a")
            server.is_owner = _is_alone(server._use) or not server._is_ready()
            fcntl.flock(server._use, fcntl.LOCK_SH)
            _used.add(server)
            try:
                if server.is_owner:
                    server._bring_up(user, durable=durable)
            except BaseException:
                server._release()
                raise
        return server

    @property
    def url(self) -> str:
        return f"postgres://{NAME}@/{NAME}?host={quote(str(self.socket_folder), safe='')}"

    @property
    def pid(self) -> int | None:
        """The main process of the server, as the server itself wrote it down; None if it is not running."""
        return postmaster.living(self.data)

    def stop(self) -> None:
        """Leave it; the last one disconnects whoever is there and stops it. Nothing that was committed is lost."""
        if self._use is None:
            return
        with _one_at_a_time(self.folder):
            pid = self.pid
            if pid is not None and _is_alone(self._use):
                postmaster.send(pid, signal.SIGINT)
                if not self._has_ended(pid, PATIENCE):
                    postmaster.send(pid, signal.SIGQUIT)
                    self._has_ended(pid, 10)
            self._release()

    def _is_ready(self) -> bool:
        return self.pid is not None and postmaster.status(self.data) == "ready" and self._answers()

    def _bring_up(self, user: places.Somebody, *, durable: bool) -> None:
        programs = binaries.find()
        if not user.can_run(programs / "initdb"):
            programs = binaries.copy_for_others(programs, places.shelf(user, durable=durable))
        if self._has_survived():
            pid = self.pid
            assert pid is not None
        else:
            if not (self.data / "PG_VERSION").exists():
                _create(programs, self.data, user, durable=durable)
            self._check_version(programs)
            postmaster.forget_number_of_another(self.data)
            self._process = self._launch(programs, user, durable=durable)
            pid = self._process.pid
            self._wait_until_ready(self._process)
        self._watch(pid, user)

    def _has_survived(self) -> bool:
        """Whether a server whose owner was killed still runs; waits for one that is about to start or to stop."""
        deadline, ready_since = time.monotonic() + PATIENCE, None
        while time.monotonic() < deadline:
            if self.pid is None:
                return False
            now = time.monotonic()
            ready_since = (ready_since or now) if self._is_ready() else None
            if ready_since is not None and now - ready_since > GRACE:
                return True
            time.sleep(0.05)
        raise RuntimeError(f"An older database server (process {self.pid}) neither answers nor stops; see {self.log}")

    def _launch(self, programs: Path, user: places.Somebody, *, durable: bool) -> "subprocess.Popen[bytes]":
        settings = {**SETTINGS, **({} if durable else CARELESS), "unix_socket_directories": str(self.socket_folder)}
        command: list[str | Path] = [programs / "postgres", "-D", self.data]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with self.log.open("ab") as log:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **_as(user))

    def _wait_until_ready(self, process: "subprocess.Popen[bytes]") -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and process.poll() is None:
            if self._is_ready():
                return
            time.sleep(0.02)
        raise RuntimeError(f"The database did not start. Its last words:\n{_last_lines(self.log)}")

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as client:
            try:
                client.connect(str(self.socket_folder / places.SOCKET_NAME))
            except OSError:
                return False
        return True

    def _watch(self, pid: int, user: places.Somebody) -> None:
        self._watcher = subprocess.Popen(
            ["/bin/sh", "-c", WATCHER, "antesala-database-watcher", str(pid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **_as(user),
        )

    def _check_version(self, programs: Path) -> None:
        found, wanted = (self.data / "PG_VERSION").read_text().strip(), binaries.major_version(programs)
        if found != str(wanted):
            raise RuntimeError(
                f"The data in {self.folder} is of PostgreSQL {found}, the programs are of {wanted}. "
                "`make reset` starts afresh."
            )

    def _has_ended(self, pid: int, patience: float) -> bool:
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if self._process is not None:
                self._process.poll()  # collects it
            if not postmaster.is_postgres(pid):
                return True
            time.sleep(0.05)
        return False

    def _release(self) -> None:
        if self._watcher is not None and self._watcher.stdin is not None:
            self._watcher.kill()
            self._watcher.stdin.close()
            self._watcher.wait()
            self._watcher = None
        if self._process is not None and self.pid is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(5)  # one that was killed counts as living until it is collected
        if self._use is not None:
            self._use.close()
            self._use = None
        _used.discard(self)


def erase(folder: Path) -> None:
    """Delete the data of a stopped server, wherever it lies."""
    places.remove(folder.absolute())


def is_in_use(folder: Path) -> bool:
    """Whether a process uses the server of this folder right now."""
    lock = folder / "users.lock"
    if not lock.exists():
        return False
    with lock.open("a") as use:
        return not _is_alone(use)


@contextlib.contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Starts and stops of all processes wait for each other."""
    with (folder / "start.lock").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _is_alone(use: IO[str]) -> bool:
    """Whether no other process holds the file that every user of the server holds; then we hold it alone."""
    try:
        fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _data_folder(folder: Path) -> Path:
    pointer = folder / places.ELSEWHERE
    return (pointer if pointer.is_symlink() else folder) / "data"


def _create(programs: Path, data: Path, user: places.Somebody, *, durable: bool) -> None:
    """Make the files of an empty database beside their place and move them there when complete."""
    unfinished = data.with_name("data.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    user.own(unfinished)
    initdb: list[str | Path] = [
        programs / "initdb",
        "-D",
        unfinished,
        "-U",
        NAME,
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "-N",
    ]
    _must(initdb, user)
    _must([programs / "postgres", "--single", "-D", unfinished, "postgres"], user, f"CREATE DATABASE {NAME}\n")
    if durable:
        _must([programs / "initdb", "-D", unfinished, "--sync-only"], user)
    unfinished.rename(data)


def _must(command: Sequence[str | Path], user: places.Somebody, words: str = "") -> None:
    done = subprocess.run(
        command, input=words.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, **_as(user)
    )
    if done.returncode != 0:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{done.stdout.decode(errors='replace')}")


def _as(user: places.Somebody) -> dict[str, Any]:
    """Its own session, so that Ctrl-C in a terminal reaches us and not the server; nothing of our environment's PG…"""
    env = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    who: dict[str, Any] = {"user": user.uid, "group": user.gid, "extra_groups": []} if user.switch else {}
    return {"cwd": "/", "env": {**env, "LC_ALL": "C", "TZ": "UTC"}, "start_new_session": True, **who}


def _last_lines(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-15:]) if log.exists() else "(none)"
