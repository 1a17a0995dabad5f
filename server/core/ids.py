"""Typed, time-sortable ids: TypeID (prefix and UUIDv7), one string everywhere."""

import re
from typing import Final

from typeid import TypeID

PREFIXES: Final = {
    "acc": "Account",
    "ast": "AccountStaff",
    "atg": "AccountTag",
    "aud": "AuditEvent",
    "con": "Contact",
    "emc": "EmailChange",
    "ema": "EmailAttempt",
    "eml": "Email",
    "firm": "Firm",
    "fld": "Folder",
    "inv": "Invitation",
    "lnk": "AccountContact",
    "logo": "FirmLogo",
    "rec": "PasswordRecovery",
    "ses": "Session",
    "stf": "StaffMember",
    "tag": "Tag",
    "usr": "User",
}
"""Every prefix and the noun it names."""

LENGTH: Final = 4 + 1 + 26
"""The longest id: prefix, underscore, 26 letters of base 32."""

_SHAPE = re.compile(r"([a-z]{3,4})_[0-7][0-9a-hjkmnp-tv-z]{25}")


def new_id(prefix: str) -> str:
    """A fresh id such as `acc_01h455vb4pex5vsknk084sn02q`; ids made later sort later."""
    return str(TypeID(prefix=prefix))


def prefix_of(text: str) -> str | None:
    """The prefix of a well-formed id of ours, else None."""
    match = _SHAPE.fullmatch(text)
    return match[1] if match and match[1] in PREFIXES else None
