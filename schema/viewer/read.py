"""Reading whoever is signed in."""

from typing import cast

import strawberry

from schema.context import Context, Info
from schema.reading.select import select
from schema.viewer.types import ClientViewer, StaffViewer, Viewer
from server.identity import sessions
from server.identity.models import Door
from server.identity.sessions import SignedIn


@strawberry.type(description="Whoever is signed in, after the change.")
class ViewerPayload:
    """Of sign-in, activation, and one's own profile."""

    viewer: Viewer


async def viewer(info: Info, at: str | None = None) -> Viewer:
    """The staff member or the contact behind the session."""
    actor = info.context.signed_in
    kind = StaffViewer if actor.is_staff else ClientViewer
    return await select(info, cast("type[Viewer]", kind), at=at).one(actor.person_id)


def enter(info: Info, came: SignedIn) -> None:
    """Hand out the cookie of a new session; the rest of the request is of who came in."""
    context: Context = info.context
    context.cookies.append((Door.STAFF if came.actor.is_staff else Door.PORTAL, came.token))
    context.actor = came.actor


async def come_in(info: Info, came: SignedIn) -> ViewerPayload:
    """End the session this browser had by the same door, enter by the new one, and show who came in."""
    before = info.context.actor
    if before.session_id and before.kind is came.actor.kind:
        await sessions.sign_out(before)
    enter(info, came)
    return ViewerPayload(viewer=await viewer(info, at="viewer"))
