"""From a cookie to an actor: asked of the database at every request, kept nowhere."""

from dataclasses import replace

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from server.core.actor import Actor, ActorKind
from server.identity import sessions
from server.web import cookies
from server.web.client import Proxies
from server.web.device import readable
from server.web.language import preferred

LONGEST_TOKEN = 100


class Authentication:
    """Puts an Actor into `scope["actor"]`, a stranger where nobody is signed in.

    `scope["secure"]` says which kind of cookie to set.
    """

    def __init__(self, app: ASGIApp, secure: bool, proxies: Proxies) -> None:
        self.app = app
        self.secure = secure
        self.proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask, then go on."""
        connection = HTTPConnection(scope)
        scope["secure"] = self.secure
        scope["actor"] = replace(
            await self._signed_in(connection) or _stranger(connection),
            address=self.proxies.address_of(connection),
            device=readable(connection.headers.get("User-Agent", "")),
        )
        await self.app(scope, receive, send)

    async def _signed_in(self, connection: HTTPConnection) -> Actor | None:
        for door, token in cookies.tokens_of(connection, self.secure):
            if len(token) <= LONGEST_TOKEN and (actor := await sessions.authenticate(token, door)):
                return actor
        return None


def _stranger(connection: HTTPConnection) -> Actor:
    return Actor(kind=ActorKind.STRANGER, language=preferred(connection.headers.get("Accept-Language", "")))
