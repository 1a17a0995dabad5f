"""How the mailbox looks: a few pieces of HTML, every word of an e-mail escaped."""

from datetime import datetime
from email.message import EmailMessage
from html import escape

from server.embedded.sink import CaughtMail

PARTS = {"html": "HTML", "text": "Text", "source": "Source"}
HEADERS = ("From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "Auto-Submitted")


def layout(title: str, body: str) -> str:
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        "<meta name=viewport content='width=device-width, initial-scale=1'>"
        f"<title>{escape(title)}</title><link rel=stylesheet href=/mailbox/style.css></head>"
        "<body><header><a href=/mailbox>Caught e-mails</a></header>"
        f"<main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )


def mail_list(mails: list[tuple[CaughtMail, EmailMessage]]) -> str:
    """Newest first, or a word on why it is empty."""
    if not mails:
        return "<p class=empty>No e-mail yet. Whatever the portal sends while it runs here is shown on this page.</p>"
    rows = "".join(
        f"<li><a href='/mailbox/{escape(mail.id)}'><span class=to>{escape(', '.join(mail.recipients))}</span>"
        f"<span class=subject>{escape(str(message.get('Subject', '')) or '(no subject)')}</span>"
        f"{moment(mail.received_at)}</a></li>"
        for mail, message in mails
    )
    return f"<ul class=mails>{rows}</ul>"


def mail_view(mail: CaughtMail, message: EmailMessage, shown: str, text: str, source: str) -> str:
    """Headers, the three tabs, and the part that is chosen."""
    headers = [(name, str(message[name])) for name in HEADERS if message[name]]
    headers.append(("Envelope", f"{mail.sender} → {', '.join(mail.recipients)}"))
    table = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in headers)
    tabs = "".join(
        f"<a href='/mailbox/{escape(mail.id)}?part={part}'{' aria-current=page' if part == shown else ''}>{title}</a>"
        for part, title in PARTS.items()
    )
    match shown:
        case "html":
            body = (
                f"<iframe src='/mailbox/{escape(mail.id)}/html' title='The e-mail' "
                "sandbox='allow-popups allow-popups-to-escape-sandbox'></iframe>"
            )
        case "source":
            body = f"<pre tabindex=0>{escape(source)}</pre>"
        case _:
            body = f"<pre tabindex=0>{escape(text) or 'This e-mail has no text part.'}</pre>"
    return f"{moment(mail.received_at)}<dl>{table}</dl><nav aria-label='Parts of the e-mail'>{tabs}</nav>{body}"


def moment(received_at: str) -> str:
    """In words a person reads, in UTC."""
    readable = datetime.fromisoformat(received_at).strftime("%d %b %Y, %H:%M:%S UTC")
    return f"<time datetime='{escape(received_at)}'>{readable}</time>"


STYLE = """
:root { color-scheme: light dark; --line: light-dark(#dfe3e8, #3a4048); --soft: light-dark(#5b6470, #a8b0ba);
  --paper: light-dark(#fff, #1f2328); --ground: light-dark(#f5f6f8, #16181c); --accent: light-dark(#1c5fb8, #7ab3ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); font: 16px/1.5 system-ui, sans-serif; }
header { padding: .9rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); }
header a { font-weight: 600; color: inherit; text-decoration: none; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
h1 { margin: 0 0 1rem; font-size: 1.4rem; overflow-wrap: anywhere; }
a { color: var(--accent); }
a:focus-visible, pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
time, .empty { color: var(--soft); font-variant-numeric: tabular-nums; }
.mails { list-style: none; margin: 0; padding: 0; background: var(--paper); border: 1px solid var(--line);
  border-radius: .6rem; overflow: hidden; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: grid; grid-template-columns: minmax(0, 1.5fr) minmax(0, 2fr) auto; gap: 1rem; padding: .75rem 1rem;
  color: inherit; text-decoration: none; }
.mails a:hover { background: var(--ground); }
.mails span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.subject { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; margin: 1rem 0; padding: 1rem;
  background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
nav { display: flex; gap: .25rem; margin-bottom: -1px; }
nav a { padding: .5rem 1rem; border: 1px solid transparent; border-radius: .6rem .6rem 0 0; text-decoration: none; }
nav a[aria-current] { background: var(--paper); border-color: var(--line) var(--line) transparent; color: inherit; }
iframe, pre { width: 100%; border: 1px solid var(--line); border-radius: 0 .6rem .6rem .6rem; }
iframe { display: block; height: 75vh; background: #fff; color-scheme: light; }
pre { margin: 0; padding: 1rem; background: var(--paper); overflow: auto; white-space: pre-wrap;
  overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  main { padding: 1rem; }
  .mails a { grid-template-columns: minmax(0, 1fr); gap: .1rem; }
  dl { grid-template-columns: minmax(0, 1fr); }
  dd { margin-bottom: .4rem; }
}
"""
