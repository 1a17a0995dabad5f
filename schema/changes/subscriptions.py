"""What staff may watch. Each change is read as anything else is read: what the actor may not see is not told."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractContextManager
from typing import Any, Final, TypeVar, cast

import strawberry

from schema.accounts.types import Account
from schema.changes.types import AccountChange, InvitationChange
from schema.contacts.types import AccountContact
from schema.context import Info
from schema.reading.ready import Ready
from schema.reading.select import select
from schema.reading.spec import spec_of
from server.audit.actions import Action
from server.core.changes import Change, Interest
from server.core.permissions import Permission
from server.core.scope import Condition, is_seen

T = TypeVar("T")

OF_INVITATIONS: Final = frozenset(each for each in Action if each.startswith("invitation.")) | {
    Action.ACCESS_GRANTED,
    Action.CONTACT_ACTIVATED,
}
"""The actions that change how far somebody's way into the portal has come."""


@strawberry.type(description="Over a socket, by graphql-transport-ws.")
class Subscription:
    """For staff who may view accounts."""

    @strawberry.subscription(description="Each account that something happens to; with an id, that one only.")
    async def account_changed(self, info: Info, id: strawberry.ID | None = None) -> AsyncGenerator[AccountChange, None]:
        """Whatever stands on the account's timeline."""

        def concerned(change: Change) -> str | None:
            return change.account_id if id is None or id == change.account_id else None

        with _watched(info, concerned) as happenings:
            async for account_id, actions in happenings:
                account = await _read(info, Account, "account", Condition("{t}.id = {0}", (account_id,)))
                if account is not None:
                    yield AccountChange(actions=actions, account=account)

    @strawberry.subscription(
        description="Each link of a person to an account whose invitation changes, activation above all (INV-8)."
    )
    async def invitation_changed(
        self, info: Info, account_id: strawberry.ID | None = None
    ) -> AsyncGenerator[InvitationChange, None]:
        """Colleagues' invitations are not told."""

        def concerned(change: Change) -> str | None:
            if change.action not in OF_INVITATIONS or not change.account_id or not change.subject_id:
                return None
            return f"{change.account_id} {change.subject_id}" if account_id in (None, change.account_id) else None

        with _watched(info, concerned) as happenings:
            async for concerned_ids, actions in happenings:
                ids = Condition("{t}.account_id = {0} AND {t}.contact_id = {1}", tuple(concerned_ids.split(" ")))
                link = await _read(info, AccountContact, "account_contact", ids)
                if link is not None:
                    yield InvitationChange(actions=actions, account_contact=link)


def _watched(info: Info, interest: Interest) -> AbstractContextManager[AsyncIterator[tuple[str, list[str]]]]:
    info.context.signed_in.needs(Permission.VIEW_ACCOUNTS)
    assert info.context.watched is not None, "subscriptions run over a socket"
    return info.context.watched(interest)


async def _read(info: Info, cls: type[T], at: str, which: Condition) -> T | None:
    """The row for the payload; None where this actor sees none, though only `actions` may be asked for."""
    found: Any = await select(info, cls, at=at).where(which.sql, *which.values).first()
    if isinstance(found, Ready) and not found.values:
        spec, actor = spec_of(cls), info.context.actor
        found = found if await is_seen(actor.firm_id, spec.table, which, spec.visible(actor)) else None
    return cast("T | None", found)
