"""Write a new account; its people and folders are `server.intake`'s."""

from collections.abc import Sequence
from typing import Any

from server.accounts import name as account_name
from server.accounts import tags
from server.accounts.check import search_words
from server.accounts.models import Account
from server.audit import record as audit
from server.core import clock, normalise
from server.core.actor import Actor
from server.tags.models import Tag


async def store(actor: Actor, number: int, name: str, values: dict[str, Any], worn: Sequence[Tag] = ()) -> Account:
    """Insert the account whose number was just taken, with its tags. NAME_TAKEN if a rename was faster."""
    now = clock.now()
    account = Account(
        firm_id=actor.firm_id,
        number=number,
        name=name,
        name_key=normalise.key(name),
        search_words=search_words(name, values["company_name"], number),
        created_by=actor.person_id if actor.is_staff else None,
        created_at=now,
        last_activity_at=now,
        **values,
    )
    shown = {"number": number, "name": name} | {column: value for column, value in values.items() if value is not None}
    changes = {audit.camel(column): [None, audit.as_text(value)] for column, value in shown.items()}
    async with account_name.guarded(name):
        await account.save(force_create=True)
    if worn:
        await tags.put_on(account, worn)
        changes["tags"] = [None, tags.names(worn)]
    await audit.record(
        actor, "account.created", account_id=account.id, subject_id=account.id, subject_name=name, changes=changes
    )
    return account
