"""Who may go where: every path the product answers at (T5). A route that is not listed here is not served."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from starlette.routing import BaseRoute, Route, WebSocketRoute


class Who(StrEnum):
    """Whom a path is for."""

    ACTOR = "ACTOR"
    """Everybody; the domain asks who it is and refuses."""
    DEVELOPER = "DEVELOPER"
    """Whoever reaches a development machine; not there in production."""
    EVERYBODY = "EVERYBODY"
    """Everybody, without being asked who they are; nothing of a firm but its looks."""
    STAFF = "STAFF"
    """Signed-in staff; the domain asks for the permission."""


POLICY: Final = {
    "/firm/logo": Who.STAFF,
    "/graphiql": Who.DEVELOPER,
    "/graphql": Who.ACTOR,
    "/healthz": Who.EVERYBODY,
    "/logos/{firm}/{sha}": Who.EVERYBODY,
    "/mailbox": Who.DEVELOPER,
    "/mailbox.json": Who.DEVELOPER,
    "/mailbox/style.css": Who.DEVELOPER,
    "/mailbox/{id}": Who.DEVELOPER,
    "/mailbox/{id}/html": Who.DEVELOPER,
    "/readyz": Who.EVERYBODY,
    "/{path:path}": Who.EVERYBODY,
}


def checked(routes: Iterable[BaseRoute], *, development: bool) -> list[BaseRoute]:
    """The routes, if each stands in the policy and none is for developers in production; else an error at start."""
    kept = list(routes)
    for route in kept:
        who = POLICY.get(route.path) if isinstance(route, Route | WebSocketRoute) else None
        if who is None or (who is Who.DEVELOPER and not development):
            raise RuntimeError(f"no policy lets {route} be served")
    return kept
