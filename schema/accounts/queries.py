"""Reading accounts."""

from typing import cast

import strawberry

from schema.accounts.inputs import AccountFilter, AccountList, AccountSort
from schema.accounts.types import Account, PortalAccount
from schema.context import Info
from schema.paging import Connection
from schema.reading.select import Select, select
from schema.reading.spec import Sort
from server.accounts import tags
from server.accounts.search import accounts_found
from server.contacts.portal import PORTAL_STATUS
from server.core.errors import Invalid, Problem

SORTS = {
    AccountSort.CREATED_ASC: Sort((("{t}.created_at", "timestamptz"),)),
    AccountSort.CREATED_DESC: Sort((("{t}.created_at", "timestamptz"),), descending=True),
    AccountSort.LAST_ACTIVITY_DESC: Sort((("{t}.last_activity_at", "timestamptz"),), descending=True),
    AccountSort.NAME_ASC: Sort((("{t}.name_key", "text"),)),
    AccountSort.NAME_DESC: Sort((("{t}.name_key", "text"),), descending=True),
}

WORN = "SELECT 1 FROM account_tags worn WHERE worn.account_id = {t}.id AND worn.tag_id = ANY({0}::text[])"


@strawberry.type
class AccountQueries:
    """Roots for staff and clients."""

    @strawberry.field(description="One account; an unknown id and a stranger's are both NOT_FOUND.")
    async def account(self, info: Info, id: strawberry.ID) -> Account:
        """For staff."""
        return await select(info, Account).one(id)

    @strawberry.field(description="The list of accounts: sub-lists, filters, text search, by pages (ACC-6, ACC-7).")
    async def accounts(
        self,
        info: Info,
        list: AccountList = AccountList.ALL,
        filter: AccountFilter | None = None,
        search: str | None = None,
        sort: AccountSort = AccountSort.NAME_ASC,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> Connection[Account]:
        """For staff."""
        wanted = of_list(select(info, Account), list)
        if filter:
            wanted = filtered(wanted, filter)
        if search and search.strip():
            wanted = wanted.meeting(accounts_found(search))
        return cast("Connection[Account]", await wanted.page(SORTS[sort], first, after, last, before))

    @strawberry.field(description="One of the signed-in client's accounts.")
    async def portal_account(self, info: Info, id: strawberry.ID) -> PortalAccount:
        """For clients."""
        return await select(info, PortalAccount).one(id)


def of_list(wanted: Select[Account], tab: AccountList) -> Select[Account]:
    """One sub-list (ACC-7)."""
    if tab is AccountList.ARCHIVED:
        return wanted.where("{t}.lifecycle = 'ARCHIVED'")
    active = wanted.where("{t}.lifecycle = 'ACTIVE'")
    if tab is AccountList.ALL:
        return active
    return active.where(f"coalesce(({PORTAL_STATUS}) = {{0}}, false)", tab.value)


def filtered(wanted: Select[Account], by: AccountFilter) -> Select[Account]:
    """The filters that were given."""
    for column in ("category", "stage", "type"):
        values = getattr(by, column)
        if values is not None:
            wanted = wanted.where(f"{{t}}.{column} = ANY({{0}})", [value.value for value in values])
    if by.portal_status is not None:
        wanted = wanted.where(
            f"coalesce(({PORTAL_STATUS}) = ANY({{0}}), false)", [value.value for value in by.portal_status]
        )
    if by.staff_id is not None:
        wanted = wanted.where(
            "EXISTS (SELECT 1 FROM account_staff helper WHERE helper.account_id = {t}.id AND helper.staff_id = {0})",
            by.staff_id,
        )
    return tagged(wanted, by)


def tagged(wanted: Select[Account], by: AccountFilter) -> Select[Account]:
    """Those that carry any, all, or none of some tags (ACC-6)."""
    any_of, all_of, none_of = by.tag_ids, by.all_tag_ids, by.no_tag_ids
    for field, given in (("tagIds", any_of), ("allTagIds", all_of), ("noTagIds", none_of)):
        if given is not None and len(given) > tags.MOST:
            raise Invalid(Problem(f"filter.{field}", "LIST_TOO_LONG", {"limit": tags.MOST}))
    if any_of is not None:
        wanted = wanted.where(f"EXISTS ({WORN})", any_of)
    if all_of:
        wanted = wanted.where(
            "{t}.id IN (SELECT worn.account_id FROM account_tags worn WHERE worn.tag_id = ANY({0}::text[])"
            " GROUP BY worn.account_id HAVING count(*) = {1})",
            all_of,
            len(set(all_of)),
        )
    if none_of is not None:
        wanted = wanted.where(f"NOT EXISTS ({WORN})", none_of)
    return wanted
