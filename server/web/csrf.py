"""Only our own pages may change anything (A14): a content type no form can send, and the browser's own word.

Where a GET asks the API, it has to come from our own pages too.
"""

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from server.web import answers
from server.web.cookies import DOOR_HEADER
from server.web.hosts import Home

SAFE = {"GET", "HEAD", "OPTIONS"}
ASKED = {"/graphql"}
"""Paths whose GET is no page, but a question that carries a session."""
PICTURES = {"image/jpeg", "image/png", "image/webp"}


class OwnPagesOnly:
    """Refuses what a foreign page could have sent: 403 by origin, 415 by content type."""

    def __init__(self, app: ASGIApp, home: Home) -> None:
        self.app = app
        self.home = home

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look where it comes from, then go on."""
        if scope["type"] == "http" and (scope["method"] not in SAFE or scope["path"] in ASKED):
            if not self._is_own(connection := HTTPConnection(scope)):
                await answers.plain(scope, 403, "ORIGIN_REFUSED")(scope, receive, send)
                return
            if scope["method"] not in SAFE and not _is_unforgeable(connection, scope["method"]):
                await answers.plain(scope, 415, "MEDIA_TYPE_UNSUPPORTED")(scope, receive, send)
                return
        if scope["type"] == "websocket" and not self._is_from_a_page(HTTPConnection(scope)):
            await answers.plain(scope, 403, "ORIGIN_REFUSED")(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_own(self, connection: HTTPConnection) -> bool:
        """Programs send neither header; browsers always say one of them, and a page cannot change it."""
        site, origins = connection.headers.get("Sec-Fetch-Site", "none"), connection.headers.getlist("Origin")
        if site == "cross-site" or (site == "same-site" and not origins):  # a GET brings no origin
            return False
        return all(self.home.is_own_origin(origin, connection.headers["Host"]) for origin in origins)

    def _is_from_a_page(self, connection: HTTPConnection) -> bool:
        """Browsers open sockets for any page, with the cookies of ours, but say whose page it is: that must be told."""
        return len(connection.headers.getlist("Origin")) == 1 and self._is_own(connection)


def _is_unforgeable(connection: HTTPConnection, method: str) -> bool:
    media_type = connection.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type == "application/json":
        return True
    return method == "PUT" and media_type in PICTURES and DOOR_HEADER in connection.headers
