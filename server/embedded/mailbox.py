"""The page on which a developer reads the e-mails that the sink has caught. Never mounted in production.

An e-mail is untrusted: its HTML is shown in a frame without scripts, forms, or origin, and its links open outside.
"""

import base64
import re
from collections.abc import Callable
from email.message import EmailMessage, MIMEPart
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from server.embedded import sink
from server.embedded.mailbox_page import STYLE, layout, mail_list, mail_view

PAGE_POLICY = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"
MAIL_POLICY = (
    "default-src 'none'; img-src data: 'self'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)
SHOWN = 500


def routes(folder: Path) -> list[Route]:
    """`/mailbox`, `/mailbox/{id}` and, for programs, `/mailbox.json`, over the folder of a sink."""

    def listing(request: Request) -> Response:
        mails = [(mail, sink.message(folder, mail)) for mail, _ in zip(sink.caught(folder), range(SHOWN), strict=False)]
        return _page(layout("Caught e-mails", mail_list(mails)))

    def listing_json(request: Request) -> Response:
        """`?to=` takes the mails to one address; texts included, so that a test can follow a link."""
        to = request.query_params.get("to")
        mails = [mail for mail in sink.caught(folder) if to is None or to in mail.recipients]
        return JSONResponse({"mails": [described(mail, sink.message(folder, mail)) for mail in mails[:SHOWN]]})

    def one(request: Request) -> Response:
        mail = sink.find(folder, request.path_params["id"])
        if mail is None:
            return _page(layout("No such e-mail", "<p class=empty>There is no such e-mail.</p>"), 404)
        message = sink.message(folder, mail)
        shown = request.query_params.get("part", "html" if html_of(message) else "text")
        source = sink.source(folder, mail).decode("utf-8", "replace")
        return _page(layout(subject_of(message), mail_view(mail, message, shown, text_of(message), source)))

    def html(request: Request) -> Response:
        mail = sink.find(folder, request.path_params["id"])
        content = html_of(sink.message(folder, mail)) if mail else None
        return HTMLResponse(
            content or "<p>This e-mail has no HTML part.</p>",
            200 if content else 404,
            headers={"Content-Security-Policy": MAIL_POLICY, "Referrer-Policy": "no-referrer"},
        )

    def style(request: Request) -> Response:
        return Response(STYLE, media_type="text/css", headers={"Cache-Control": "no-cache"})

    pages: list[tuple[str, Callable[[Request], Response]]] = [
        ("/mailbox", listing),
        ("/mailbox.json", listing_json),
        ("/mailbox/style.css", style),
        ("/mailbox/{id}", one),
        ("/mailbox/{id}/html", html),
    ]
    return [Route(path, page) for path, page in pages]


def described(mail: sink.CaughtMail, message: EmailMessage) -> dict[str, object]:
    """A mail as JSON: envelope, the headers that matter, and both bodies."""
    return {
        "id": mail.id,
        "from": str(message.get("From", mail.sender)),
        "to": mail.recipients,
        "subject": subject_of(message),
        "receivedAt": mail.received_at,
        "messageId": str(message.get("Message-ID", "")),
        "text": text_of(message),
        "html": html_of(message),
    }


def subject_of(message: EmailMessage) -> str:
    return str(message.get("Subject", "")) or "(no subject)"


def text_of(message: EmailMessage) -> str:
    """The plain text part; empty where there is none."""
    part = message.get_body(("plain",))
    return _content(part) if part else ""


def html_of(message: EmailMessage) -> str | None:
    """The HTML part, with its own pictures in it and every link opening in a new tab."""
    part = message.get_body(("html",))
    if part is None:
        return None
    html = _content(part)
    for attached in message.walk():
        name = str(attached.get("Content-ID", "")).strip("<> ")
        data = attached.get_payload(decode=True)
        if name and attached.get_content_maintype() == "image" and isinstance(data, bytes):
            picture = f"data:{attached.get_content_type()};base64,{base64.b64encode(data).decode()}"
            html = html.replace(f"cid:{escape(name)}", picture)
    base = '<base target="_blank">'
    with_base, found = re.subn(r"<head(\s[^>]*)?>", lambda head: head[0] + base, html, count=1, flags=re.IGNORECASE)
    return with_base if found else base + html


def _content(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # a character set nobody knows
        data = part.get_payload(decode=True)
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""


def _page(content: str, status: int = 200) -> HTMLResponse:
    headers = {"Content-Security-Policy": PAGE_POLICY, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return HTMLResponse(content, status, headers=headers)
