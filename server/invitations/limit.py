"""How much mail a firm may cause to one address, so that nobody's mailbox is bombed (security.md M3)."""

from datetime import timedelta
from typing import Final

from server.core.normalise import key
from server.identity import throttle

AT_WILL: Final = 6
THEN_EVERY: Final = timedelta(minutes=30)


async def allow_mail_to(firm_id: str, address: str) -> None:
    """Count one mail: six at will, then two an hour, else RATE_LIMITED. A unit that fails does not count."""
    await throttle.allow(throttle.of("mail-to", firm_id, key(address)), every=THEN_EVERY, burst=AT_WILL)
