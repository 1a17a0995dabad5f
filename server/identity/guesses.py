"""Links that nobody was ever sent: how many one network may try."""

from datetime import timedelta
from typing import Final

from server.identity import throttle

AT_ONCE: Final = 10
EVERY: Final = timedelta(minutes=1)


async def count(address: str) -> None:
    """Count an unknown link against the network it came from: ten at once, then one a minute, else RATE_LIMITED.

    Only unknown ones are counted, so whoever holds a real link is never held back by a neighbour who guesses.
    """
    await throttle.allow(throttle.of("unknown-link", throttle.network(address)), every=EVERY, burst=AT_ONCE)
