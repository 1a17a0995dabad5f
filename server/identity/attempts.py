"""How often one may try to sign in, so that guessing is hopeless and strangers cannot lock the owner out (A8).

Three limits, each five to twenty tries at once and then one a minute; a sign-in that works is not counted:
- one address from one network: 5, so an attacker at one place gets nowhere;
- one network, all addresses: 20, so lists of leaked passwords get nowhere;
- one address from all networks that have never signed in to it: 10, so a botnet gets nowhere. It does not count
  where the person comes from a network they have used in the last 30 days: only they share it, not the botnet.

Unknown addresses are counted just the same, so that a limit tells nothing.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from server.core import clock, normalise
from server.core.database import across_firms
from server.identity import people, throttle
from server.identity.models import Session

EVERY: Final = timedelta(minutes=1)
AT_ONE_PLACE: Final = 5
OF_ONE_NETWORK: Final = 20
FROM_ANYWHERE: Final = 10
KNOWN_FOR: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Attempt:
    """The keys under which one try was counted."""

    here: str
    network: str
    anywhere: str | None


async def count(email: str, address: str) -> Attempt:
    """Count one try, or refuse it with RATE_LIMITED. Outside of a unit of work."""
    network = throttle.network(address)
    account = normalise.key(email)
    here = throttle.of("sign-in", account, network)
    everyone_here = throttle.of("sign-in-network", network)
    await throttle.allow(here, every=EVERY, burst=AT_ONE_PLACE)
    await throttle.allow(everyone_here, every=EVERY, burst=OF_ONE_NETWORK)
    if await _is_known(email, address):
        return Attempt(here, everyone_here, None)
    anywhere = throttle.of("sign-in-account", account)
    await throttle.allow(anywhere, every=EVERY, burst=FROM_ANYWHERE)
    return Attempt(here, everyone_here, anywhere)


async def succeeded(attempt: Attempt) -> None:
    """The password was right: forget the tries from this place, and give the wider limits theirs back."""
    await throttle.forget(attempt.here)
    await throttle.forgive(attempt.network, every=EVERY)
    if attempt.anywhere:
        await throttle.forgive(attempt.anywhere, every=EVERY)


async def _is_known(email: str, address: str) -> bool:
    """Whether the login of the address was at work from this network lately."""

    async def work() -> bool:
        user = await people.user_with(email)
        recent = Session.filter(user_id=user.id if user else "", created_at__gt=clock.now() - KNOWN_FOR).order_by(
            "-created_at"
        )
        used = await recent.limit(200).values_list("address", flat=True)
        return throttle.network(address) in {throttle.network(str(one)) for one in used}

    return await across_firms(work)
