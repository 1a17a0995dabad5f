"""One e-mail as bytes for the wire."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from server.mail.address import named, on_the_wire
from server.mail.render import Rendered


def enveloped(
    rendered: Rendered,
    *,
    message_id: str,
    sender: str,
    sender_name: str,
    to: str,
    to_name: str,
    reply_to: str | None,
    language: str,
    at: datetime,
) -> bytes:
    """The message as it stands on the wire: seven bits, CRLF, plain text before HTML.

    Each address field holds exactly one address. Out-of-office robots are told not to answer (RFC 3834).
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = named(sender_name, sender)
    message["To"] = named(to_name, to)
    if reply_to:
        message["Reply-To"] = on_the_wire(reply_to)
    message["Subject"] = rendered.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id
    message["Content-Language"] = language
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(rendered.text, cte="quoted-printable")
    message.add_alternative(rendered.html, subtype="html", cte="quoted-printable")
    return message.as_bytes()
