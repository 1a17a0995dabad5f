"""Whom a login is at which firm: the people who may come in by a door, whatever domain they belong to.

All of it reads across firms, so call it in a unit of `across_firms`.
"""

from dataclasses import dataclass

from server.core import normalise
from server.core.database import fetch
from server.identity.models import Door, User

_AT_DOOR = """
SELECT p.firm_id, p.person_id, p.first_name, p.last_name, p.language, f.name AS firm_name
  FROM people_at_doors p
  JOIN firms f ON f.id = p.firm_id
 WHERE p.user_id = $1 AND p.door = $2
 ORDER BY p.last_seen_at DESC NULLS LAST, p.person_id
"""


@dataclass(frozen=True, slots=True)
class Person:
    """A staff member or a contact who may come in now."""

    firm_id: str
    person_id: str
    first_name: str
    last_name: str
    language: str | None
    firm_name: str

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def words(self) -> tuple[str, ...]:
        """What this person's password must not be made of."""
        return (self.first_name, self.last_name, self.name, self.firm_name)


async def at_door(user_id: str, door: Door | str) -> list[Person]:
    """The people the login is by this door, the most recently seen first; empty where it has no way in."""
    return [Person(**row) for row in await fetch(_AT_DOOR, user_id, Door(door).value)]


async def user_with(email: str) -> User | None:
    """The login of an address as typed; text the database cannot hold is simply unknown."""
    key = normalise.key(email)
    if not is_storable(key):
        return None
    return await User.get_or_none(email_key=key)


def is_storable(text: str) -> bool:
    """Whether PostgreSQL can hold it: no NUL, no half of a surrogate pair, not longer than an address."""
    return "\0" not in text and len(text) <= 254 and not any("\ud800" <= c <= "\udfff" for c in text)
