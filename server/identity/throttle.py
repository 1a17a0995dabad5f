"""How often something may be tried: GCRA in one statement on an unlogged table (security.md E4).

Ask before the unit of work that the try leads to: what is counted inside a unit that fails is not counted.
"""

import hashlib
import math
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from server.core import clock
from server.core.database import execute, fetch
from server.core.errors import RateLimited

_COUNT = """
INSERT INTO rate_limits AS r (key, free_at) VALUES ($1, $2::timestamptz + $3::interval)
ON CONFLICT (key) DO UPDATE SET free_at = greatest(r.free_at, $2) + $3
 WHERE greatest(r.free_at, $2) - $2 <= $4::interval
RETURNING free_at
"""


async def allow(key: str, *, every: timedelta, burst: int) -> None:
    """Count one try under the key. After `burst` at once, one more is allowed `every` so often; else RATE_LIMITED."""
    now = clock.now()
    slack = every * (burst - 1)
    if await fetch(_COUNT, key, now, every, slack):
        return
    rows = await fetch("SELECT free_at FROM rate_limits WHERE key = $1", key)
    free_at: datetime = rows[0]["free_at"] if rows else now
    raise RateLimited(max(1, math.ceil((free_at - slack - now).total_seconds())))


async def forgive(key: str, *, every: timedelta) -> None:
    """Take one counted try back."""
    await execute("UPDATE rate_limits SET free_at = free_at - $2::interval WHERE key = $1", key, every)


async def forget(key: str) -> None:
    """Take all counted tries back."""
    await execute("DELETE FROM rate_limits WHERE key = $1", key)


async def sweep() -> None:
    """Remove the keys that hold nobody back any more."""
    await execute("DELETE FROM rate_limits WHERE free_at < $1", clock.now())


def of(purpose: str, *subjects: str) -> str:
    """The key of a purpose and whom it concerns; no address or e-mail can be read from it."""
    return f"{purpose}:{hashlib.sha256(chr(0).join(subjects).encode('utf-8', 'replace')).hexdigest()[:32]}"


def network(address: str) -> str:
    """The network one customer of a provider has: the address itself for IPv4, its /64 for IPv6."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return f"{IPv6Address(int(ip) >> 64 << 64)}/64"
    return str(ip)
