"""Which folders an actor may know of."""

from server.core.actor import Actor
from server.core.permissions import Permission
from server.core.scope import ALL, NONE, Condition


def visible_folders(actor: Actor) -> Condition:
    """Staff who may view accounts: all. A client: those of the accounts they see that are not private (DOC-4)."""
    if actor.may(Permission.VIEW_ACCOUNTS):
        return ALL
    if not actor.is_client:
        return NONE
    return Condition(
        "{t}.access <> 'PRIVATE' AND EXISTS (SELECT 1 FROM account_contacts own"
        " JOIN accounts of_folder ON of_folder.id = own.account_id"
        " WHERE own.account_id = {t}.account_id AND own.contact_id = {0} AND own.login"
        " AND of_folder.lifecycle = 'ACTIVE')",
        (actor.person_id,),
    )
