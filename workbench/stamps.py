"""Telling whether a target is made of what is there now."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from workbench.running import FRONTEND, ROOT

SOURCE_FOLDERS_LEFT_OUT = {"node_modules", "dist", "e2e", "coverage", "test-results"}


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
