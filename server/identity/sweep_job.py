"""What has had its time is swept away: sessions, recoveries, limits."""

from datetime import timedelta
from typing import Final

from server.core import clock, jobs
from server.core.database import across_firms
from server.identity import throttle
from server.identity.models import PasswordRecovery, Session

KEPT: Final = timedelta(days=30)
"""So long one can still see where a login was used, and an old link still says what became of it."""


@jobs.timer("identity.sweep", "17 * * * *")
async def sweep() -> None:
    """Once an hour."""

    async def work() -> None:
        long_ago = clock.now() - KEPT
        await Session.filter(absolute_until__lt=long_ago).delete()
        await PasswordRecovery.filter(expires_at__lt=long_ago).delete()
        await throttle.sweep()

    await across_firms(work)
