"""How far a person of the demo has come with the portal."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from server.accounts.models import Category
from server.demo.office import Office


class State(StrEnum):
    """How far a person has come with the portal."""

    ACTIVE = "ACTIVE"
    EXPIRED = "EXPIRED"
    NOT_INVITED = "NOT_INVITED"
    OFFLINE = "OFFLINE"
    PENDING = "PENDING"
    REVOKED = "REVOKED"


_WEIGHTS: Final = {
    State.ACTIVE: 42,
    State.PENDING: 15,
    State.EXPIRED: 8,
    State.NOT_INVITED: 12,
    State.OFFLINE: 19,
    State.REVOKED: 4,
}


def any_state(office: Office, contact: dict[str, Any], account: dict[str, Any], at: datetime) -> State:
    """One that can be, given who and what and when."""
    if not contact["email"] or account["category"] is not Category.CLIENT:
        return State.OFFLINE
    if contact["created_at"] < account["created_at"]:
        return State.NOT_INVITED if office.random.random() < 0.7 else State.OFFLINE
    state = office.random.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    age = office.now - at
    if (state is State.EXPIRED and age < timedelta(days=45)) or (state is State.ACTIVE and age < timedelta(days=5)):
        return State.PENDING
    return state


def sent_at(office: Office, state: State, at: datetime) -> datetime | None:
    """When the invitation went out, if one did."""
    random = office.random
    if state is State.ACTIVE:
        return at + timedelta(seconds=random.randint(20, 7200))
    if state is State.PENDING:
        return max(
            at + timedelta(seconds=20),
            office.now - timedelta(days=random.randint(0, 27), seconds=random.randint(60, 80_000)),
        )
    if state is State.EXPIRED:
        return office.now - timedelta(days=random.randint(32, 44), seconds=random.randint(0, 80_000))
    return None
