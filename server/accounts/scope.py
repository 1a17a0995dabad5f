"""Which accounts an actor may know of."""

from server.core.actor import Actor
from server.core.permissions import Permission
from server.core.scope import ALL, NONE, Condition


def visible_accounts(actor: Actor) -> Condition:
    """Staff who may view accounts: all. Clients: those that are active and where their login is on (CON-8, ACC-7)."""
    if actor.may(Permission.VIEW_ACCOUNTS):
        return ALL
    if not actor.is_client:
        return NONE
    return Condition(
        "{t}.lifecycle = 'ACTIVE' AND EXISTS (SELECT 1 FROM account_contacts own"
        " WHERE own.account_id = {t}.id AND own.contact_id = {0} AND own.login)",
        (actor.person_id,),
    )
