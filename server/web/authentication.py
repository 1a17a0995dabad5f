"""From a cookie to an actor: asked of the database at every request, kept nowhere."""

from dataclasses import dataclass, replace

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from server.core.actor import Actor, ActorKind
from server.identity import sessions
from server.identity.models import Door
from server.web import cookies
from server.web.client import Proxies
from server.web.device import readable
from server.web.language import preferred

LONGEST_TOKEN = 100


@dataclass(frozen=True, slots=True)
class Held:
    """The session that a socket was opened with: asked of again and again, since the socket may outlive it."""

    door: Door
    token: str
    stranger: Actor
    """Where they come from, and with what."""

    async def actor(self) -> Actor | None:
        """Whose it is now; None where it has ended. Does not keep it from ending."""
        found = await sessions.authenticate(self.token, self.door, used=False)
        return found and replace(found, address=self.stranger.address, device=self.stranger.device)


class Authentication:
    """Puts an Actor into `scope["actor"]`, a stranger where nobody is signed in.

    `scope["secure"]` says which kind of cookie to set. A socket's actor is a stranger, until the session is asked of
    that its first message may name the door of (`held_by`).
    """

    def __init__(self, app: ASGIApp, secure: bool, proxies: Proxies) -> None:
        self.app = app
        self.secure = secure
        self.proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask, then go on."""
        connection = HTTPConnection(scope)
        scope["secure"] = self.secure
        signed_in = await self._signed_in(connection) if scope["type"] == "http" else None
        scope["actor"] = replace(
            signed_in or _stranger(connection),
            address=self.proxies.address_of(connection),
            device=readable(connection.headers.get("User-Agent", "")),
        )
        await self.app(scope, receive, send)

    async def _signed_in(self, connection: HTTPConnection) -> Actor | None:
        used = cookies.BY_ITSELF_HEADER not in connection.headers
        for door, token in cookies.tokens_of(connection, self.secure):
            if len(token) <= LONGEST_TOKEN and (actor := await sessions.authenticate(token, door, used=used)):
                return actor
        return None


async def held_by(connection: HTTPConnection, door: str) -> tuple[Held, Actor] | None:
    """The session of a socket and whose it is; `door` is the one its first message names, if any."""
    for each, token in cookies.tokens_of(connection, connection.scope["secure"], door):
        held = Held(each, token, connection.scope["actor"])
        if len(token) <= LONGEST_TOKEN and (actor := await held.actor()):
            return held, actor
    return None


def _stranger(connection: HTTPConnection) -> Actor:
    return Actor(kind=ActorKind.STRANGER, language=preferred(connection.headers.get("Accept-Language", "")))
