"""Registers the operations of tests, as the operator of a server can: in a folder that the server looks into."""

import json
import tempfile
from pathlib import Path

from schema.registered import hash_of

FOLDER = Path(tempfile.mkdtemp(prefix="operations-"))
"""Of this test process."""


def registered(query: str, folder: Path = FOLDER) -> str:
    """The id under which the operation may be sent from now on."""
    document_id = hash_of(query)
    listed = folder / f"{document_id.partition(':')[2]}.json"
    if not listed.exists():
        half = listed.with_suffix(".half")
        half.write_text(json.dumps({document_id: {"document": query}}))
        half.rename(listed)
    return document_id
