"""Which tags an actor may know of."""

from server.core.actor import Actor
from server.core.permissions import Permission
from server.core.scope import ALL, NONE, Condition


def visible_tags(actor: Actor) -> Condition:
    """Staff who may view accounts: all of the firm. Clients: none, they are the firm's own notes."""
    return ALL if actor.may(Permission.VIEW_ACCOUNTS) else NONE
