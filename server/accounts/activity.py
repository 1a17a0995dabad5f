"""When something last happened in an account: its lists are sorted by it (ACC-6)."""

from collections.abc import Iterable

from server.core import clock
from server.core.database import execute


async def touch(account_ids: Iterable[str]) -> None:
    """Say that something happened in these accounts now.

    They are locked in the order of their ids, so that two units touching the same ones cannot wait for each other.
    """
    await execute(
        "UPDATE accounts SET last_activity_at = $1 WHERE id IN"
        " (SELECT id FROM accounts WHERE id = ANY($2::text[]) ORDER BY id FOR NO KEY UPDATE)",
        clock.now(),
        list(account_ids),
    )
