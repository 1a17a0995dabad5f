"""Change one's own password (TEAM-7)."""

from datetime import timedelta
from typing import Final

from server.audit import record as audit
from server.audit.actions import Action
from server.core import clock
from server.core.actor import Actor
from server.core.database import across_firms
from server.core.errors import Invalid, Problem, Unauthenticated
from server.identity import notices, passwords, people, recovery, sessions, throttle
from server.identity.models import Door, Session, User
from server.identity.sessions import SignedIn

TRIES_AT_ONCE: Final = 5
"""Of the current password, then one a minute: a session left open must not be a way to guess it."""


async def change_password(actor: Actor, current: str, new: str) -> SignedIn:
    """Set the new password; every session ends, and one takes the place of the actor's own: set its cookie."""
    if not actor.session_id:
        raise Unauthenticated
    await throttle.allow(throttle.of("password-change", actor.user_id), every=timedelta(minutes=1), burst=TRIES_AT_ONCE)
    door = Door.STAFF if actor.is_staff else Door.PORTAL
    user, words = await across_firms(lambda: _whose(actor, door))
    if not await passwords.verify(current, user.password_hash):
        raise Invalid(Problem("current", "PASSWORD_WRONG"))
    if current == new:
        raise Invalid(Problem("new", "PASSWORD_SAME"))
    if problem := passwords.problem_with("new", new, words):
        raise Invalid(problem)
    hashed = await passwords.hash_password(new)

    async def work() -> SignedIn:
        unchanged = await User.filter(id=user.id, epoch=user.epoch).select_for_update().exists()
        if not unchanged:  # somebody else was faster: their new password stands, and this session has ended
            raise Unauthenticated
        await recovery.change(user.id, hashed)
        await Session.filter(id=actor.session_id).update(revoked_at=clock.now())
        begun = await sessions.begin(
            user.id, actor.firm_id, door, actor.person_id, user.epoch + 1, actor.address, actor.device
        )
        await audit.record(actor, Action.PASSWORD_CHANGED, subject_id=actor.person_id, subject_name=actor.name)
        await notices.password_changed(
            user, actor.firm_id, door, language=actor.language, address=actor.address, device=actor.device
        )
        return begun

    return await across_firms(work)


async def _whose(actor: Actor, door: Door) -> tuple[User, tuple[str, ...]]:
    user = await User.get_or_none(id=actor.user_id)
    if user is None:
        raise Unauthenticated
    persons = await people.at_door(user.id, door)
    return user, (user.email, *(word for person in persons for word in person.words))
