"""Keep a result: as JSON with every round, and as the table of the README."""

import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import orjson

from benchmarks import table
from benchmarks.places import HERE, NODE, STATE
from benchmarks.rounds import Series
from server.embedded import binaries

README: Final = HERE / "README.md"

_OF_PYTHON: Final = ("strawberry-graphql", "graphql-core", "starlette", "uvicorn", "tortoise-orm", "asyncpg", "orjson")
_OF_NODE: Final = ("postgraphile", "grafast", "grafserv", "pg", "graphql", "autocannon")


def keep(found: Sequence[Series], rounds: int, seconds: float) -> Path:
    """Write everything that was measured beside the database."""
    whole: dict[str, Any] = {
        "at": datetime.now(UTC),
        "rounds": rounds,
        "seconds": seconds,
        "versions": versions(),
        "works": [
            {
                "work": series.work.name,
                "connections": series.connections,
                "medians": [asdict(line) for line in table.lines(series)],
                "goals": [asdict(verdict) for verdict in table.verdicts(series)],
                "rounds": {name: [asdict(each) for each in made] for name, made in series.rounds.items()},
            }
            for series in found
        ],
    }
    kept = STATE / "result.json"
    kept.write_bytes(orjson.dumps(whole, option=orjson.OPT_INDENT_2))
    kept.with_suffix(".md").write_text(text(found, rounds, seconds), encoding="utf-8")
    return kept


def write(part: str, text: str) -> None:
    """Put a text into the place of the README that is marked for it."""
    README.write_text(between_marks(README.read_text(encoding="utf-8"), part, text), "utf-8")


def between_marks(page: str, part: str, text: str) -> str:
    """The page with another text between the marks of a part."""
    begin, end = f"<!-- {part}: written by `--write` -->", f"<!-- end of {part} -->"
    before, _, rest = page.partition(begin)
    return f"{before}{begin}\n\n{text.strip()}\n\n{end}{rest.partition(end)[2]}"


def versions() -> dict[str, str]:
    """What was compared, on what."""
    found = {
        "processors": f"{os.cpu_count()} ({platform.machine()})",
        "Python": platform.python_version(),
        "Node": _said_by(NODE).removeprefix("v"),
        "PostgreSQL": _said_by(binaries.find() / "postgres").rpartition(" ")[2],
    }
    found |= {name: version(name) for name in _OF_PYTHON}
    for name in _OF_NODE:
        found[name] = orjson.loads((HERE / "node_modules" / name / "package.json").read_bytes())["version"]
    return found


def _said_by(program: Path) -> str:
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def text(found: Sequence[Series], rounds: int, seconds: float) -> str:
    listed = ", ".join(f"{name} {value}" for name, value in versions().items())
    made = f"{datetime.now(UTC):%Y-%m-%d}, {rounds} rounds of {seconds:g} s each. {listed}."
    return f"{made}\n\n{table.markdown(found)}\n"
