"""What a resolver knows of the request."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import strawberry

from server.core.actor import Actor
from server.core.changes import Interest
from server.core.errors import Forbidden, Unauthenticated
from server.identity.models import Door

if TYPE_CHECKING:
    from schema.documents import Document
    from schema.reading.reader import Reader

Watched = Callable[[Interest], AbstractContextManager[AsyncIterator[tuple[str, list[str]]]]]
"""Watch the firm: what was concerned and by which actions, each told only to a session that still stands."""


@dataclass(slots=True)
class Context:
    """The actor, and what the answer is to do with the session cookies."""

    actor: Actor
    request_id: str = ""
    development: bool = False
    cost: int = 0
    """What the operation costs, and may cost (`schema/cost.py`)."""
    budget: int = 0
    document: "Document | None" = None
    """What is being run."""
    reader: "Reader | None" = None
    """Another reader than the planned one."""
    cookies: list[tuple[Door, str | None]] = field(default_factory=list)
    """Session tokens to set (or, null, to remove), by door."""
    watched: Watched | None = None
    """Only over a socket."""

    @property
    def spent(self) -> dict[str, int]:
        """What the operation costs, of how much, and what is left for a wider one."""
        return {"requested": self.cost, "budget": self.budget, "remaining": max(0, self.budget - self.cost)}

    @property
    def may_introspect(self) -> bool:
        """Staff, and everybody on a development machine."""
        return self.development or self.actor.is_staff

    @property
    def may_send_text(self) -> bool:
        """Whether operations may be asked that nobody has registered: by staff, and on a development machine."""
        return self.development or self.actor.is_staff

    @property
    def staff(self) -> Actor:
        """The signed-in staff member; a stranger is asked to sign in, a client refused."""
        if not self.signed_in.is_staff:
            raise Forbidden
        return self.actor

    @property
    def signed_in(self) -> Actor:
        """The signed-in person."""
        if not self.actor.person_id:
            raise Unauthenticated
        return self.actor


Info = strawberry.Info[Context, None]
