"""What a command finds or makes on the machine it runs on: data folder, secret, database, port."""

import contextlib
import fcntl
import os
import secrets
import socket
from collections.abc import Iterator
from pathlib import Path

from pydantic import SecretStr

from server.embedded import postgres
from server.settings import Settings

PORTS_TRIED = 50


class CannotRun(RuntimeError):
    """The message is for the person at the terminal."""


@contextlib.contextmanager
def with_database(settings: Settings) -> Iterator[Settings]:
    """The settings with a database and a secret in them: the configured ones, or the embedded one and one of its own.

    A command that is called while `run` is at work joins its database.
    """
    changes: dict[str, object] = {}
    if not settings.secret_key.get_secret_value():
        changes["secret_key"] = SecretStr(own_secret(settings.data))
    if settings.database_url:
        yield settings.model_copy(update=changes)
        return
    running = postgres.EmbeddedPostgres.start(settings.data / "postgres")
    try:
        yield settings.model_copy(update={**changes, "database_url": running.url, "database_owner_url": running.url})
    finally:
        running.stop()


def own_secret(data: Path) -> str:
    """The secret that links in e-mails are derived from: made once, kept beside the data, readable by the owner."""
    path = data / "secret"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        made = data / f"secret.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(made)  # whole at once, and only if nobody else was quicker
        made.unlink()
    return path.read_text()


@contextlib.contextmanager
def alone(data: Path) -> Iterator[None]:
    """Only one `run` (or `reset`) at a time works on a data folder."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "run.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise CannotRun(f"It is running already (process {lock.read().strip()}). Ctrl-C there stops it.") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


@contextlib.contextmanager
def listening(settings: Settings) -> Iterator[socket.socket]:
    """A socket on the configured port; on the next free one where that is taken and nobody has asked for it."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    tries = 1 if "port" in settings.model_fields_set else PORTS_TRIED
    for port in range(settings.port, settings.port + tries):
        listener = socket.socket(family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else a body waits 40 ms behind its headers
        try:
            listener.bind((settings.host, port))
        except OSError:
            listener.close()
            continue
        with listener:
            yield listener
            return
    raise CannotRun(f"Port {settings.port} is taken. PORT=… chooses another one.")
