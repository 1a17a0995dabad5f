"""The short number of an account (ACC-2)."""

from server.core.database import fetch


async def next_number(firm_id: str) -> int:
    """The next number of the firm, never given before and never again.

    Holds the firm's row until the unit ends: accounts of one firm are made one after the other, so whoever has a
    number can also look whether a name is free without a race.
    """
    rows = await fetch(
        "UPDATE firms SET last_account_number = last_account_number + 1 WHERE id = $1 RETURNING last_account_number",
        firm_id,
    )
    return int(rows[0]["last_account_number"])
