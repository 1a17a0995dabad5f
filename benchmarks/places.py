"""Where the benchmark's things are."""

from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent
STATE: Final = ROOT / "var" / "bench"
"""The database, what the servers print, and the results of the last run."""
NODE: Final = ROOT / ".tools" / "node" / "node"
