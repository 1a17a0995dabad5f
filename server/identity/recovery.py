"""A lost password (TEAM-7): a link by e-mail, good for an hour, once. Nobody learns whether an address is known."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from tortoise.expressions import F

from server.audit import record as audit
from server.audit.actions import Action
from server.core import clock, jobs, tokens
from server.core.actor import Actor
from server.core.database import across_firms
from server.core.errors import Invalid
from server.core.links import LinkState, refusal
from server.identity import guesses, notices, passwords, people, sessions, throttle
from server.identity.models import Door, PasswordRecovery, User

TOKEN_KIND: Final = "antrst"
GOOD_FOR: Final = timedelta(hours=1)

REQUESTS_AT_ONCE: Final = 10
"""Of one network; then one a minute."""

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class OpenedRecovery:
    """What the page behind a link shows; all but the state is null unless it is VALID."""

    state: LinkState
    door: Door | None = None
    firm_id: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    state: LinkState
    recovery: PasswordRecovery
    user: User
    words: tuple[str, ...]
    """What the new password must not be made of."""
    actor: Actor
    """The person at the firm in whose name the link was mailed."""
    language: str


async def request(email: str, door: Door | str, *, address: str, language: str) -> None:
    """Ask for a link. Whatever the address, one job is queued and one answer given; the job decides (INV-9)."""
    await throttle.allow(
        throttle.of("recovery-network", throttle.network(address)), every=_MINUTE, burst=REQUESTS_AT_ONCE
    )
    storable = email if people.is_storable(email) else ""
    payload = {"email": storable, "door": Door(door).value, "language": language}
    await across_firms(lambda: jobs.enqueue("identity.recover", payload))


async def open_recovery(token: str, *, address: str = "") -> OpenedRecovery:
    """What the link leads to. Uses nothing up."""
    found = await across_firms(lambda: _look_up(token))
    if found is None:
        await guesses.count(address)
        return OpenedRecovery(LinkState.UNKNOWN)
    if found.state is not LinkState.VALID:
        return OpenedRecovery(found.state)
    return OpenedRecovery(found.state, found.recovery.door, found.recovery.firm_id, found.user.email)


async def reset(token: str, password: str, *, address: str, device: str) -> None:
    """Set the new password and end every session of the login; a notice goes out. Signs nobody in."""
    found = await across_firms(lambda: _look_up(token))
    if found is None:
        await guesses.count(address)
        raise refusal(LinkState.UNKNOWN)
    if found.state is not LinkState.VALID:
        raise refusal(found.state)
    if problem := passwords.problem_with("password", password, found.words):
        raise Invalid(problem)
    hashed = await passwords.hash_password(password)

    async def work() -> None:
        now = clock.now()
        usable = PasswordRecovery.filter(id=found.recovery.id, used_at=None, superseded_at=None, expires_at__gt=now)
        if await usable.update(used_at=now) != 1:  # of two at once, one
            late = await _look_up(token)
            raise refusal(late.state if late else LinkState.UNKNOWN)
        await change(found.user.id, hashed)
        await audit.record(
            found.actor, Action.PASSWORD_RECOVERED, subject_id=found.actor.person_id, subject_name=found.actor.name
        )
        await notices.password_changed(
            found.user,
            found.recovery.firm_id,
            found.recovery.door,
            language=found.language,
            address=address,
            device=device,
        )

    await across_firms(work)


async def change(user_id: str, hashed: str) -> None:
    """Write the new hash, end every session by the epoch, and void the links that are still out."""
    now = clock.now()
    await User.filter(id=user_id).update(password_hash=hashed, password_changed_at=now, epoch=F("epoch") + 1)
    await PasswordRecovery.filter(user_id=user_id, used_at=None, superseded_at=None).update(superseded_at=now)


async def _look_up(token: str) -> _Found | None:
    """The recovery of a token and whose it is; None too where the person may not come in any more (T6)."""
    recovery = await PasswordRecovery.get_or_none(fingerprint=tokens.fingerprint(token)).select_related("user")
    if recovery is None:
        return None
    persons = await people.at_door(recovery.user.id, recovery.door)
    if not persons:
        return None
    person = next((one for one in persons if one.firm_id == recovery.firm_id), persons[0])
    actor = sessions.as_actor(person, recovery.door, recovery.user.id)
    words = [recovery.user.email, *(word for person in persons for word in person.words)]
    language = person.language or recovery.user.language
    return _Found(_state_of(recovery), recovery, recovery.user, tuple(words), actor, language)


def _state_of(recovery: PasswordRecovery) -> LinkState:
    if recovery.used_at:
        return LinkState.USED
    if recovery.superseded_at:
        return LinkState.SUPERSEDED
    return LinkState.VALID if recovery.expires_at > clock.now() else LinkState.EXPIRED
