"""Which contacts, and which of their links to accounts, an actor may know of."""

from server.core.actor import Actor
from server.core.permissions import Permission
from server.core.scope import ALL, NONE, Condition


def visible_contacts(actor: Actor) -> Condition:
    """Staff who may view accounts: all. A client: themselves."""
    if actor.may(Permission.VIEW_ACCOUNTS):
        return ALL
    if not actor.is_client:
        return NONE
    return Condition("{t}.id = {0}", (actor.person_id,))


def visible_links(actor: Actor) -> Condition:
    """Staff who may view accounts: all. A client: their own, where login is on and the account is worked on (CON-3)."""
    if actor.may(Permission.VIEW_ACCOUNTS):
        return ALL
    if not actor.is_client:
        return NONE
    return Condition(
        "{t}.contact_id = {0} AND {t}.login AND EXISTS (SELECT 1 FROM accounts of_link"
        " WHERE of_link.id = {t}.account_id AND of_link.lifecycle = 'ACTIVE')",
        (actor.person_id,),
    )
