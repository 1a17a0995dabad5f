"""The application over HTTP, in this process and without a network."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from server.app import build_app
from server.settings import Settings
from tests.conftest import SECRET
from tests.registering import FOLDER

HTTP = "http://portal.example"
HTTPS = "https://portal.example"


def application(base_url: str = HTTP, screens: Path | None = None, **settings: object) -> Starlette:
    """The application on the pool of the tests."""
    first = Settings(base_url=base_url, secret_key=SecretStr(SECRET), operations=str(FOLDER))
    chosen = first.model_copy(update=settings)
    return build_app(chosen, screens=screens or Path("nowhere"), connects=False)


@asynccontextmanager
async def browser(
    app: Starlette | None = None, base_url: str = HTTP, peer: str = "198.51.100.7"
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application that comes from the address `peer`."""
    transport = httpx.ASGITransport(app or application(base_url), client=(peer, 40_000), raise_app_exceptions=True)
    async with httpx.AsyncClient(transport=transport, base_url=base_url) as client:
        yield client


def with_route(app: Starlette, route: Route) -> Starlette:
    """The application with one more route before all others, for what no route of ours does."""
    app.router.routes.insert(0, route)
    return app


async def who(request: Request) -> JSONResponse:
    """Says who the application takes the request for."""
    actor = request.scope["actor"]
    return JSONResponse(
        {"kind": actor.kind, "person": actor.person_id, "address": actor.address, "device": actor.device}
    )
