"""What a link from an e-mail leads to; of invitations, recoveries and confirmations alike (INV-3)."""

import re
from enum import StrEnum

from server.core.errors import Conflict


class LinkState(StrEnum):
    """Each has its own page."""

    EXPIRED = "EXPIRED"
    REVOKED = "REVOKED"
    SUPERSEDED = "SUPERSEDED"
    UNKNOWN = "UNKNOWN"
    USED = "USED"
    VALID = "VALID"


def refusal(state: LinkState) -> Conflict:
    """The error for a link that is not VALID: LINK_EXPIRED, LINK_USED …"""
    return Conflict(f"LINK_{state.value}")


def is_shaped(token: str, kind: str) -> bool:
    """Whether a text can be a link's token of this kind at all; any other is UNKNOWN without a look."""
    return re.fullmatch(kind + r"_[A-Za-z0-9_-]{43}", token) is not None
