"""How much mail a firm may cause to one address, so that nobody's mailbox is bombed (security.md M3)."""

from datetime import timedelta
from typing import Final

from server.core.normalise import key
from server.identity import throttle

AT_WILL: Final = 10
THEN_EVERY: Final = timedelta(minutes=30)

NEWS_AT_WILL: Final = 50
NEWS_EVERY: Final = timedelta(minutes=10)


async def allow_link_to(firm_id: str, address: str) -> None:
    """One mail with a link: ten at will, then two an hour, else RATE_LIMITED. A unit that fails does not count."""
    await throttle.allow(throttle.of("link-to", firm_id, key(address)), every=THEN_EVERY, burst=AT_WILL)


async def allow_news_to(firm_id: str, address: str) -> None:
    """The same for news to a person already active, who may be given many accounts in one sitting."""
    await throttle.allow(throttle.of("news-to", firm_id, key(address)), every=NEWS_EVERY, burst=NEWS_AT_WILL)
