"""Which invitations an actor may know of, and whose are still to be accepted."""

from server.core.actor import Actor
from server.core.permissions import Permission
from server.core.scope import ALL, NONE, Condition


def visible_invitations(actor: Actor) -> Condition:
    """Staff who may view accounts see all of the firm, the colleagues' too; clients none."""
    return ALL if actor.may(Permission.VIEW_ACCOUNTS) else NONE


def pending_links(actor: Actor) -> Condition:
    """The links on the list of pending activations (INV-4): login on, account worked on, person not active yet."""
    if not actor.may(Permission.VIEW_ACCOUNTS):
        return NONE
    return Condition(
        "{t}.login"
        " AND (SELECT pa.lifecycle = 'ACTIVE' FROM accounts pa WHERE pa.id = {t}.account_id)"
        " AND (SELECT pc.user_id IS NULL FROM contacts pc WHERE pc.id = {t}.contact_id)"
    )
