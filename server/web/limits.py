"""How much a request may bring, and how long it may take to bring it (G4, L3)."""

import asyncio
from contextlib import suppress
from typing import Final

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.web import answers

LARGEST: Final = 1024 * 1024
QUESTION: Final = 192 * 1024
"""A question to the API. The largest that is meant: an account with 50 contacts, each invited with 2,000 characters."""

SMALLER: Final = {"/graphql": QUESTION}
PATIENCE: Final = 30.0
"""Seconds for the whole body."""

LINGER: Final = (16 * 1024 * 1024, 5.0)
"""Bytes and seconds of a refused body that are let in and thrown away, so that the answer is not lost with the line."""


class BodyLimit:
    """Takes the body in before anything looks at it, counting while it comes, so that a length may lie."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST, patience: float = PATIENCE) -> None:
        self.app = app
        self.largest = largest
        self.patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read, then go on with what was read."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = HTTPConnection(scope).headers
        if headers.get("Content-Encoding", "identity").lower() != "identity":
            await _refuse(scope, receive, send, 415, "MEDIA_TYPE_UNSUPPORTED")
            return
        length, largest = headers.get("Content-Length", "0"), SMALLER.get(scope["path"], self.largest)
        if not length.isascii() or not length.isdigit() or len(length) > 12 or int(length) > largest:
            await _refuse(scope, receive, send, 413, "PAYLOAD_TOO_LARGE")
            return
        if scope["method"] in ("GET", "HEAD") and length == "0" and "Transfer-Encoding" not in headers:
            await self.app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self.patience):
                body = await _body(receive, largest)
        except TimeoutError:
            await _refuse(scope, receive, send, 408, "REQUEST_TIMEOUT")
            return
        if body is None:
            await _refuse(scope, receive, send, 413, "PAYLOAD_TOO_LARGE")
            return
        await self.app(scope, _replay(body, receive), send)


async def _body(receive: Receive, largest: int) -> bytes | None:
    """The whole body; None as soon as it is too much; what has come where the client is gone."""
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > largest:
            return None
        more = message.get("more_body", False)
    return b"".join(parts)


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, code: str) -> None:
    """Answer at once, and end the connection only after what is on its way has come."""
    answer = answers.plain(scope, status, code, {"Connection": "close"})
    await send({"type": "http.response.start", "status": status, "headers": answer.raw_headers})
    await send({"type": "http.response.body", "body": answer.body, "more_body": True})
    most, patience = LINGER
    with suppress(TimeoutError):
        async with asyncio.timeout(patience):
            while most > 0 and (message := await receive())["type"] == "http.request":
                most -= len(message.get("body", b"")) + 1
                if not message.get("more_body", False):
                    break
    await send({"type": "http.response.body", "body": b""})


def _replay(body: bytes, receive: Receive) -> Receive:
    read = False

    async def again() -> Message:
        nonlocal read
        if read:
            return await receive()
        read = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
