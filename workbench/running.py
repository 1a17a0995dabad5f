"""Where things are, and running other programs."""

from __future__ import annotations

import contextlib
import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
FRONTEND = ROOT / "portal_frontend"
DIST = FRONTEND / "dist"
BENCHMARKS = ROOT / "benchmarks"


class Failed(Exception):
    """A step did not work; the message is for a person."""


def say(text: str) -> None:
    print(text, flush=True)


def call(command: Sequence[str | Path], *, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run a command that is silent while it works; its words are shown only when it fails."""
    env = {**(os.environ if env is None else env), "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=cwd, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        shown = " ".join(str(part) for part in command)
        raise Failed(f"{done.stdout.rstrip()}\n\n`{shown}` ended with {done.returncode}.")


def replace_process(command: Sequence[str | Path], env: dict[str, str]) -> None:
    """Become the command, so that signals and the terminal are its own."""
    sys.stdout.flush()
    os.chdir(ROOT)
    os.execve(str(command[0]), [str(part) for part in command], env)


@contextlib.contextmanager
def step(title: str) -> Iterator[None]:
    """Say what is being made, and how long it took."""
    print(f"  {title} …", end="", flush=True)
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        print(" failed", flush=True)
        raise
    print(f" {time.monotonic() - begun:.1f} s", flush=True)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two calls in one clone wait for each other while they set up."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
