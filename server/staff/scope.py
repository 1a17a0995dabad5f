"""Which staff members an actor may know of."""

from server.core.actor import Actor
from server.core.scope import ALL, NONE, Condition


def visible_staff(actor: Actor) -> Condition:
    """Colleagues know each other; clients see no list of the firm's people."""
    return ALL if actor.is_staff else NONE
