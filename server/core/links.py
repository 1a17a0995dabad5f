"""What a link from an e-mail leads to; of invitations, recoveries and confirmations alike (INV-3)."""

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
