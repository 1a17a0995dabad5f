"""Bring the tables to a version: one process at a time."""

from typing import Any

import asyncpg
from tortoise import Tortoise
from tortoise.migrations.api.migrate import migrate as apply

from server.core.database import configuration, credentials

_LOCK = 0x616E7465
"""The advisory lock all processes of this product take before they migrate."""


async def migrate(url: str, target: str | None = None) -> None:
    """Apply the migrations up, or down to `target` (`antesala.0001_initial`), as the owner of the tables.

    Several processes may start at once: the first does the work, the others wait and find it done.
    """
    config: dict[str, Any] = configuration(url, role=None, pool=2)
    guard = await asyncpg.connect(**credentials(url))
    try:
        await guard.execute("SELECT pg_advisory_lock($1)", _LOCK)
        await apply(config=config, target=target)
    finally:
        await Tortoise.close_connections()
        await guard.close()
