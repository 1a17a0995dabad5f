"""The worker's side of the outbox: take due e-mails on lease, and write down what became of them.

A lease is a promise with an end: whoever dies with it loses it, and the mail is due again, with the same Message-ID.
`next_attempt_at` is the end of the lease while an e-mail is SENDING, so one index answers what is due.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson

from server.core import clock, ids
from server.core.database import across_firms, execute, fetch
from server.mail.look import FirmLook, looks_of
from server.mail.models import EmailAttempt, EmailState

_CLAIM = """
WITH due AS MATERIALIZED (
  SELECT id FROM emails
  WHERE state IN ('QUEUED', 'DEFERRED', 'SENDING') AND next_attempt_at <= $1
  ORDER BY next_attempt_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
UPDATE emails AS e SET state = 'SENDING', leased_until = $2, next_attempt_at = $2
FROM due WHERE e.id = due.id
RETURNING e.id, firm_id, kind, words, language, to_address, to_name, reply_to, message_id, created_at, attempt_count,
  leased_until
"""

_RECORD = """
UPDATE emails SET state = $2, last_reply = $3, subject = coalesce($4, subject), next_attempt_at = $5,
  accepted_at = $6, attempt_count = attempt_count + 1, leased_until = NULL
WHERE id = $1 AND ($2 = 'ACCEPTED' OR (state = 'SENDING' AND leased_until = $7))
"""


@dataclass(frozen=True, slots=True)
class Leased:
    """An e-mail that is this worker's until `leased_until`, with its firm's look."""

    id: str
    firm_id: str
    kind: str
    words: dict[str, Any]
    language: str
    to_address: str
    to_name: str
    reply_to: str | None
    message_id: str
    created_at: datetime
    attempt_count: int
    leased_until: datetime
    look: FirmLook


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one attempt. `again_at` is the next one, for DEFERRED only."""

    state: EmailState
    reply: str
    subject: str | None = None
    again_at: datetime | None = None


async def claim(limit: int, lease: timedelta) -> list[Leased]:
    """Take the e-mails that are due longest; no two workers get the same one."""

    async def work() -> list[Leased]:
        now = clock.now()
        rows = await fetch(_CLAIM, now, now + lease, limit)
        looks = await looks_of({row["firm_id"] for row in rows}) if rows else {}
        return [Leased(**_row(row), look=looks[row["firm_id"]]) for row in rows]

    return await across_firms(work)


async def next_due() -> datetime | None:
    """When the next e-mail is due, or the next lease ends."""

    async def work() -> datetime | None:
        rows = await fetch(
            "SELECT min(next_attempt_at) AS due FROM emails WHERE state IN ('QUEUED', 'DEFERRED', 'SENDING')"
        )
        due: datetime | None = rows[0]["due"]
        return due

    return await across_firms(work)


async def record(email: Leased, outcome: Outcome) -> None:
    """Write the attempt down and let go of the lease.

    ACCEPTED is true whatever happened to the row meanwhile; anything else only counts while the lease is ours, so a
    cancelled e-mail stays cancelled.
    """

    async def work() -> None:
        now = clock.now()
        accepted_at = now if outcome.state is EmailState.ACCEPTED else None
        await execute(
            _RECORD,
            email.id,
            outcome.state.value,
            outcome.reply,
            outcome.subject,
            outcome.again_at,
            accepted_at,
            email.leased_until,
        )
        await EmailAttempt.create(
            id=ids.new_id("ema"),
            firm_id=email.firm_id,
            email_id=email.id,
            at=now,
            state=outcome.state,
            reply=outcome.reply,
        )

    await across_firms(work)


async def give_back(emails: Collection[Leased]) -> None:
    """Return leases unused, so that the next worker need not wait for their end."""

    async def work() -> None:
        for email in emails:
            await execute(
                "UPDATE emails SET state = CASE attempt_count WHEN 0 THEN 'QUEUED' ELSE 'DEFERRED' END,"
                " next_attempt_at = $2, leased_until = NULL"
                " WHERE id = $1 AND state = 'SENDING' AND leased_until = $3",
                email.id,
                clock.now(),
                email.leased_until,
            )

    await across_firms(work)


async def hasten(reply: str) -> int:
    """Make every e-mail due that waits because of this reply: the server that did not answer is back. Their number."""

    async def work() -> int:
        return await execute(
            "UPDATE emails SET next_attempt_at = $2"
            " WHERE state = 'DEFERRED' AND next_attempt_at > $2 AND starts_with(last_reply, $1)",
            reply,
            clock.now(),
        )

    return await across_firms(work)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    words = row["words"]
    return {**row, "words": orjson.loads(words) if isinstance(words, str | bytes) else words}
