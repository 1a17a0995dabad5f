"""Invitations of the past with their e-mails, already accepted by a mail server: nothing of them is ever sent."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final

from jinja2 import Template

from server.core import tokens
from server.demo.moments import id_at
from server.demo.office import Colleague, Office
from server.invitations.emails import PortalInvitation, Reminder
from server.invitations.state import TOKEN_KIND
from server.mail.message import Link, Message
from server.mail.models import EmailState
from server.words.say import catalogue

DAYS: Final = 30
_REMINDERS: Final = (3, 10, 25)


def invitation(
    office: Office,
    by: Colleague,
    at: datetime,
    *,
    account: dict[str, Any],
    contact: dict[str, Any],
    link_id: str,
    message: str | None,
    accepted_at: datetime | None,
) -> str:
    """An invitation sent at a moment, with its e-mail, and the reminders that went out since; its id."""
    invitation_id = id_at("inv", at)
    ended = min(accepted_at or office.now, at + timedelta(days=DAYS))
    reminded = [at + timedelta(days=days) for days in _REMINDERS if at + timedelta(days=days) < ended]
    expires_at = at + timedelta(days=DAYS)
    office.rows["invitations"].append(
        {
            "id": invitation_id,
            "firm_id": office.id,
            "contact_id": contact["id"],
            "account_contact_id": link_id,
            "email": contact["email"],
            "message": message,
            "fingerprint": tokens.fingerprint(tokens.derived(TOKEN_KIND, invitation_id)),
            "sent_by_id": by.id,
            "sent_at": at,
            "expires_at": expires_at,
            "reminded": len(reminded),
            "opened_at": accepted_at,
            "accepted_at": accepted_at,
        }
    )
    words: dict[str, Any] = {
        "first_name": contact["first_name"],
        "account_name": account["name"],
        "inviter_name": by.name,
        "expires_at": expires_at,
        "has_login": False,
        "link": Link("/activate", TOKEN_KIND, invitation_id),
    }
    first = PortalInvitation(message=message, **words)
    _sent(office, first, at, f"invitation:{invitation_id}", invitation_id, account, contact, by)
    for number, moment in enumerate(reminded, 1):
        again = Reminder(invited_at=at, **words)
        _sent(office, again, moment, f"reminder:{invitation_id}:{number}", invitation_id, account, contact, by)
    return invitation_id


def _sent(
    office: Office,
    message: Message,
    at: datetime,
    key: str,
    invitation_id: str,
    account: dict[str, Any],
    contact: dict[str, Any],
    by: Colleague,
) -> None:
    accepted = at + timedelta(seconds=2)
    language = contact["language"] or office.language
    email_id = id_at("eml", at)
    reply = f"250 2.0.0 Ok: queued as {office.random.randrange(16**10):010X}"
    office.rows["emails"].append(
        {
            "id": email_id,
            "firm_id": office.id,
            "key": key,
            "kind": message.kind,
            "words": message.words(),
            "language": language,
            "to_address": contact["email"],
            "to_name": f"{contact['first_name']} {contact['last_name']}",
            "reply_to": by.email,
            "subject_id": invitation_id,
            "account_id": account["id"],
            "message_id": f"<{email_id}@demo.example>",
            "subject": _subject(message.kind, language).render(account_name=account["name"], firm=office.name)[:255],
            "state": EmailState.ACCEPTED,
            "attempt_count": 1,
            "created_at": at,
            "accepted_at": accepted,
            "last_reply": reply,
        }
    )
    office.add(
        "email_attempts", "ema", accepted, email_id=email_id, at=accepted, state=EmailState.ACCEPTED, reply=reply
    )


@cache
def _subject(kind: str, language: str) -> Template:
    subject: str = catalogue("emails", language)[kind]["subject"]
    template: Template = Template(subject)
    return template
