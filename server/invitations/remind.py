"""Reminders that go out by themselves (INV-4): on the firm's days, each once, while the invitation waits."""

from functools import partial
from typing import Any, Final

import structlog

from server.accounts.models import Account
from server.audit import record as audit
from server.contacts.models import Contact
from server.core import clock, jobs
from server.core.actor import system
from server.core.database import across_firms, fetch, in_firm
from server.core.links import LinkState
from server.firms.models import Firm
from server.invitations.again import link_for
from server.invitations.emails import Reminder
from server.invitations.models import OPEN, Invitation
from server.invitations.sender import sender
from server.invitations.state import TOKEN_KIND, state_of
from server.invitations.write import has_login
from server.mail import outbox
from server.mail.message import Link

BATCH: Final = 500

_DUE = """
SELECT i.id, i.firm_id, i.reminded, d.due
  FROM invitations i
  JOIN firms f ON f.id = i.firm_id
 CROSS JOIN LATERAL (
       SELECT count(DISTINCT day::int) AS due FROM jsonb_array_elements_text(f.reminder_days) AS day
        WHERE i.sent_at + day::int * interval '24 hours' <= $1::timestamptz) AS d
 WHERE i.contact_id IS NOT NULL AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.superseded_at IS NULL
   AND i.expires_at > $1::timestamptz AND d.due > i.reminded AND i.id > $2
 ORDER BY i.id LIMIT $3
"""

log = structlog.get_logger(__name__)


@jobs.timer("invitations.remind", "*/10 * * * *")
async def remind_all() -> None:
    """Remind whoever is due, in all firms; one that fails stops no other and is tried again the next time."""
    after = ""
    while rows := await across_firms(partial(fetch, _DUE, clock.now(), after, BATCH)):
        for row in rows:
            try:
                await in_firm(row["firm_id"], partial(_remind, row))
            except Exception:
                log.exception("invitations.reminder_failed", invitation=row["id"])
        after = rows[-1]["id"]


async def _remind(row: dict[str, Any]) -> None:
    """One reminder, also where several days were missed. The conditional UPDATE lets one of two workers do it."""
    invitation = await Invitation.get(id=row["id"])
    if await state_of(invitation) is not LinkState.VALID:
        return
    if not await Invitation.filter(
        id=invitation.id, reminded=row["reminded"], expires_at__gt=clock.now(), **OPEN
    ).update(reminded=row["due"]):
        return
    firm = await Firm.get(id=invitation.firm_id)
    contact = await Contact.get(id=invitation.contact_id)
    link = await link_for(invitation)
    assert link is not None, "a VALID invitation has such a link"
    account = await Account.get(id=link.account_id)
    inviter = await sender(invitation.sent_by_id)
    await outbox.queue(
        firm.id,
        Reminder(
            first_name=contact.first_name,
            account_name=account.name,
            inviter_name=inviter.name if inviter else firm.name,
            invited_at=invitation.sent_at,
            expires_at=invitation.expires_at,
            has_login=await has_login(invitation.email),
            link=Link("/activate", TOKEN_KIND, invitation.id),
        ),
        to=invitation.email,
        to_name=contact.name,
        language=contact.language or firm.language,
        key=f"reminder:{invitation.id}:{row['due']}",
        subject_id=invitation.id,
        account_id=account.id,
        reply_to=inviter.email if inviter else firm.email,
    )
    await audit.record(
        system(firm.id),
        "invitation.reminded",
        account_id=account.id,
        subject_id=contact.id,
        subject_name=contact.name,
    )
