"""Put e-mails into the outbox, in the transaction of the change that causes them, and take them back (MAIL-1)."""

from server.core import clock, ids
from server.core.database import fetch
from server.core.errors import Invalid
from server.mail import origin
from server.mail.address import one_line, problem_with
from server.mail.message import Message
from server.mail.models import Email, EmailState
from server.words.say import known

CHANNEL = "antesala_mail"
"""PostgreSQL tells the workers on it that there is something to send, once the transaction is committed."""


async def queue(
    firm_id: str,
    message: Message,
    *,
    to: str,
    to_name: str = "",
    language: str | None,
    key: str,
    subject_id: str | None = None,
    account_id: str | None = None,
    reply_to: str | None = None,
) -> Email:
    """Write the e-mail into the outbox, in the open unit of work; it leaves when that is committed.

    The same `key` in the same firm is the same e-mail: the second call changes nothing and returns the first.
    Refuses an address that is not exactly one (field `email` or `replyTo`); a malformed one never gets to a header.
    """
    problems = [problem_with("email", to), problem_with("replyTo", reply_to) if reply_to else None]
    if found := [problem for problem in problems if problem]:
        raise Invalid(*found)
    now, email_id = clock.now(), ids.new_id("eml")
    email = Email(
        id=email_id,
        firm_id=firm_id,
        key=key,
        kind=message.kind,
        words=message.words(),
        language=known(language),
        to_address=to,
        to_name=one_line(to_name)[:200],
        reply_to=reply_to,
        subject_id=subject_id,
        account_id=account_id,
        message_id=f"<{email_id}@{origin.host()}>",
        created_at=now,
        next_attempt_at=now,
    )
    await Email.bulk_create([email], ignore_conflicts=True)
    await fetch("SELECT pg_notify($1, '')", CHANNEL)
    return await Email.get(firm_id=firm_id, key=key)


async def cancel(subject_id: str) -> int:
    """Take back whatever is not sent yet about the row: a superseded invitation must not arrive after its successor.

    One that is on the wire this very moment may still arrive; it is not tried again. The number taken back.
    """
    waiting = (EmailState.QUEUED, EmailState.DEFERRED, EmailState.SENDING)
    return await Email.filter(subject_id=subject_id, state__in=waiting).update(
        state=EmailState.CANCELLED, next_attempt_at=None, leased_until=None
    )
