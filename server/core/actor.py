"""Who acts: a staff member, a client, the system, or a stranger."""

from dataclasses import dataclass, field
from enum import StrEnum

from server.core.errors import Forbidden, NotFound, Unauthenticated
from server.core.permissions import Permission


class ActorKind(StrEnum):
    """What sort of actor it is."""

    CLIENT = "CLIENT"
    STAFF = "STAFF"
    STRANGER = "STRANGER"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, for which firm, and what they may do. `person_id` is the staff member or the contact."""

    kind: ActorKind
    language: str = "en"
    firm_id: str = ""
    person_id: str = ""
    user_id: str = ""
    session_id: str = ""
    name: str = ""
    permissions: frozenset[Permission] = field(default_factory=frozenset)
    address: str = ""
    device: str = ""

    @property
    def is_staff(self) -> bool:
        """A signed-in staff member."""
        return self.kind is ActorKind.STAFF

    @property
    def is_client(self) -> bool:
        """A signed-in client."""
        return self.kind is ActorKind.CLIENT

    def may(self, permission: Permission) -> bool:
        """Whether the actor holds the permission; the system holds all."""
        return self.kind is ActorKind.SYSTEM or permission in self.permissions

    def needs(self, permission: Permission) -> None:
        """Refuse who lacks the permission. A client learns only that there is nothing (NOT_FOUND)."""
        if self.may(permission):
            return
        if self.kind is ActorKind.STRANGER:
            raise Unauthenticated
        raise Forbidden if self.is_staff else NotFound


def system(firm_id: str, language: str = "en") -> Actor:
    """The actor of jobs and timers in one firm."""
    return Actor(kind=ActorKind.SYSTEM, firm_id=firm_id, language=language)
