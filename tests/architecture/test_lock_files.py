"""The project is installed from whatever index its user has configured, so no file of it may name one."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK_FILES = ["requirements.lock", "requirements-bootstrap.lock"]

# Put together from pieces, because this file is looked at as well.
REGISTRIES = re.compile(
    "|".join(
        rf"\b{re.escape('.'.join(labels))}\b"
        for labels in [
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("pypi", "python", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("yarnpkg", "com"),
            ("jsr", "io"),
            ("npmmirror", "com"),
        ]
    )
)


def test_no_file_of_the_repository_names_a_package_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked_files()
        for number, line in enumerate(read(path).splitlines(), start=1)
        if REGISTRIES.search(line)
    ]
    assert found == []


def test_python_lock_files_hold_hashes_and_no_address() -> None:
    for name in LOCK_FILES:
        text = (ROOT / name).read_text()
        assert "://" not in text, name
        assert "index-url" not in text, name
        packages = re.findall(r"^[a-z0-9].*==.*$", text, re.MULTILINE)
        assert packages
        assert all(line.endswith("\\") for line in packages), f"{name}: a package without a hash"


def test_every_dependency_is_in_the_lock_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    wanted = [*project["project"]["dependencies"], *groups["build"], *groups["dev"]]
    locked = {line.split("==")[0] for line in (ROOT / "requirements.lock").read_text().splitlines() if "==" in line}
    names = [re.split(r"[\[<>=;! ]", requirement)[0].lower().replace("_", "-") for requirement in wanted]
    assert [name for name in names if name not in locked] == [], "run `make lock`"


@pytest.mark.parametrize("folder", ["portal_frontend", "benchmarks"])
def test_lock_files_of_npm_hold_integrity_and_no_address(folder: str) -> None:
    lock = ROOT / folder / "package-lock.json"
    packages = json.loads(lock.read_text())["packages"]
    installed = {name: facts for name, facts in packages.items() if name and not facts.get("link")}
    assert [name for name, facts in installed.items() if "resolved" in facts] == []
    assert [name for name, facts in installed.items() if "integrity" not in facts and not facts.get("inBundle")] == []


def tracked_files() -> list[Path]:
    """What git knows and what it does not ignore; every file where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        left_out = {".git", ".venv", ".tools", "node_modules", "dist", "var"}
        return [path for path in ROOT.rglob("*") if path.is_file() and not left_out & set(path.parts)]
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def read(path: Path) -> str:
    """The text of a file; nothing of one that is not text."""
    data = path.read_bytes()
    return "" if b"\0" in data[:8000] else data.decode("utf-8", "replace")
