"""What a domain says in one e-mail: a frozen, typed value whose fields are exactly the words its template needs.

Domains derive from `Message` in their own `emails.py`. Moments are shown in the firm's time zone and the reader's
language; a field named `message` is a person's own text, shown as a quotation with its lines kept; every other text is
put on one line.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, ClassVar

from server.core import tokens
from server.mail import origin
from server.mail.address import one_line

PERSONAL = "message"
"""The field that holds a person's own words."""

LONGEST_TEXT = 10_000


@dataclass(frozen=True, slots=True)
class Link:
    """Where a button leads. With a `kind`, the token derived for `subject_id` stands behind `#`, so no server logs it.

    The row of the outbox holds these three words and never a usable link.
    """

    path: str
    kind: str | None = None
    subject_id: str | None = None

    @property
    def url(self) -> str:
        """The whole link; computed at the moment of rendering."""
        if self.kind is None or self.subject_id is None:
            return origin.absolute(self.path)
        return f"{origin.absolute(self.path)}#{tokens.derived(self.kind, self.subject_id)}"


@dataclass(frozen=True)
class Message:
    """The base of all e-mails; `kind` names the words in `server/words/emails`."""

    kind: ClassVar[str]

    def words(self) -> dict[str, Any]:
        """The fields as JSON, fit for the outbox and for `render`."""
        return {field.name: packed(field.name, getattr(self, field.name)) for field in fields(self)}


def packed(name: str, value: object) -> object:
    """One word as JSON."""
    match value:
        case None | bool() | int():
            return value
        case str():
            return paragraphs(value) if name == PERSONAL else one_line(value)[:LONGEST_TEXT]
        case datetime():
            return {"moment": value.isoformat()}
        case Link():
            return {"path": value.path, "kind": value.kind, "subject_id": value.subject_id}
    raise TypeError(f"{name}: no e-mail can say a {type(value).__name__}")


def unpacked(value: Any) -> object:
    """One word from JSON."""
    if isinstance(value, dict):
        return datetime.fromisoformat(value["moment"]) if "moment" in value else Link(**value)
    return value


def paragraphs(text: str) -> str:
    """A person's own text: lines kept, each of them clean, no more than one empty line in a row."""
    lines = [one_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "\n".join(kept).strip()[:LONGEST_TEXT]
