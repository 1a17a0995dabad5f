"""Come in with an address and a password; whoever is refused learns nothing but that (INV-9)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from server.core import clock
from server.core.actor import Actor
from server.core.database import across_firms
from server.core.errors import NotFound, Unauthenticated
from server.identity import attempts, passwords, people, sessions
from server.identity.models import Door, Session, User
from server.identity.sessions import SignedIn

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Found:
    user: User | None
    people: list[people.Person]


async def sign_in(email: str, password: str, door: Door | str, *, address: str, device: str) -> SignedIn:
    """A new session at the firm most recently used. Else SIGN_IN_FAILED, or RATE_LIMITED (`attempts`).

    Unknown address, no way in by this door, and wrong password cost the same two units and the same one verification.
    """
    door = Door(door)
    attempt = await attempts.count(email, address)
    found = await across_firms(lambda: _look_up(email, door))
    stored = found.user.password_hash if found.user else None
    right = await passwords.verify(password, stored)
    if not (right and found.user and found.people):
        raise Unauthenticated("SIGN_IN_FAILED")
    user, person = found.user, found.people[0]
    renewed = await passwords.hash_password(password) if passwords.needs_rehash(user.password_hash) else None

    async def work() -> SignedIn:
        if renewed:
            await User.filter(id=user.id, password_hash=user.password_hash).update(password_hash=renewed)
        return await sessions.begin(user.id, person.firm_id, door, person.person_id, user.epoch, address, device)

    signed_in = await across_firms(_or_failed(work))
    await attempts.succeeded(attempt)
    return signed_in


async def switch_firm(actor: Actor, firm_id: str) -> SignedIn:
    """Go over to another firm of the same login and door; the old session ends. NOT_FOUND where there is no way in."""

    async def work() -> SignedIn:
        door = Door.STAFF if actor.is_staff else Door.PORTAL
        user = await User.get_or_none(id=actor.user_id)
        old = await Session.get_or_none(id=actor.session_id, revoked_at=None)
        if user is None or old is None or old.epoch != user.epoch:
            raise Unauthenticated
        there = [person for person in await people.at_door(user.id, door) if person.firm_id == firm_id]
        if not there:
            raise NotFound
        await Session.filter(id=old.id).update(revoked_at=clock.now())
        return await sessions.begin(user.id, firm_id, door, there[0].person_id, user.epoch, old.address, old.device)

    if not (actor.is_staff or actor.is_client):
        raise Unauthenticated
    return await across_firms(work)


async def _look_up(email: str, door: Door) -> _Found:
    user = await people.user_with(email)
    return _Found(user, await people.at_door(user.id if user else "", door))


def _or_failed(work: Callable[[], Awaitable[T]]) -> Callable[[], Awaitable[T]]:
    """The password was changed, or access removed, between look-up and session: the same refusal as ever."""

    async def attempt() -> T:
        try:
            return await work()
        except Unauthenticated:
            raise Unauthenticated("SIGN_IN_FAILED") from None

    return attempt
