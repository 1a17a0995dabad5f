"""For load balancers and watchers: whether the process lives, and whether it can do its work (security.md E12)."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from server.core import clock
from server.core.database import across_firms, execute, fetch

log = structlog.get_logger("antesala.web")

OLDEST_MAIL: Final = timedelta(minutes=15)
FREE_DISK: Final = 0.05

_OVERDUE = "SELECT min(next_attempt_at) AS since FROM emails WHERE state IN ('QUEUED', 'DEFERRED', 'SENDING')"
_WRITE = (
    "INSERT INTO rate_limits (key, free_at) VALUES ('ready', $1)"
    " ON CONFLICT (key) DO UPDATE SET free_at = excluded.free_at"
)


async def healthz(request: Request) -> Response:
    """The process answers."""
    return JSONResponse({"status": "ok"})


async def readyz(request: Request) -> Response:
    """The database takes writes, e-mails go out, the disk has room. 503 names what does not."""
    checks: dict[str, Any] = {"disk": _has_disk(), "database": False, "outbox": False}
    try:
        checks |= await across_firms(_ask_database)
    except Exception as fault:  # whatever it is, the answer is: not ready
        log.warning("not_ready", kind=type(fault).__name__)
    ready = all(checks.values())
    return JSONResponse({"status": "ok" if ready else "unavailable", "checks": checks}, 200 if ready else 503)


async def _ask_database() -> dict[str, bool]:
    now = clock.now()
    await execute(_WRITE, now)
    since = (await fetch(_OVERDUE))[0]["since"]
    return {"database": True, "outbox": since is None or now - since < OLDEST_MAIL}


def _has_disk() -> bool:
    usage = shutil.disk_usage(Path.cwd())
    return usage.free / usage.total > FREE_DISK
