"""The web server put together: routes, layers, and what they are handed from the settings."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from schema import endpoint
from schema.live.guests import Guests
from schema.live.socket import socket
from schema.registered import Operations
from schema.turns import Turns
from server.core import database, tokens
from server.core.changes import Changes
from server.mail import origin
from server.settings import Settings
from server.web import answers, health, logos, routes
from server.web.authentication import Authentication
from server.web.client import Proxies
from server.web.csrf import OwnPagesOnly
from server.web.faults import Faults
from server.web.headers import Headers
from server.web.hosts import Home, KnownHosts
from server.web.limits import BodyLimit
from server.web.spa import OPERATIONS, Screens

SCREENS = Path(__file__).parent.parent / "portal_frontend" / "dist"

METHODS = ["DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"]
"""All reach the endpoint, which refuses those it does not serve; else the screens would answer."""


def build_app(
    settings: Settings, *, extra_routes: Sequence[BaseRoute] = (), screens: Path = SCREENS, connects: bool = True
) -> Starlette:
    """The application. `extra_routes` come before the screens' catch-all; with `connects=False` the pool is open."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        if not connects:
            yield
            return
        await database.connect(settings.database_url, pool=settings.database_pool)
        try:
            async with changes.heard(settings.database_url):
                yield
        finally:
            await database.disconnect()

    tokens.use_secret(settings.secret_key.get_secret_value())
    origin.use_base_url(settings.base_url)
    home, changes = Home(settings.base_url, settings.development), Changes()
    asking = Middleware(Authentication, settings.secure, Proxies.of(settings.trusted_proxies))
    shown = Screens(screens)
    served = [
        *_api(settings, asking, shown),
        Route("/firm/logo", logos.put_logo, methods=["PUT"], middleware=[asking]),
        Route("/logos/{firm}/{sha}", logos.get_logo),
        Route("/healthz", health.healthz),
        Route("/readyz", health.readyz),
        *extra_routes,
        Route("/{path:path}", shown.answer),
    ]
    app = Starlette(
        routes=routes.checked(served, development=settings.development),
        middleware=[
            Middleware(Headers, settings.secure),
            Middleware(Faults),
            Middleware(KnownHosts, home),
            Middleware(GZipMiddleware, minimum_size=1024, compresslevel=1),
            Middleware(OwnPagesOnly, home),
            Middleware(BodyLimit),
        ],
        exception_handlers={HTTPException: _unserved},
        lifespan=lifespan,
    )
    app.state.development = settings.development
    app.state.graphql_get = settings.graphql_get
    app.state.turns = Turns(settings.database_pool)
    app.state.operations = Operations(_registered(settings, screens))
    app.state.changes, app.state.guests = changes, Guests()
    return app


def _registered(settings: Settings, screens: Path) -> list[Path]:
    """Where operations are registered: in the build of the screens, and in the operator's folder."""
    return [screens / OPERATIONS, *([Path(settings.operations)] if settings.operations else [])]


def _api(settings: Settings, asking: Middleware, screens: Screens) -> list[BaseRoute]:
    """The schema's endpoint, by request and by socket, and its explorer in development."""
    found: list[BaseRoute] = [
        Route("/graphql", endpoint.graphql, methods=METHODS, middleware=[asking]),
        WebSocketRoute("/graphql", socket, middleware=[asking]),
    ]
    if settings.development:
        found.append(Route("/graphiql", screens.explorer))
    return found


async def _unserved(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    headers = fault.headers if isinstance(fault, HTTPException) else None
    code = {404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED"}.get(status, "BAD_REQUEST")
    return answers.plain(request.scope, status, code, headers)
