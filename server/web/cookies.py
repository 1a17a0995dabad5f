"""The session cookies: one a door, bound to the host and to https where there is https (security.md A13)."""

from collections.abc import Iterator

from starlette.requests import HTTPConnection
from starlette.responses import Response

from server.identity.models import Door

DOOR_HEADER = "Antesala-Door"
"""Sent by our own pages: says whose cookie counts, and cannot be sent by a foreign form."""

BY_ITSELF_HEADER = "Antesala-By-Itself"
"""Sent by a page that reads without anybody's hand: it does not keep the session from ending."""

_SAME_SITE = {Door.PORTAL: "Lax", Door.STAFF: "Strict"}


def name(door: Door | str, secure: bool) -> str:
    """`__Host-` makes browsers refuse the cookie for other hosts, other paths, and plain http."""
    return f"{'__Host-' if secure else ''}sid-{Door(door).value.lower()}"


def set_session(response: Response, door: Door | str, token: str, secure: bool) -> None:
    """Hand the browser a session's token, until it is closed or the session ends."""
    response.headers.append("Set-Cookie", _line(door, token, secure))


def clear_session(response: Response, door: Door | str, secure: bool) -> None:
    """Take the token away, and what the browser has kept of our pages."""
    response.headers.append("Set-Cookie", f"{_line(door, '', secure)}; Max-Age=0")
    response.headers["Clear-Site-Data"] = '"cache"'


def tokens_of(connection: HTTPConnection, secure: bool, door: str = "") -> Iterator[tuple[Door, str]]:
    """The doors and tokens of a request: of the door it names, else staff first, then portal.

    `door` names it where a browser cannot send the header.
    """
    named = (connection.headers.get(DOOR_HEADER, "") or door).upper()
    doors = [Door(named)] if named in Door.__members__ else [] if named else [Door.STAFF, Door.PORTAL]
    for door in doors:
        if token := connection.cookies.get(name(door, secure)):
            yield door, token


def _line(door: Door | str, token: str, secure: bool) -> str:
    same_site = _SAME_SITE[Door(door)]
    return f"{name(door, secure)}={token}; Path=/; HttpOnly; SameSite={same_site}{'; Secure' * secure}"
