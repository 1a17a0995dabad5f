"""Which audit events an actor may know of."""

from server.core.actor import Actor
from server.core.permissions import Permission
from server.core.scope import ALL, NONE, Condition


def visible_events(actor: Actor) -> Condition:
    """Who runs the firm: all. Staff who may view accounts: the accounts' timelines (ACC-11). Clients: none."""
    if actor.may(Permission.MANAGE_FIRM):
        return ALL
    if actor.may(Permission.VIEW_ACCOUNTS):
        return Condition("{t}.account_id IS NOT NULL")
    return NONE
