"""The job that invites everybody on the list of pending activations again (INV-4)."""

from datetime import datetime
from functools import partial
from typing import Any, Final

import structlog

from server.core import jobs
from server.core.actor import Actor, ActorKind
from server.core.database import fetch, in_firm, savepoint
from server.core.errors import DomainError
from server.core.permissions import Permission, permissions_of
from server.invitations import issue
from server.invitations.scope import pending_links
from server.staff.models import StaffMember, StaffState

BATCH: Final = 25
"""People in one unit of work: their rows are held until it ends."""

_NEXT = """
SELECT DISTINCT ON (t.contact_id) t.contact_id, t.id
  FROM account_contacts t
 WHERE {listed} AND t.contact_id > $1
   AND NOT EXISTS (SELECT 1 FROM invitations i WHERE i.contact_id = t.contact_id AND i.sent_at >= $2::timestamptz)
 ORDER BY t.contact_id, t.id LIMIT {batch}
"""

log = structlog.get_logger(__name__)


@jobs.handler("invitations.invite_pending")
async def invite_pending(job: dict[str, Any]) -> None:
    """Invite in batches. Run again after a crash it goes on: who got one since, or just before, gets no second."""
    firm_id, asked_at = str(job["firm"]), datetime.fromisoformat(job["asked_at"])
    actor = await in_firm(firm_id, lambda: _asker(job["staff"]))
    last: str | None = ""
    while actor is not None and last is not None:
        last = await in_firm(firm_id, partial(_batch, actor, last, asked_at))


async def _asker(staff_id: str) -> Actor | None:
    """The colleague who asked, with the rights held now; None once they may no longer invite."""
    colleague = await StaffMember.get_or_none(id=staff_id, state=StaffState.ACTIVE)
    if colleague is None:
        return None
    rights = permissions_of(colleague.role, colleague.permission_set)
    if Permission.INVITE_CLIENTS not in rights:
        return None
    return Actor(
        kind=ActorKind.STAFF,
        firm_id=colleague.firm_id,
        person_id=colleague.id,
        name=colleague.name,
        language=colleague.language,
        permissions=rights,
    )


async def _batch(actor: Actor, after: str, asked_at: datetime) -> str | None:
    """Invite the next people; the last of them, or None if there were none."""
    listed = pending_links(actor).sql.format(t="t")
    rows = await fetch(_NEXT.format(listed=listed, batch=BATCH), after, asked_at - issue.JUST_NOW)
    for row in rows:
        try:
            await savepoint(partial(issue.invite_link, actor, row["id"], None))
        except DomainError as refused:
            log.info("invitation skipped", link=row["id"], code=refused.code)
    return str(rows[-1]["contact_id"]) if rows else None
