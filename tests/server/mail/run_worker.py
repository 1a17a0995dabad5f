"""A mail worker as a process of its own, for tests that kill it: `run_worker.py <database> <port> <secret>`."""

import asyncio
import sys
from datetime import timedelta

from server.core import database, tokens
from server.mail.deliver import Pace, deliver
from server.mail.smtp import MailServer


async def work(database_url: str, port: int, secret: str) -> None:
    """Deliver until killed; leases are short, so that what is lost comes back soon."""
    tokens.use_secret(secret)
    await database.connect(database_url, pool=4)
    pace = Pace(
        lease=timedelta(seconds=4),
        delays=(timedelta(milliseconds=200),),
        poll=timedelta(milliseconds=300),
        at_once=4,
    )
    await deliver(
        MailServer("127.0.0.1", port, tls="none", send_timeout=3),
        sender="portal@antesala.example",
        database_url=database_url,
        stop=asyncio.Event(),
        pace=pace,
    )


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
