"""The checks of `make check`, two at a time, each with one line."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from workbench.running import FRONTEND, ROOT, VENV, Failed, one_at_a_time, say
from workbench.targets import environment, npm, screens


@dataclass(frozen=True)
class Check:
    """One check and the command that makes it."""

    title: str
    command: Sequence[str | Path]
    cwd: Path = ROOT


def checks() -> list[Check]:
    """The slow ones first, so that two workers end together."""
    binaries = VENV / "bin"
    listed = [
        Check("types", [binaries / "mypy"]),
        Check("imports", [binaries / "lint-imports", "--no-logo"]),
        Check("format", [binaries / "ruff", "format", "--check", "."]),
        Check("lint", [binaries / "ruff", "check", "--quiet", "--output-format", "concise", "."]),
        Check("lock files", [binaries / "python", "-m", "pytest", "--noconftest", *LOCK_TESTS]),
    ]
    if (ROOT / "schema" / "print.py").exists():
        listed.insert(1, Check("schema", [binaries / "python", "-m", "schema.print", "--check"]))
    if (FRONTEND / "package.json").exists():
        listed.insert(0, Check("screens", npm("run", "check", "--silent"), FRONTEND))
    return listed


LOCK_TESTS = ["tests/architecture/test_lock_files.py"]


def run_checks() -> list[str]:
    """Make all checks two at a time; the titles of those that failed."""
    env = environment()

    def make(check: Check) -> tuple[Check, float, subprocess.CompletedProcess[str]]:
        begun = time.monotonic()
        done = subprocess.run(
            check.command,
            cwd=check.cwd,
            env=env | {"NO_COLOR": "1"},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return check, time.monotonic() - begun, done

    failed: list[str] = []
    with ThreadPoolExecutor(max_workers=2) as workers:
        for check, seconds, done in workers.map(make, checks()):
            say(f"  {'ok    ' if done.returncode == 0 else 'FAILED'} {check.title} ({seconds:.1f} s)")
            if done.returncode != 0:
                failed.append(check.title)
                say(done.stdout.rstrip())
    return failed


def show(title: str, command: Sequence[str | Path], cwd: Path = ROOT) -> list[str]:
    """Run tests with their output shown; the title where they fail."""
    say(f"\n{title}")
    done = subprocess.run(command, cwd=cwd, env=environment())
    return [] if done.returncode == 0 else [title]


def build_screens() -> list[str]:
    """Build them before the tests that look at them; where that fails, the rest still has something to say."""
    try:
        with one_at_a_time():
            screens()
    except Failed as failure:
        say(str(failure))
        return ["build of the screens"]
    return []


def conclude(failed: list[str], good: str) -> None:
    if failed:
        raise Failed("Failed: " + ", ".join(failed))
    say(good)
