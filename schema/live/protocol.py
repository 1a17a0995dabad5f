"""graphql-transport-ws, as https://github.com/graphql/graphql-over-http and graphql-ws write it: words and codes."""

from typing import Any, Final

import orjson

NAME: Final = "graphql-transport-ws"


class Closed(Exception):
    """The conversation is over; without a code because the other side is gone."""

    def __init__(self, code: int | None, reason: str = "") -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def bad_request(reason: str) -> Closed:
    """What was said is not of the protocol."""
    return Closed(4400, reason)


def unauthorized() -> Closed:
    """Nobody is signed in, or no longer: coming again is of no use."""
    return Closed(4401, "Unauthorized")


def forbidden() -> Closed:
    """They may do less than when they came: whoever comes again is asked anew what for."""
    return Closed(4403, "Forbidden")


def too_slow_to_begin() -> Closed:
    """No first message."""
    return Closed(4408, "Connection initialisation timeout")


def already_subscribed(name: str) -> Closed:
    """The id is taken by an operation that still runs."""
    return Closed(4409, f"Subscriber for {name} already exists" if len(name) <= 50 else "Subscriber already exists")


def begun_twice() -> Closed:
    """A second first message."""
    return Closed(4429, "Too many initialisation requests")


def missed() -> Closed:
    """Changes may have gone by: come again at once, and read what is shown anew."""
    return Closed(1012, "Please read again")


def try_later() -> Closed:
    """There are too many, or the database is away."""
    return Closed(1013, "Please try again later")


def failed() -> Closed:
    """Our fault."""
    return Closed(4500, "Internal server error")


def read(text: str | None) -> dict[str, Any]:
    """A message; Closed where it is none."""
    if text is None:
        raise bad_request("Only text messages are understood")
    try:
        message = orjson.loads(text)
    except ValueError:
        raise bad_request("Message is not JSON") from None
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        raise bad_request("Message has no type")
    if not isinstance(message.get("payload"), dict | None):
        raise bad_request("Message has a payload that is no object")
    return message


def id_of(message: dict[str, Any]) -> str:
    """The operation a message belongs to."""
    name = message.get("id")
    if not isinstance(name, str) or not 0 < len(name) <= 200:
        raise bad_request("Message has no id")
    return name


def operation(payload: Any) -> Any:
    """What to run. The protocol demands a text, which is empty where the document is named by an id."""
    if isinstance(payload, dict) and payload.get("query") == "" and "documentId" in payload:
        return {name: value for name, value in payload.items() if name != "query"}
    return payload


def written(kind: str, name: str | None = None, payload: Any = None) -> str:
    """A message."""
    message: dict[str, Any] = {"type": kind}
    if name is not None:
        message["id"] = name
    if payload is not None:
        message["payload"] = payload
    return orjson.dumps(message).decode()
