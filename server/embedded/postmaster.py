"""The main process of a server: the note it writes about itself, and what the system knows of it."""

import contextlib
import os
import subprocess
from pathlib import Path


def _note(data: Path) -> list[str]:
    try:
        return (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return []


def _number(data: Path) -> int | None:
    lines = _note(data)
    return int(lines[0]) if lines and lines[0].strip().isdigit() else None


def status(data: Path) -> str:
    """`starting`, `stopping`, `ready`, `standby`, or nothing: the eighth line of the server's own note."""
    lines = _note(data)
    return lines[7].strip() if len(lines) > 7 else ""


def living(data: Path) -> int | None:
    """Its number, if it runs."""
    pid = _number(data)
    return pid if pid is not None and is_postgres(pid) else None


def forget_number_of_another(data: Path) -> None:
    """Drop the note of a server that died and whose number another program has now, as happens after a restart of the
    machine: PostgreSQL would take that program for the old server and refuse to start."""
    pid = _number(data)
    told = None if pid is None else _told_by_system(pid)
    if told is not None and not told[1].startswith("postgres"):
        (data / "postmaster.pid").unlink()


def is_postgres(pid: int) -> bool:
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


def send(pid: int, number: int) -> None:
    """A signal, to a process that may have ended meanwhile."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
