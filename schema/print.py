"""Print the published contract: `python -m schema.print`, or with `--check` compare it with the file."""

import sys
from pathlib import Path

from schema.root import schema

FILE = Path(__file__).parent / "schema.graphql"


def main(check: bool) -> int:
    """0, or 1 where the file is not what the code says."""
    text = schema.as_str().rstrip() + "\n"
    if check and FILE.read_text(encoding="utf-8") != text:
        sys.stderr.write("schema/schema.graphql is not what the code says: run `make schema`.\n")
        return 1
    if not check:
        FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
