"""The limit: what this server could reach if every query were written by hand.

The application as it is, with one route more: after the same layers, the same look at the session and in the same
unit of work it runs one statement and passes the text on that PostgreSQL made of it.
"""

import os
import re
from functools import cache

import orjson
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.works.work import text
from server import logs
from server.app import build_app
from server.core import database
from server.settings import Settings
from server.web import routes
from server.web.authentication import Authentication
from server.web.client import Proxies

PATH = "/limit/{work}"


async def answer(request: Request) -> Response:
    """The text of the one statement, for whoever is signed in."""
    actor = request.scope["actor"]
    if not actor.is_staff:
        return Response(status_code=401)
    values = orjson.loads(await request.body())
    row = await database.read(actor.firm_id, _statement(request.path_params["work"]), values)
    return Response(row[0], media_type="application/json")


@cache
def _statement(work: str) -> str:
    """The statement of a work, behind the firm as every read is: its `$1` is the second parameter."""
    later = re.sub(r"\$(\d+)", lambda mark: f"${int(mark[1]) + 1}", text(f"{work}.sql"))
    return f"WITH {database.FIRM_FIRST} SELECT {database.for_firm(f'({later})')}"


def main() -> None:
    """Serve until a signal, as `python -m server serve` does."""
    logs.for_a_machine()
    settings = Settings()
    routes.POLICY[PATH] = routes.Who.ACTOR
    asking = Middleware(Authentication, settings.secure, Proxies.of(settings.trusted_proxies))
    app = build_app(settings, extra_routes=[Route(PATH, answer, methods=["POST"], middleware=[asking])])
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(os.environ["PORT"]),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
    )


if __name__ == "__main__":
    main()
