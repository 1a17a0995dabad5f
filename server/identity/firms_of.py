"""The firms a login belongs to."""

from dataclasses import dataclass

from server.core.actor import Actor
from server.core.database import across_firms
from server.identity import people
from server.identity.models import Door


@dataclass(frozen=True, slots=True)
class FirmOfLogin:
    """A firm one can go over to."""

    id: str
    name: str


async def firms_of(actor: Actor) -> list[FirmOfLogin]:
    """The other firms the actor's login may enter by the same door, by name (CON-8)."""
    door = Door.STAFF if actor.is_staff else Door.PORTAL
    found = await across_firms(lambda: people.at_door(actor.user_id, door))
    firms = [FirmOfLogin(person.firm_id, person.firm_name) for person in found if person.firm_id != actor.firm_id]
    return sorted(firms, key=lambda firm: firm.name.casefold())
