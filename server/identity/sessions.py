"""Sessions: opaque tokens of which only the fingerprint is stored, read anew at every request (security.md E1)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from server.audit import record as audit
from server.audit.actions import Action
from server.core import clock, tokens
from server.core.actor import Actor, ActorKind
from server.core.database import fetch, in_firm
from server.core.errors import Unauthenticated
from server.core.permissions import PermissionSet, Role, permissions_of
from server.identity.models import Door, Session
from server.identity.people import Person

IDLE: Final = {Door.PORTAL: timedelta(minutes=60), Door.STAFF: timedelta(minutes=30)}
ABSOLUTE: Final = timedelta(hours=12)
SEEN_EVERY: Final = timedelta(minutes=1)

_KINDS = {Door.PORTAL: ActorKind.CLIENT, Door.STAFF: ActorKind.STAFF}


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh session: the token is for the cookie and stands nowhere else."""

    token: str
    actor: Actor


async def start(
    user_id: str, firm_id: str, door: Door | str, person_id: str, epoch: int, address: str, device: str
) -> str:
    """Open a session in the unit that is open; its token. `epoch` is the user's, read in the same sign-in."""
    token, now = tokens.random_token(), clock.now()
    door = Door(door)
    await Session.create(
        fingerprint=tokens.fingerprint(token),
        firm_id=firm_id,
        user_id=user_id,
        door=door,
        person_id=person_id,
        epoch=epoch,
        created_at=now,
        last_seen_at=now - SEEN_EVERY,  # so that the first look marks the person as seen
        idle_until=now + IDLE[door],
        absolute_until=now + ABSOLUTE,
        address=address[:45],
        device=device[:200],
    )
    return token


async def begin(
    user_id: str, firm_id: str, door: Door | str, person_id: str, epoch: int, address: str, device: str
) -> SignedIn:
    """Open a session and read back whose it is, in the unit that is open; refuses a person who may not come in."""
    token = await start(user_id, firm_id, door, person_id, epoch, address, device)
    actor = await authenticate(token, door)
    if actor is None:
        raise Unauthenticated
    await audit.record(actor, Action.SESSION_STARTED, subject_id=actor.person_id, subject_name=actor.name)
    return SignedIn(token, actor)


async def authenticate(token: str, door: Door | str, *, used: bool = True) -> Actor | None:
    """Who holds the token, as things stand this moment; None once anything in the way of it has changed.

    One statement, one round trip. It marks the person as seen, once a minute; with `used=False`, where nobody's hand
    is behind the question, it does not, and the session ends when it would have ended.
    """
    door = Door(door)
    rows = await fetch(
        "SELECT * FROM session_of($1, $2, $3, $4)",
        tokens.fingerprint(token),
        door.value,
        clock.now(),
        IDLE[door] if used else None,
    )
    return _actor(rows[0], door) if rows else None


async def sign_out(actor: Actor) -> None:
    """End the actor's own session."""

    async def work() -> None:
        if await Session.filter(id=actor.session_id, revoked_at=None).update(revoked_at=clock.now()):
            await audit.record(actor, Action.SESSION_ENDED, subject_id=actor.person_id, subject_name=actor.name)

    if actor.session_id:
        await in_firm(actor.firm_id, work)


async def end_all_of(*, user_id: str | None = None, person_id: str | None = None, but: str | None = None) -> int:
    """End every session of a login or of one person, but for the session `but`, in the unit that is open."""
    whose = {"user_id": user_id} if user_id else {"person_id": person_id}
    if not any(whose.values()):
        return 0
    found = Session.filter(**whose, revoked_at=None)
    return await (found.exclude(id=but) if but else found).update(revoked_at=clock.now())


def as_actor(person: Person, door: Door, user_id: str = "") -> Actor:
    """A person who acts without a session, as behind a link from an e-mail; may do nothing that needs a permission."""
    return Actor(
        kind=_KINDS[door],
        firm_id=person.firm_id,
        person_id=person.person_id,
        user_id=user_id,
        name=person.name,
        language=person.language or "en",
    )


def _actor(row: dict[str, Any], door: Door) -> Actor:
    return Actor(
        kind=_KINDS[door],
        language=row["language"],
        firm_id=row["firm_id"],
        person_id=row["person_id"],
        user_id=row["user_id"],
        session_id=row["session_id"],
        name=row["name"],
        permissions=permissions_of(Role(row["role"]), PermissionSet(row["permission_set"]))
        if door is Door.STAFF
        else frozenset(),
    )
