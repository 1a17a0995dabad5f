"""What a request asks for: read from the body of a POST, the address of a GET, or a message of a socket."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

_OBJECT: Final = (dict, type(None))
_TEXT: Final = (str, type(None))


@dataclass(frozen=True, slots=True)
class Asked:
    """One operation: its text, or the name of a document that is known here; never both."""

    query: str | None = None
    document_id: str | None = None
    variables: dict[str, Any] | None = None
    operation: str | None = None


class Malformed(Exception):
    """This is not a GraphQL request; the argument says why."""


def in_body(body: bytes) -> Asked:
    """The operation in the body of a POST."""
    try:
        found = orjson.loads(body)
    except ValueError as error:
        raise Malformed("The body is not JSON.") from error
    return in_message(found, may_hold_nul=b"u0000" in body or b"u{0" in body)


def in_address(parameters: Mapping[str, str]) -> Asked:
    """The operation in the address of a GET: `variables` and `extensions` are JSON, an empty name is none."""
    found: dict[str, Any] = dict(parameters)
    for name in ("variables", "extensions"):
        if name in found:
            try:
                found[name] = orjson.loads(found[name])
            except ValueError as error:
                raise Malformed(f"`{name}` is not JSON.") from error
    found["operationName"] = found.get("operationName") or None
    return in_message(found)


def in_message(found: Any, *, may_hold_nul: bool = True) -> Asked:
    """The operation in a JSON value. Who knows that there is no NUL in it saves the search."""
    if not isinstance(found, dict):
        raise Malformed("The request is not a JSON object.")
    query, document_id = found.get("query"), found.get("documentId")
    variables, operation = found.get("variables"), found.get("operationName")
    if document_id is None:
        if not isinstance(query, str) or not query.strip():
            raise Malformed("`query` is missing.")
    elif not isinstance(document_id, str) or query is not None:
        raise Malformed("There is to be either a `query` or a `documentId`, and a string.")
    if not isinstance(variables, _OBJECT):
        raise Malformed("`variables` is not an object.")
    if not isinstance(operation, _TEXT):
        raise Malformed("`operationName` is not a string.")
    if not isinstance(found.get("extensions"), _OBJECT):
        raise Malformed("`extensions` is not an object.")
    if may_hold_nul and ((query and _says_nul(query)) or _has_nul(variables)):
        raise Malformed("A NUL character is in the request.")
    return Asked(query, document_id, variables, operation)


def _says_nul(query: str) -> bool:
    return "\0" in query or "\\u0000" in query or "\\u{0" in query


def _has_nul(value: Any) -> bool:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            if "\0" in each:
                return True
        elif isinstance(each, dict):
            waiting += each.keys()
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each
    return False
