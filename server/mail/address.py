"""What counts as an e-mail address: exactly one, deliverable, and unable to smuggle a header or a second recipient."""

import re
import unicodedata
from email.headerregistry import Address

from server.core import normalise
from server.core.errors import Problem

LONGEST = 254
"""RFC 5321: the longest path an address fits into."""

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_SHOWN_AS = {"Cc": " ", "Zl": " ", "Zp": " ", "Cs": "", "Cf": ""}
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.IGNORECASE)


def problem_with(field: str, address: str) -> Problem | None:
    """EMAIL_INVALID for anything but one plain address; the host may be international, quoted names are refused."""
    return None if _deliverable(address) else Problem(field, "EMAIL_INVALID")


def on_the_wire(address: str) -> str:
    """The address as mail servers write it: its host in ASCII (`müller.example` becomes `xn--…`)."""
    local, _, host = address.rpartition("@")
    return f"{local}@{host.encode('idna').decode('ascii')}"


def named(name: str, address: str) -> Address:
    """A name and an address as one header value; what could end the header or the line in the name becomes a blank."""
    return Address(display_name=one_line(name), addr_spec=on_the_wire(address))


def one_line(text: str) -> str:
    """The text on one line: controls and line separators become blanks; invisible marks that turn text round go."""
    return " ".join("".join(_SHOWN_AS.get(unicodedata.category(c), c) for c in text).split())


def _deliverable(address: str) -> bool:
    local, at, host = address.rpartition("@")
    if not at or len(address) > LONGEST or len(local) > 64 or not _LOCAL.fullmatch(local):
        return False
    if unicodedata.normalize("NFKC", host) != host:
        return False
    try:
        wire = host.encode("idna")
        if not host.isascii() and wire.decode("idna") != normalise.key(host):
            return False  # another spelling of a host, with invisible letters or odd dots: one mailbox, two people
        labels = wire.decode("ascii").split(".")
    except UnicodeError:
        return False
    whole = sum(map(len, labels)) + len(labels) + len(local)
    known = len(labels) > 1 or labels == ["localhost"]
    return known and whole <= LONGEST and all(map(_LABEL.fullmatch, labels)) and not labels[-1].isdigit()
