"""Logos over HTTP: `PUT /firm/logo` for staff, `GET /logos/{firm}/{sha}` for everybody, mail programs too."""

import re

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from server.core.actor import Actor
from server.core.errors import NotFound, Unauthenticated
from server.core.ids import prefix_of
from server.firms import logo, look

_SHA = re.compile(r"[0-9a-f]{64}")


async def put_logo(request: Request) -> Response:
    """The body is the picture; answers with where it stands now."""
    actor: Actor = request.scope["actor"]
    if not actor.is_staff:
        raise Unauthenticated
    sha = await logo.set_logo(actor, await request.body())
    return JSONResponse({"logoUrl": look.logo_url(actor.firm_id, sha)})


async def get_logo(request: Request) -> Response:
    """Immutable, and free to be shown on other pages: web mail shows it in our e-mails."""
    firm_id, sha = request.path_params["firm"], request.path_params["sha"]
    if prefix_of(firm_id) != "firm" or not _SHA.fullmatch(sha):
        raise NotFound
    found = await logo.logo(firm_id, sha)
    return Response(
        found.content,
        media_type=found.media_type,
        headers={
            "Cache-Control": "public, max-age=31536000, immutable",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy": "cross-origin",
        },
    )
