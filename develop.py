#!/usr/bin/env python3
"""The one script behind `make`: set up, run, check and test Antesala with nothing but a Python 3.11 or newer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from workbench.checks import build_screens, conclude, run_checks, show
from workbench.running import FRONTEND, VENV, Failed, call, one_at_a_time, replace_process, say
from workbench.targets import BOOTSTRAP_LOCK, LOCK, environment, npm, prepare, uv, uv_environment

LOCK_OPTIONS = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"]


def command_run(rest: list[str]) -> None:
    """Start everything: database, web server, worker, mailbox."""
    prepare()
    replace_process([VENV / "bin" / "python", "-m", "server", "run", *rest], environment())


def command_check(rest: list[str]) -> None:
    """Format, lint, types, import contracts, schema snapshot, screens, lock files."""
    prepare(built=False)
    conclude(run_checks(), "All checks passed.")


def command_test(rest: list[str]) -> None:
    """All checks and all tests; further words go to pytest, which then runs alone."""
    prepare(built=False, tests=True)
    failed = build_screens()
    pytest: list[str | Path] = [VENV / "bin" / "python", "-m", "pytest", *(rest or ["-n", "2"])]
    if not rest:
        failed += run_checks()
        if (FRONTEND / "package.json").exists():
            failed += show("Tests of the screens", npm("test", "--silent"), FRONTEND)
    failed += show("Tests", pytest)
    if failed:
        raise Failed("Failed: " + ", ".join(failed))


def command_bench(rest: list[str]) -> None:
    """Measure the server against its peers; takes minutes (--quick: one, --help: the rest)."""
    prepare(frontend=False, benchmarks=True)
    replace_process([VENV / "bin" / "python", "-m", "benchmarks", *rest], environment())


def command_build(rest: list[str]) -> None:
    """Install all packages and build the screens."""
    prepare()


def command_format(rest: list[str]) -> None:
    """Put all sources into the common shape."""
    prepare(built=False)
    env = environment()
    call([VENV / "bin" / "ruff", "check", "--fix-only", "--quiet", "."], env=env)
    call([VENV / "bin" / "ruff", "format", "--quiet", "."], env=env)
    if (FRONTEND / "package.json").exists():
        call(npm("run", "format", "--if-present", "--silent"), cwd=FRONTEND, env=env)


def command_schema(rest: list[str]) -> None:
    """Print the GraphQL contract into schema/schema.graphql, and the types that the screens take from it."""
    prepare(built=False)
    call([VENV / "bin" / "python", "-m", "schema.print"], env=environment())
    if (FRONTEND / "package.json").exists():
        call(npm("run", "codegen", "--if-present", "--silent"), cwd=FRONTEND, env=environment())


def command_lock(rest: list[str]) -> None:
    """Pin the packages of pyproject.toml anew (--upgrade takes newer ones)."""
    with one_at_a_time():
        installer = uv()
        env = uv_environment()
        compile_: list[str | Path] = [installer, "pip", "compile", *LOCK_OPTIONS, *rest]
        groups = ["--group", "build", "--group", "dev"]
        call([*compile_, "pyproject.toml", *groups, "-o", LOCK.name], env=env)
        call([*compile_, "--group", "bootstrap", "-o", BOOTSTRAP_LOCK.name], env=env)


def command_reset(rest: list[str]) -> None:
    """Throw the development data away."""
    prepare(frontend=False)
    replace_process([VENV / "bin" / "python", "-m", "server", "reset", *rest], environment())


COMMANDS: dict[str, Callable[[list[str]], None]] = {
    "run": command_run,
    "test": command_test,
    "bench": command_bench,
    "check": command_check,
    "format": command_format,
    "schema": command_schema,
    "build": command_build,
    "lock": command_lock,
    "reset": command_reset,
}


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - it is here to say so
        say("Antesala needs Python 3.11 or newer.")
        return 1
    parser = argparse.ArgumentParser(prog="develop.py", description=__doc__.splitlines()[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, function in COMMANDS.items():
        commands.add_parser(name, help=function.__doc__, add_help=False)
    chosen, rest = parser.parse_known_args()
    try:
        COMMANDS[chosen.command](rest)
    except Failed as failure:
        say(f"\n{failure}")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
