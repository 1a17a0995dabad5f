"""Operations that are known here before anybody asks: named by an id, sent without their text.

Strangers and clients may send nothing else in production, so what the internet can make us parse was written by us.
They come from the build of the screens (a list by hash), from the files beside this one (ids for tools), and from a
folder of the operator's. Nothing that a request brings is ever registered.
"""

import hashlib
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import orjson
import structlog
from graphql import GraphQLError

from schema.asked import Asked
from schema.context import Context
from schema.documents import Document, document, prepared
from server.core.errors import Unauthenticated

log = structlog.get_logger()

OURS: Final = Path(__file__).parent / "operations"
"""`<id>.graphql`: operations that programs need before they are signed in."""

_SETTLED: Final = 1_000_000_000
"""Nanoseconds: a place that was changed just now may change again without another time of change."""
_HASH: Final = "sha256:"
_ID: Final = re.compile(r"[A-Za-z0-9._~-]{1,100}")


class Operations:
    """The registered documents of some places: lists (`*.json`), documents (`*.graphql`), folders of both.

    A place that changes is read again when somebody asks for what is not known. What was known stays so until the
    process ends: a page that is still open goes on working.
    """

    def __init__(self, places: Sequence[Path] = ()) -> None:
        self._places = (OURS, *places)
        self._texts: dict[str, str] = {}
        self._ready: dict[str, Document] = {}
        self._read: dict[Path, int] = {}
        """When each place was changed that has been read."""
        self._look()

    def find(self, document_id: str) -> Document | None:
        """The document, parsed when it is first asked for; None where none is known, or none that still fits."""
        ready = self._ready.get(document_id)
        if ready is None:
            if document_id not in self._texts:
                self._look()
            text = self._texts.get(document_id)
            if text is None:
                return None
            ready = self._ready[document_id] = prepared(text)
        return None if ready.errors else ready

    def __len__(self) -> int:
        return len(self._texts)

    def _look(self) -> None:
        for place in self._places:
            try:
                changed = place.stat().st_mtime_ns
                if self._read.get(place) == changed:
                    continue
                for file in sorted(place.iterdir()) if place.is_dir() else [place]:
                    self._texts |= _operations_in(file)
            except FileNotFoundError:
                continue
            except (OSError, ValueError) as error:  # half written: who asks next finds it whole
                log.warning("operations.unreadable", place=place.name, kind=type(error).__name__)
                continue
            if time.time_ns() - changed > _SETTLED:
                self._read[place] = changed


def _operations_in(file: Path) -> dict[str, str]:
    if file.suffix == ".graphql" and _ID.fullmatch(file.stem):
        text = file.read_text("utf-8")
        return {file.stem: text, hash_of(text): text}
    if file.suffix != ".json":
        return {}
    listed = orjson.loads(file.read_bytes())
    if not isinstance(listed, dict):
        raise ValueError("not a list of operations")
    found = {name: each["document"] for name, each in listed.items() if isinstance(each, dict) and "document" in each}
    return {name: text for name, text in found.items() if isinstance(text, str) and name == hash_of(text)}


def hash_of(text: str) -> str:
    """The id of a text in the words of GraphQL over HTTP: `sha256:` and 64 digits."""
    return _HASH + hashlib.sha256(text.encode()).hexdigest()


def document_for(context: Context, asked: Asked, operations: Operations, *, at_portal: bool) -> Document:
    """The document that was asked for; one with `errors` where this actor may not have it run."""
    if asked.document_id is not None:
        return operations.find(asked.document_id) or _NOT_REGISTERED
    assert asked.query is not None
    if context.may_send_text:
        return document(asked.query)
    is_client = bool(context.actor.person_id)
    return _NOT_REGISTERED if at_portal or is_client else _NOT_SIGNED_IN


_NOT_REGISTERED: Final = Document((GraphQLError("", extensions={"code": "OPERATION_NOT_REGISTERED"}),))
_NOT_SIGNED_IN: Final = Document((GraphQLError("", original_error=Unauthenticated()),))
"""Who sends text to the other door is a tool of staff whose session has ended, or that has not signed in yet."""
