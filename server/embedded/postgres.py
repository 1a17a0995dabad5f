"""A PostgreSQL of the project's own: no installation, no port, no password, no other user's access.

It listens on a socket in a folder that only it and its owner can enter. It lives as long as the process that started
it: a watcher stops it when that process is gone, however it went; the next start recovers.
"""

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from server.embedded import binaries, places

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
    "cluster_name": NAME,
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
CARELESS = {"fsync": "off", "full_page_writes": "off"}

# Reads from a pipe that only our process holds open: it ends when we end, and then stops the server quickly.
WATCHER = 'read -r _; kill -INT "$1" 2>/dev/null'

_owned: set["EmbeddedPostgres"] = set()  # a server must not end because nobody kept the object


class EmbeddedPostgres:
    """A running server. `url` is for asyncpg, Tortoise, pgqueuer and psql alike.

    `url` reads `postgres://antesala@/antesala?host=%2F…`: no host before the path, the socket's folder in the query.
    `is_owner` is False where another process had started it already: then `stop` leaves it alone.
    """

    def __init__(self, folder: Path, home: Path, socket_folder: Path, data: Path) -> None:
        self.folder = folder
        self.home = home
        self.socket_folder = socket_folder
        self.data = data
        self.log = home / "server.log"
        self.is_owner = False
        self._ownership: IO[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None  # None where an older server was taken over
        self._watcher: subprocess.Popen[bytes] | None = None

    @classmethod
    def start(cls, folder: Path, *, durable: bool = True) -> "EmbeddedPostgres":
        """Start, recover or join the server whose data is in the folder; returns when it answers. Blocking.

        Without `durable` nothing waits for the disk: right for tests, wrong for anything one wants to keep.
        """
        folder = folder.absolute()
        folder.mkdir(parents=True, exist_ok=True)
        user = places.somebody(_data_folder(folder))
        home = places.home(folder, user, durable=durable)
        server = cls(folder, home, places.socket_folder(home, user), home / "data")
        ownership = (folder / "owner.lock").open("w")
        try:
            fcntl.flock(ownership, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            ownership.close()
            server._wait_until_ready(None)
            return server
        server._ownership = ownership
        server.is_owner = True
        _owned.add(server)
        try:
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
        return _living_postmaster(self.data)

    def stop(self) -> None:
        """Disconnect everybody and stop; nothing that was committed is lost. Does nothing for a mere guest."""
        if not self.is_owner:
            return
        pid = self.pid
        if pid is not None:
            _signal(pid, signal.SIGINT)
            if not self._has_ended(pid, PATIENCE):
                _signal(pid, signal.SIGQUIT)
                self._has_ended(pid, 10)
        self._release()

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
            _forget_number_of_another(self.data)
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
            ready_since = (ready_since or now) if _status(self.data) == "ready" and self._answers() else None
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

    def _wait_until_ready(self, process: "subprocess.Popen[bytes] | None") -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if _status(self.data) == "ready" and self._answers():
                return
            if process is not None and process.poll() is not None:
                break
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
            if not _is_postgres(pid):
                return True
            time.sleep(0.05)
        return False

    def _release(self) -> None:
        if self._watcher is not None and self._watcher.stdin is not None:
            self._watcher.kill()
            self._watcher.stdin.close()
            self._watcher.wait()
            self._watcher = None
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(5)  # one that was killed counts as living until it is collected
        if self._ownership is not None:
            self._ownership.close()
            self._ownership = None
        self.is_owner = False
        _owned.discard(self)


def erase(folder: Path) -> None:
    """Delete the data of a stopped server, wherever it lies."""
    places.remove(folder.absolute())


def is_in_use(folder: Path) -> bool:
    """Whether a process owns the server of this folder right now."""
    lock = folder / "owner.lock"
    if not lock.exists():
        return False
    with lock.open("w") as ownership:
        try:
            fcntl.flock(ownership, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


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


def _postmaster_file(data: Path) -> list[str]:
    try:
        return (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return []


def _status(data: Path) -> str:
    """`starting`, `stopping`, `ready`, `standby`, or nothing: the eighth line of the server's own note."""
    lines = _postmaster_file(data)
    return lines[7].strip() if len(lines) > 7 else ""


def _living_postmaster(data: Path) -> int | None:
    lines = _postmaster_file(data)
    pid = int(lines[0]) if lines and lines[0].strip().isdigit() else None
    return pid if pid is not None and _is_postgres(pid) else None


def _forget_number_of_another(data: Path) -> None:
    """Drop the note of a server that died and whose number another program has now, as happens after a restart of the
    machine: PostgreSQL would take that program for the old server and refuse to start."""
    lines = _postmaster_file(data)
    if not lines or not lines[0].strip().isdigit():
        return
    told = _told_by_system(int(lines[0]))
    if told is not None and not told[1].startswith("postgres"):
        (data / "postmaster.pid").unlink()


def _is_postgres(pid: int) -> bool:
    """Whether a living process of that number is a PostgreSQL: numbers are given out again."""
    told = _told_by_system(pid)
    return told is not None and told[1].startswith("postgres") and told[0] != "Z"


def _told_by_system(pid: int) -> tuple[str, str] | None:
    """State and name of a process, by /proc where there is one and by `ps` elsewhere."""
    if Path("/proc/self/stat").exists():
        try:
            line = Path(f"/proc/{pid}/stat").read_text()
        except (FileNotFoundError, ProcessLookupError):
            return None
        return line.rpartition(") ")[2][:1], line.partition("(")[2].rpartition(")")[0]
    told = subprocess.run(["ps", "-o", "stat=,comm=", "-p", str(pid)], capture_output=True, text=True)
    state, _, name = told.stdout.strip().partition(" ")
    return (state[:1], Path(name.strip()).name) if name else None


def _signal(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _last_lines(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-15:]) if log.exists() else "(none)"
