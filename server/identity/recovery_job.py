"""The job behind a request for a new password: where the address is known, and may come in, a link is mailed."""

from datetime import timedelta
from typing import Any, Final

from server.audit import record as audit
from server.audit.actions import Action
from server.core import clock, ids, jobs, tokens
from server.core.database import across_firms
from server.identity import people, sessions
from server.identity.emails import PasswordRecovery as RecoveryMail
from server.identity.models import Door, PasswordRecovery, User
from server.identity.recovery import GOOD_FOR, TOKEN_KIND
from server.mail import outbox
from server.mail.message import Link

_RESET = {Door.PORTAL: "/recover/reset", Door.STAFF: "/admin/recover/reset"}

MOST: Final = ((timedelta(hours=1), 2), (timedelta(days=1), 5))
"""Links mailed to one address within each period (M3)."""


@jobs.handler("identity.recover")
async def recover(payload: dict[str, Any]) -> None:
    """Mail the newest link and void the older ones; nothing at all for an address nobody comes in with."""
    await across_firms(lambda: _mail_link(payload["email"], Door(payload["door"]), payload["language"]))


async def _mail_link(email: str, door: Door, language: str) -> None:
    user = await people.user_with(email)
    persons = await people.at_door(user.id, door) if user else []
    if user is None or not persons:
        return
    await User.filter(id=user.id).select_for_update().get()
    if await _had_enough(user):
        return
    now, recovery_id = clock.now(), ids.new_id("rec")
    older = PasswordRecovery.filter(user_id=user.id, used_at=None, superseded_at=None)
    for old in await older:
        await outbox.cancel(old.id)
    await older.update(superseded_at=now)
    await PasswordRecovery.create(
        id=recovery_id,
        user_id=user.id,
        door=door,
        firm_id=persons[0].firm_id,
        fingerprint=tokens.fingerprint(tokens.derived(TOKEN_KIND, recovery_id)),
        created_at=now,
        expires_at=now + GOOD_FOR,
    )
    actor = sessions.as_actor(persons[0], door, user.id)
    await audit.record(actor, Action.RECOVERY_REQUESTED, subject_id=actor.person_id, subject_name=actor.name)
    await outbox.queue(
        persons[0].firm_id,
        RecoveryMail(email=user.email, expires_at=now + GOOD_FOR, link=Link(_RESET[door], TOKEN_KIND, recovery_id)),
        to=user.email,
        to_name=persons[0].name,
        language=persons[0].language or user.language or language,
        key=f"recovery:{recovery_id}",
        subject_id=recovery_id,
    )


async def _had_enough(user: User) -> bool:
    for period, most in MOST:
        recent = PasswordRecovery.filter(user_id=user.id, created_at__gt=clock.now() - period)
        if await recent.count() >= most:
            return True
    return False
