"""Put an account away, and take it back (ACC-7). What it means for its people is `server.intake`'s."""

from datetime import datetime

from tortoise.expressions import F

from server.accounts.models import Account, Lifecycle
from server.audit import record as audit
from server.core import clock
from server.core.actor import Actor


async def archive(actor: Actor, account: Account) -> bool:
    """Archive it; every check of a client's access asks for the lifecycle. False if it was archived already."""
    return await _turn(actor, account, Lifecycle.ARCHIVED, clock.now())


async def restore(actor: Actor, account: Account) -> bool:
    """Work on it again, with the logins its contacts had. False if it is not archived."""
    return await _turn(actor, account, Lifecycle.ACTIVE, None)


async def _turn(actor: Actor, account: Account, lifecycle: Lifecycle, archived_at: datetime | None) -> bool:
    turned = (
        await Account.filter(id=account.id)
        .exclude(lifecycle=lifecycle)
        .update(lifecycle=lifecycle, archived_at=archived_at, last_activity_at=clock.now(), version=F("version") + 1)
    )
    if not turned:
        return False
    before = Lifecycle.ACTIVE if lifecycle is Lifecycle.ARCHIVED else Lifecycle.ARCHIVED
    await audit.record(
        actor,
        "account.archived" if lifecycle is Lifecycle.ARCHIVED else "account.restored",
        account_id=account.id,
        subject_id=account.id,
        subject_name=account.name,
        changes={"lifecycle": [before.value, lifecycle.value]},
    )
    return True
